import { RuleViolation } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { Book } from '../../../domain/ledger/book.ts';
import type { EventBase } from '../../../domain/ledger/event.ts';

/** The smallest chain that shows everything the writer loop does: a count, wakes, an ending. */
export interface CounterState {
  readonly count: number;
  readonly lastAt: Instant | null;
  readonly wakes: readonly Instant[];
  readonly order: readonly string[];
  readonly hasEnded: boolean;
}

export type CounterEvent =
  | (EventBase & { readonly type: 'begun' })
  | (EventBase & {
      readonly type: 'added';
      readonly n: number;
      readonly wakeAt: Instant | null;
      readonly receivedAt: Instant | null;
    })
  | (EventBase & { readonly type: 'ticked' })
  | (EventBase & { readonly type: 'ended' });

export type CounterCommand =
  | { readonly type: 'begin' }
  | { readonly type: 'add'; readonly n: number; readonly wakeAt?: Instant }
  | { readonly type: 'nothing' }
  | { readonly type: 'end' }
  | { readonly type: 'wake' }
  | { readonly type: 'fail' };

export type CounterAct = Exclude<CounterCommand, { type: 'wake' | 'begin' }>;

export const counterBook: Book<CounterState, CounterEvent> = {
  kind: 'task',
  initial: { count: 0, lastAt: null, wakes: [], order: [], hasEnded: false },
  stateVersion: 1,
  evolve: (state, event) => ({
    count: state.count + (event.type === 'added' ? event.n : 0),
    lastAt: event.at,
    wakes: wakesAfter(state.wakes, event),
    order: [...state.order, event.type === 'added' ? `added ${event.n}` : event.type],
    hasEnded: state.hasEnded || event.type === 'ended',
  }),
  nextWake: ({ wakes, hasEnded }) => (hasEnded ? null : (wakes[0] ?? null)),
  lettersFor: () => ({ make: [], withdraw: [] }),
};

function wakesAfter(wakes: readonly Instant[], event: CounterEvent): readonly Instant[] {
  if (event.type === 'ticked') return wakes.filter((wake) => wake > event.at);
  return event.type === 'added' && event.wakeAt !== null ? [...wakes, event.wakeAt].toSorted() : wakes;
}

export function assertCounterMayEnter(state: CounterState, command: CounterCommand): void {
  if (state.hasEnded && command.type !== 'wake') throw new RuleViolation('counter-closed', '计数已经结束');
}

export function decideCounter(
  state: CounterState,
  {
    command,
    at,
    receivedAt,
  }: { readonly command: CounterCommand; readonly at: Instant; readonly receivedAt?: Instant },
): readonly CounterEvent[] {
  assertCounterMayEnter(state, command);
  switch (command.type) {
    case 'begin':
      return [{ type: 'begun', at, by: 'system' }];
    case 'add':
      if (command.n < 0) throw new RuleViolation('negative', '只能增加');
      return [
        {
          type: 'added',
          at,
          by: 'system',
          n: command.n,
          wakeAt: command.wakeAt ?? null,
          receivedAt: receivedAt ?? null,
        },
      ];
    case 'end':
      return [{ type: 'ended', at, by: 'system' }];
    case 'wake':
      return [{ type: 'ticked', at, by: 'system' }];
    case 'nothing':
    case 'fail':
      return [];
  }
}
