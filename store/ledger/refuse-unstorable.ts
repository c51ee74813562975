import { RuleViolation } from '../../domain/errors.ts';

/** Refuses texts that PostgreSQL or UTF-8 cannot hold (NUL, half a surrogate pair), naming the place. */
export function refuseUnstorable(value: unknown, place: string): void {
  if (typeof value === 'string') refuseText(value, place);
  else if (Array.isArray(value)) value.forEach((each, index) => refuseUnstorable(each, `${place}[${index}]`));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      refuseText(key, place);
      refuseUnstorable(each, `${place}.${key}`);
    }
  }
}

function refuseText(text: string, place: string): void {
  if (text.isWellFormed() && !text.includes('\u0000')) return;
  throw new RuleViolation('unstorable-text', `${place} 含有无法保存的字符（空字符或残缺的字符），请删去后重新提交。`);
}
