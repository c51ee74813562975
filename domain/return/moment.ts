import type { DecisionContext } from '../ledger/book.ts';
import type { Instant } from '../instant.ts';

/** When a decision on a return is made, by which rules, and what it may know of texts that stand outside the chain. */
export interface ReturnMoment {
  /** Never before the chain's last event. */
  readonly at: Instant;
  readonly context: DecisionContext;
  /** Characters of each text that the command refers to, by content id, counted by whoever keeps the texts. */
  readonly characters: Readonly<Record<string, number>>;
}
