import { RuleViolation } from '../errors.ts';

const brackets = /[[［〔【(（]\s*(\d{4})\s*[\]］〕】)）]/u;
const shape = /^\S.*〔\d{4}〕[1-9]\d*号$/u;

/** A number 发文字号 as the office's own register gave it, in the brackets that the standard asks for; refused where it is none. */
export function documentNumber(typed: string): string {
  const number = typed
    .trim()
    .replace(brackets, '〔$1〕')
    .replace(/〕第?0*/u, '〕');
  if (shape.test(number)) return number;
  throw new RuleViolation('document-number', `“${typed}”不是发文字号，应写作“镇数字发〔2022〕5号”。`);
}
