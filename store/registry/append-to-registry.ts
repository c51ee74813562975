import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { type Sha256, contentHash } from '../../domain/canonical.ts';
import { type Instant, later } from '../../domain/instant.ts';
import type { RegistryState } from '../../domain/registry/registry-book.ts';
import type { RegistryEvent } from '../../domain/registry/registry-event.ts';
import { appendWithin } from '../ledger/append.ts';
import { lockHead } from '../ledger/chain-head.ts';
import type { Store } from '../store.ts';
import type { Connection } from '../transaction.ts';

/** Who registers, when (wall clock; the plan's instant for a copy), and how it came in. */
export interface RegistryAct {
  readonly by: Actor;
  readonly at: Instant;
  readonly transport: string;
  /** Of an act that may be sent again: its id, and the hash of what was sent. */
  readonly identity?: { readonly commandId: string; readonly contentHash: Sha256 };
}

/** An event without what every event of the act says. */
export type Unsigned = RegistryEvent extends infer E ? (E extends RegistryEvent ? Omit<E, 'at' | 'by'> : never) : never;

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
    ...(act.identity ?? { commandId: randomUUID(), contentHash: contentHash(signed) }),
    events: signed,
    recordedAt: act.at,
    transport: act.transport,
  });
}
