import { hash } from 'node:crypto';
import type { Sha256 } from '../../domain/canonical.ts';
import type { Instant } from '../../domain/instant.ts';

/** SHA-256 over the UTF-8 bytes of the texts, one after the other. */
export function sha256Joined(...texts: readonly string[]): Sha256 {
  return hash('sha256', texts.join(''), 'hex');
}

/** The hash that binds an event to all before it in its chain. */
export function chainedHash(previous: Sha256, canonical: string): Sha256 {
  return sha256Joined(previous, canonical);
}

/** Seals what stands outside the chained hash: when it was recorded and how it came in. */
export function sealOf(eventHash: Sha256, recordedAt: Instant, transport: string): Sha256 {
  return sha256Joined(eventHash, recordedAt, transport);
}
