import type { ChangeEventHandler } from 'react';
import type { Field } from './field.ts';

interface LineControlProps {
  readonly field: Field;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: ChangeEventHandler<HTMLInputElement>;
}

/** The control of a one-line field: the browser's own, since the login needs no more and shall be small. */
export function LineControl({ field, value, ...given }: LineControlProps) {
  const line = field.kind === 'line' ? field : null;
  return (
    <input
      {...given}
      className="line-control"
      value={value ?? ''}
      type={line?.isSecret === true ? 'password' : 'text'}
      maxLength={line?.max ?? 200}
      autoComplete={line?.fill ?? 'off'}
    />
  );
}
