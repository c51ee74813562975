import type { Book } from '../ledger/book.ts';
import { evolveSheet } from './evolve.ts';
import { sheetLetters } from './letters.ts';
import type { SheetEvent } from './sheet-event.ts';
import { type SheetState, noSheet } from './sheet-state.ts';

/** How a sheet's chain is read; a sheet has no clock. */
export const sheetBook: Book<SheetState, SheetEvent> = {
  kind: 'sheet',
  initial: noSheet,
  stateVersion: 1,
  evolve: evolveSheet,
  nextWake: () => null,
  lettersFor: sheetLetters,
};
