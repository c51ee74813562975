import { createLedger } from '../../../activities/ledger.ts';
import { contentHash } from '../../../domain/canonical.ts';
import { type Instant, instantOfEpoch } from '../../../domain/instant.ts';
import type { PlanClock } from '../../../domain/plan/plan-state.ts';
import rules from '../../../seeds/rules/default.json' with { type: 'json' };
import { type Books, chainBook } from '../../../store/ledger/chain-book.ts';
import { loadChain } from '../../../store/ledger/load.ts';
import { openPool } from '../../../store/pool.ts';
import type { OpenedBook } from '../../../workflows/ledger-port.ts';
import { type CounterCommand, type CounterState, counterBook } from './counter-book.ts';

const book = chainBook(
  counterBook,
  () => null,
  () => [],
);
const books: Books = {
  task: book,
  plan: book,
  return: book,
  order: book,
  objection: book,
  sheet: book,
  registry: book,
};

/** Where the clock of stepped counters begins. */
export const startOfSteps = '2022-08-22T01:00:00.000Z' as Instant;

/** A ledger of counters in the database at `url`. */
export function counterStore(url: string) {
  return { pool: openPool({ url, size: 5, name: 'counter' }), books };
}

/** What the counter's workflow asks of the ledger: duban's own activities, and the opening of a counter. */
export function counterActivities(
  store: ReturnType<typeof counterStore>,
  isStepped: (id: string) => boolean = () => false,
) {
  const openCounter = async ({ id }: { readonly id: string }): Promise<OpenedBook<CounterState, CounterCommand>> => {
    const chain = `task/${id}`;
    const clock: PlanClock = isStepped(id) ? 'stepped' : 'real';
    const loaded = await loadChain(store, chain);
    const first: CounterCommand = { type: 'begin' };
    const at = clock === 'stepped' ? startOfSteps : instantOfEpoch(Date.now());
    return {
      chain,
      position: { seq: loaded.seq, hash: loaded.hash },
      state: loaded.state as CounterState,
      context: { rules, calendar: [], decisionVersion: 1 },
      clock,
      planInstant: clock === 'stepped' ? startOfSteps : null,
      recent: loaded.recent,
      first: loaded.seq > 0 ? null : { commandId: `begin/${id}`, contentHash: contentHash(first), at, command: first },
    };
  };
  return { ...createLedger(store), openCounter };
}
