import type { ChainKind, EventBase, Recorded } from '../../domain/ledger/event.ts';
import type { Instant } from '../../domain/instant.ts';
import type { LetterChange } from '../../domain/ledger/letter.ts';
import type { Book } from '../../domain/ledger/book.ts';
import type { RowChange } from '../projections/row-change.ts';

/** One step of a chain, from which its projections are made. */
export interface Step<S, E extends EventBase> {
  readonly before: S;
  readonly recorded: Recorded<E>;
  readonly after: S;
}

/** What the store needs of a kind of chain, whatever its states and events are. */
export interface ChainBook {
  readonly kind: ChainKind;
  readonly initial: unknown;
  readonly stateVersion: number;
  // Methods, not properties: one table holds the books of all kinds, and what was stored under a kind comes back to the same book.
  evolve(state: unknown, event: EventBase): unknown;
  nextWake(state: unknown): Instant | null;
  lettersFor(event: EventBase, before: unknown, after: unknown): LetterChange;
  planOf(chain: string, state: unknown): string | null;
  project(step: Step<unknown, EventBase>): readonly RowChange[];
}

/** The book of every kind of chain. */
export type Books = Readonly<Record<ChainKind, ChainBook>>;

/** A domain book with what the store adds: whose plan a chain is, and which rows its events change. */
export function chainBook<S, E extends EventBase>(
  book: Book<S, E>,
  planOf: (chain: string, state: S) => string | null,
  project: (step: Step<S, E>) => readonly RowChange[],
): ChainBook {
  const added: Pick<ChainBook, 'planOf' | 'project'> = { planOf, project };
  return { ...book, ...added };
}
