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
 * events that took: loading the same entries again takes none. Entries that contradict each other are refused, all of them.
 */
export async function register(store: Store, entries: RegistryEntries, act: RegistryAct): Promise<number> {
  return inTransaction(store.pool, async (client) => {
    await lockHead(client, store.books.registry, realRegistry);
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
