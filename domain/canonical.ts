import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** A value that JSON can carry without loss: what events, messages and states are made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** SHA-256 in lower-case hexadecimal, 64 characters. */
export type Sha256 = string;

/** The canonical text of `value` (RFC 8785): one text for one content, whatever the order of its keys. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a value without JSON form has no canonical text');
  return text;
}

/** SHA-256 over the UTF-8 bytes of `text`. */
export function sha256Of(text: string): Sha256 {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of the canonical text of `value`. */
export function contentHash(value: unknown): Sha256 {
  return sha256Of(canonicalText(value));
}
