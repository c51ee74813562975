import { uuid5 } from '../../domain/ids.ts';
import type { ContentRef } from '../../domain/ledger/event.ts';
import type { RegistryEvent } from '../../domain/registry/registry-event.ts';
import { type NewContent, putContents } from '../content.ts';
import { type EventRow, eventColumns, recordedOf } from '../ledger/event-row.ts';
import type { Store } from '../store.ts';
import type { Connection } from '../transaction.ts';
import { particularsText } from './new-persons.ts';
import { type RegistryAct, type Unsigned, appendToRegistry } from './append-to-registry.ts';
import { realRegistry } from './registry-chain.ts';

/**
 * Copies the real registry into the chain of a stepped plan, so that nothing of the rehearsal reaches it: the same
 * units, persons, seats, calendars and rules, with the persons' particulars kept anew under the rehearsal's own salts.
 */
export async function copyRegistry(
  connection: Connection,
  store: Pick<Store, 'books'>,
  planId: string,
  act: RegistryAct,
): Promise<void> {
  const { rows } = await connection.query<EventRow>(`SELECT ${eventColumns} FROM event WHERE chain = $1 ORDER BY seq`, [
    realRegistry,
  ]);
  const originals = rows.map((row) => recordedOf(row).event as RegistryEvent);
  const refs = await copyParticulars(connection, planId, originals);
  const events = originals.flatMap((event) => unsigned(event, refs));
  await appendToRegistry(connection, store, { registry: `${realRegistry}/${planId}`, events, act });
}

function unsigned(event: RegistryEvent, refs: ReadonlyMap<string, ContentRef>): readonly Unsigned[] {
  if (event.type === 'contentErased') return [];
  const { at: _, by: __, ...said } = event;
  if (said.type !== 'personRegistered') return [said];
  return [{ ...said, particulars: refs.get(said.particulars.contentId) ?? said.particulars }];
}

async function copyParticulars(
  connection: Connection,
  planId: string,
  events: readonly RegistryEvent[],
): Promise<ReadonlyMap<string, ContentRef>> {
  const persons = events.filter((event) => event.type === 'personRegistered');
  const ids = persons.map(({ particulars }) => particulars.contentId);
  const { rows } = await connection.query<{ readonly id: string; readonly text: string | null }>(
    'SELECT id, text FROM content WHERE id = ANY ($1)',
    [ids],
  );
  const texts = new Map(rows.map(({ id, text }) => [id, text]));
  const copies = persons.map(({ key, particulars }, index): NewContent => {
    const path = `person/${key}/${persons.slice(0, index).filter((earlier) => earlier.key === key).length + 1}`;
    const text = texts.get(particulars.contentId) ?? erasedPerson;
    return { contentId: uuid5(planId, path), planId, path, text };
  });
  const refs = await putContents(connection, copies);
  return new Map(ids.flatMap((id, index) => (refs[index] === undefined ? [] : [[id, refs[index]] as const])));
}

const erasedPerson = particularsText({ name: '（已清除）', email: '', phone: '', mobile: '' });
