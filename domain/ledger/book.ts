import type { Instant } from '../instant.ts';
import type { Rules } from '../rules.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { ChainKind, EventBase } from './event.ts';
import type { LetterChange } from './letter.ts';

/** What a decision may look at besides the state: data, brought by whoever decides, never read from a clock or a file. */
export interface DecisionContext {
  readonly rules: Rules;
  readonly calendar: WorkingCalendar;
  /** Of the worker that served the run's `loadTask`: a changed decision asks for it before it decides the new way. */
  readonly decisionVersion: number;
}

/** How a chain of one kind is read: the same four functions serve the workflow, the append transaction, rebuild and verify. */
export interface Book<S, E extends EventBase> {
  readonly kind: ChainKind;
  readonly initial: S;
  /** Raised when `evolve` changes what it makes of old events: stored states of a lower version are folded anew. */
  readonly stateVersion: number;
  readonly evolve: (state: S, event: E) => S;
  readonly nextWake: (state: S) => Instant | null;
  readonly lettersFor: (event: E, before: S, after: S) => LetterChange;
}

/** The fold of `events` over `state`. */
export function fold<S, E extends EventBase>(book: Book<S, E>, state: S, events: readonly E[]): S {
  return events.reduce((folded, event) => book.evolve(folded, event), state);
}
