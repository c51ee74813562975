import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { contentHash } from '../../domain/canonical.ts';
import { type Instant, later } from '../../domain/instant.ts';
import type { RegistryEvent } from '../../domain/registry/registry-event.ts';
import type { RegistryState } from '../../domain/registry/registry-book.ts';
import { appendWithin } from '../ledger/append.ts';
import { lockHead } from '../ledger/chain-head.ts';
import type { Store } from '../store.ts';
import { type Connection, inTransaction } from '../transaction.ts';
import { newCalendars, newRules } from './new-versions.ts';
import { newPersons } from './new-persons.ts';
import { newSeats } from './new-seats.ts';
import { newUnits } from './new-units.ts';
import { realRegistry } from './registry-chain.ts';
import type { RegistryEntries } from './registry-entries.ts';

/** Who registers, when (wall clock; the plan's instant for a copy), and how it came in. */
export interface RegistryAct {
  readonly by: Actor;
  readonly at: Instant;
  readonly transport: string;
}

/** An event without what every event of the act says. */
export type Unsigned = RegistryEvent extends infer E ? (E extends RegistryEvent ? Omit<E, 'at' | 'by'> : never) : never;

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

/** What is added to which registry by which act. */
export interface RegistryAddition {
  readonly registry: string;
  readonly events: readonly Unsigned[];
  readonly act: RegistryAct;
}

/** Adds events to a registry's chain within a transaction; nothing where there are none. */
export async function appendToRegistry(
  connection: Connection,
  { books }: Pick<Store, 'books'>,
  { registry, events, act }: RegistryAddition,
): Promise<void> {
  if (events.length === 0) return;
  const { seq, hash, state } = await lockHead(connection, books.registry, registry);
  const { lastAt } = state as RegistryState;
  const at = later(act.at, lastAt ?? act.at);
  const signed = events.map((event) => ({ ...event, at, by: act.by }));
  await appendWithin(connection, books, {
    chain: registry,
    expected: { seq, hash },
    commandId: randomUUID(),
    contentHash: contentHash(signed),
    events: signed,
    recordedAt: act.at,
    transport: act.transport,
  });
}
