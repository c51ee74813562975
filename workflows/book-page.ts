import type { Book } from '../domain/ledger/book.ts';
import type { ChainPosition, EventBase, Recorded } from '../domain/ledger/event.ts';

/** A chain's state at its position: only ever what the ledger is known to hold. */
export interface BookPage<S, E extends EventBase> {
  readonly state: () => S;
  readonly position: () => ChainPosition;
  /** Evolves by rows that the ledger returned. False where rows between are missing: then the ledger has to be read again. */
  readonly take: (recorded: readonly Recorded<E>[]) => boolean;
  /** Goes to what was read anew. */
  readonly turnTo: (read: { readonly state: S; readonly position: ChainPosition }) => void;
}

/** The page at which a chain was opened. */
export function bookPage<S, E extends EventBase>(
  book: Book<S, E>,
  opened: { readonly state: S; readonly position: ChainPosition },
): BookPage<S, E> {
  let { position } = opened;
  let state = completed(book, opened.state);
  return {
    state: () => state,
    position: () => position,
    take: (recorded) => {
      // Rows of an earlier try may stand before this page: they are in the state already.
      const fresh = recorded.filter(({ seq }) => seq > position.seq);
      if (fresh.length > 0 && fresh[0]?.seq !== position.seq + 1) return false;
      for (const { event, seq, hash } of fresh) {
        state = book.evolve(state, event);
        position = { seq, hash };
      }
      return true;
    },
    turnTo: (read) => {
      state = completed(book, read.state);
      ({ position } = read);
    },
  };
}

// A run that began under an older worker was handed a state without the fields that came since.
function completed<S, E extends EventBase>({ initial }: Book<S, E>, state: S): S {
  return { ...initial, ...state };
}
