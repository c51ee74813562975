import type { Sha256 } from './canonical.ts';

/** The check code 校验码 of a content: the first ten characters of its hash in two groups, short enough to be compared by eye with a signed sheet. */
export function checkCode(hash: Sha256): string {
  const code = hash.slice(0, 10).toUpperCase();
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
