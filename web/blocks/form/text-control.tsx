import type { ChangeEventHandler } from 'react';

interface TextControlProps {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly label?: string;
  readonly placeholder?: string;
  readonly max?: number;
  readonly lines?: number;
  readonly onChange?: ChangeEventHandler<HTMLTextAreaElement>;
}

/**
 * The control of a text of several lines. The library's own measures its height through a style attribute, which the
 * content security policy refuses; here the style sheet lets the browser grow it with its content.
 */
export function TextControl({ value, label, max = 2000, lines = 2, ...given }: TextControlProps) {
  return (
    <textarea
      {...given}
      className="line-control text-control"
      value={value ?? ''}
      rows={lines}
      maxLength={max}
      aria-label={label}
    />
  );
}
