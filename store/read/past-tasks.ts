import type { Instant } from '../../domain/instant.ts';
import type { EventBase, Recorded } from '../../domain/ledger/event.ts';
import { type EventRow, eventColumns, recordedOf } from '../ledger/event-row.ts';
import type { Store } from '../store.ts';
import { type TaskRows, taskRowsOf } from './task-rows.ts';

/** Of which moment: by what had happened until then (`at`), or by what was recorded until then. */
export interface PastMoment {
  readonly basis: 'at' | 'recordedAt';
  readonly moment: Instant;
}

/** The events of a task up to a moment. */
export async function eventsUntil(
  { pool }: Pick<Store, 'pool'>,
  taskId: string,
  { basis, moment }: PastMoment,
): Promise<readonly Recorded<EventBase>[]> {
  const { rows } = await pool.query<EventRow>(
    `SELECT ${eventColumns} FROM event WHERE chain = $1
     AND ($2 = 'recordedAt' OR body -> 'event' ->> 'at' <= $3) AND ($2 = 'at' OR recorded_at <= $3) ORDER BY seq`,
    [`task/${taskId}`, basis, moment],
  );
  return rows.map(recordedOf);
}

/** The rows of these tasks as they stood at the moment, folded from the ledger. */
export async function pastTaskRows(
  store: Pick<Store, 'pool' | 'books'>,
  taskIds: readonly string[],
  past: PastMoment,
): Promise<ReadonlyMap<string, TaskRows>> {
  const folded = new Map<string, TaskRows>();
  for (const taskId of taskIds) folded.set(taskId, taskRowsOf(store.books, await eventsUntil(store, taskId, past)));
  return folded;
}
