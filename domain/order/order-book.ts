import type { Book } from '../ledger/book.ts';
import { nextOrderWake } from './escalate.ts';
import { evolveOrder } from './evolve.ts';
import { orderLetters } from './letters.ts';
import type { OrderEvent } from './order-event.ts';
import { type OrderState, noOrder } from './order-state.ts';

/** How the chain of a slip or an order is read. */
export const orderBook: Book<OrderState, OrderEvent> = {
  kind: 'order',
  initial: noOrder,
  stateVersion: 1,
  evolve: evolveOrder,
  nextWake: nextOrderWake,
  lettersFor: orderLetters,
};
