import { randomBytes } from 'node:crypto';

/** A word that the styles of one page carry, and no other page's. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}
