// The whole of the library's Input brings text areas and one-time codes along, which the login has no use for.
import Input from 'antd/es/input/Input.js';
import type { Field } from './field.ts';

/** The control of a one-line field, and all that the login needs: the others would make it larger. */
export function LineControl({ field, ...given }: { readonly field: Field }) {
  const most = field.kind === 'line' ? (field.max ?? 200) : 200;
  const fill = field.kind === 'line' ? (field.fill ?? 'off') : 'off';
  const isSecret = field.kind === 'line' && field.isSecret === true;
  return <Input {...given} type={isSecret ? 'password' : 'text'} maxLength={most} autoComplete={fill} />;
}
