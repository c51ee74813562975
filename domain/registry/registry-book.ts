import { assertNever } from '../errors.ts';
import type { Instant } from '../instant.ts';
import type { Book } from '../ledger/book.ts';
import type { RegistryEvent } from './registry-event.ts';

/** What a registry remembers of itself; units, persons and seats, of which there may be any number, are rows of the store. */
export interface RegistryState {
  readonly lastAt: Instant | null;
  /** The newest version of the rules; 0 where there are none. */
  readonly rulesVersion: number;
  /** The newest version of each year's table. */
  readonly calendarVersions: Readonly<Record<string, number>>;
}

/** How a registry's chain is read; it sends no letters and waits for nothing. */
export const registryBook: Book<RegistryState, RegistryEvent> = {
  kind: 'registry',
  initial: { lastAt: null, rulesVersion: 0, calendarVersions: {} },
  stateVersion: 1,
  evolve: (state, event) => ({ ...changed(state, event), lastAt: event.at }),
  nextWake: () => null,
  lettersFor: () => ({ make: [], withdraw: [] }),
};

function changed(state: RegistryState, event: RegistryEvent): RegistryState {
  switch (event.type) {
    case 'calendarImported':
      return {
        ...state,
        calendarVersions: { ...state.calendarVersions, [String(event.table.year)]: event.table.version },
      };
    case 'rulesImported':
      return { ...state, rulesVersion: event.rules.version };
    case 'unitRegistered':
    case 'personRegistered':
    case 'seatTaken':
    case 'seatLeft':
    case 'deputyAuthorised':
    case 'deputyEnded':
    case 'contactsChanged':
    case 'contentErased':
      return state;
    default:
      return assertNever(event);
  }
}
