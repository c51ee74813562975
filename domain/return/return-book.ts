import type { Book } from '../ledger/book.ts';
import { evolveReturn } from './evolve.ts';
import { returnLetters } from './letters.ts';
import type { ReturnEvent } from './return-event.ts';
import { type ReturnState, noReturn } from './return-state.ts';

/** How a return's chain is read; a return has no clock, its dates are those of the tasks' obligations. */
export const returnBook: Book<ReturnState, ReturnEvent> = {
  kind: 'return',
  initial: noReturn,
  stateVersion: 2,
  evolve: evolveReturn,
  nextWake: () => null,
  lettersFor: returnLetters,
};
