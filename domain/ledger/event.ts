import type { Actor } from '../actor.ts';
import type { Sha256 } from '../canonical.ts';
import type { Instant } from '../instant.ts';

/** The kinds of chains; each has exactly one kind of writer (design: ledger). */
export type ChainKind = 'task' | 'plan' | 'return' | 'order' | 'objection' | 'sheet' | 'registry';

/** What every event says besides its own content. `at` never decreases within a chain. */
export interface EventBase {
  readonly type: string;
  readonly at: Instant;
  readonly by: Actor;
}

/** A text that people wrote, kept outside the chain so that it can be erased after its term; `commitment` = SHA-256(salt ‖ text). */
export interface ContentRef {
  readonly contentId: string;
  readonly commitment: Sha256;
}

/** Where an event stands in its chain, and the hash that binds it to all before it. */
export interface ChainPosition {
  readonly seq: number;
  readonly hash: Sha256;
}

/** An event as the ledger holds it: what was decided, where it stands, and which command made it. */
export interface Recorded<E extends EventBase> extends ChainPosition {
  readonly chain: string;
  readonly commandId: string;
  readonly ordinal: number;
  readonly recordedAt: Instant;
  readonly event: E;
}

/** Head of a chain before its first event. */
export const emptyChain: ChainPosition = { seq: 0, hash: '0'.repeat(64) };

/** What identifies an act: the id that the browser chose when the form opened, and the hash of what it says. */
export interface CommandIdentity {
  readonly commandId: string;
  readonly contentHash: Sha256;
}
