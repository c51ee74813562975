import type { Instant } from '../instant.ts';
import type { DecisionContext } from '../ledger/book.ts';

/** When a decision on a slip or an order is made, and by which rules. */
export interface OrderMoment {
  /** Never before the chain's last event. */
  readonly at: Instant;
  /** When duban first received the act: lateness is judged by it. */
  readonly receivedAt: Instant;
  readonly context: DecisionContext;
}
