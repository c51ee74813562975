import { type Action, assertMay } from '../../domain/permissions.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { earlierAnswer } from '../ledger/append.ts';
import { lockHead } from '../ledger/chain-head.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';
import { type RegistryAct, appendToRegistry } from './append-to-registry.ts';
import { newPersons } from './new-persons.ts';
import { newSeats } from './new-seats.ts';
import { newUnits } from './new-units.ts';
import { newCalendars, newRules } from './new-versions.ts';
import { realRegistry } from './registry-chain.ts';
import type { RegistryEntries } from './registry-entries.ts';

/**
 * Registers what is new or changed among `entries` under the lock of the real registry's chain, and returns how many
 * events that took: loading the same entries again takes none, and an act that was recorded gets its first answer. Entries that
 * contradict each other are refused, all of them.
 */
export async function register(store: Store, entries: RegistryEntries, act: RegistryAct): Promise<number> {
  assertMayRegister(entries, act);
  return inTransaction(store.pool, async (client) => {
    const head = await lockHead(client, store.books.registry, realRegistry);
    const { identity } = act;
    const earlier =
      identity === undefined ? null : await earlierAnswer(client, head, { chain: realRegistry, ...identity });
    if (earlier?.outcome === 'repeated') return earlier.recorded.length;
    if (earlier?.outcome === 'other-content')
      throw new RuleViolation('other-content', '同一编号的办理已按其他内容提交，请刷新页面后重新办理。');
    const events = [
      ...(await newUnits(client, entries.units ?? [])),
      ...(await newPersons(client, entries.persons ?? [])),
      ...(await newSeats(client, entries)),
      ...(await newCalendars(client, entries.calendars ?? [])),
      ...(await newRules(client, entries.rules ?? [])),
    ];
    await appendToRegistry(client, store, { registry: realRegistry, events, act });
    return events.length;
  });
}

const actions = {
  units: 'registerUnit',
  persons: 'registerPerson',
  seats: 'assignSeat',
  calendars: 'importCalendar',
  rules: 'importRules',
} as const satisfies Readonly<Record<keyof RegistryEntries, Action>>;

// What comes with the program is registered by the system itself; a person needs the right to each part.
function assertMayRegister(entries: RegistryEntries, { by }: RegistryAct): void {
  if (by === 'system') return;
  const parts = ['units', 'persons', 'seats', 'calendars', 'rules'] as const;
  for (const part of parts) if ((entries[part]?.length ?? 0) > 0) assertMay(by, actions[part]);
}
