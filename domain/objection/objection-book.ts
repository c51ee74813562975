import type { Book } from '../ledger/book.ts';
import { evolveObjection } from './evolve.ts';
import { objectionLetters } from './letters.ts';
import type { ObjectionEvent } from './objection-event.ts';
import { type ObjectionState, unfiledObjection } from './objection-state.ts';
import { nextObjectionWake } from './wake.ts';

/** How an objection's chain is read. */
export const objectionBook: Book<ObjectionState, ObjectionEvent> = {
  kind: 'objection',
  initial: unfiledObjection,
  stateVersion: 1,
  evolve: evolveObjection,
  nextWake: nextObjectionWake,
  lettersFor: (event, _, after) => objectionLetters(event, after),
};
