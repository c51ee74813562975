import type { DecisionContext } from '../ledger/book.ts';
import type { Instant } from '../instant.ts';

/** When a plan's decision is made, and by which rules: what every decision gets besides state and command. */
export interface Moment {
  /** Never before the chain's last event. */
  readonly at: Instant;
  /** When duban first received the act: lateness is judged by it, so that nobody is late because duban was away. */
  readonly receivedAt: Instant;
  readonly context: DecisionContext;
}
