import type { EventBase, Recorded } from '../../domain/ledger/event.ts';
import type { Instant } from '../../domain/instant.ts';
import { type EventRow, eventColumns, recordedOf } from '../ledger/event-row.ts';
import type { Source } from '../transaction.ts';
import { listPage } from './list-page.ts';

/** Which events of a chain; what is null is not asked. */
export interface EventQuestion {
  readonly type: string | null;
  readonly personId: string | null;
  /** From this moment on, and before that one. */
  readonly from: Instant | null;
  readonly before: Instant | null;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A page of the events of a chain, and how many of them there are in all. */
export async function eventListPage(
  source: Source,
  chain: string,
  { type, personId, from, before, ...part }: EventQuestion,
): Promise<{ readonly total: number; readonly rows: readonly Recorded<EventBase>[] }> {
  const text = `SELECT ${eventColumns}, body->'event'->>'type' AS type, body->'event'->'by'->>'personId' AS "personId"
    FROM event WHERE chain = $1
      AND ($2::text IS NULL OR body->'event'->>'at' >= $2) AND ($3::text IS NULL OR body->'event'->>'at' < $3)`;
  const list = { text, values: [chain, from, before], searched: [], last: 'seq' };
  const question = { ...part, search: null, equals: { type, personId }, by: 'seq' };
  const { total, rows } = await listPage<EventRow>(source, list, question);
  return { total, rows: rows.map(recordedOf) };
}

/** The earlier versions of tasks of the breakdown, by which a later one is told what it changed. */
export async function earlierDrafts(
  { pool }: Source,
  chain: string,
  { taskIds, before }: { readonly taskIds: readonly string[]; readonly before: number },
): Promise<readonly Recorded<EventBase>[]> {
  if (taskIds.length === 0) return [];
  const { rows } = await pool.query<EventRow>(
    `SELECT ${eventColumns} FROM event
     WHERE chain = $1 AND seq < $2 AND body->'event'->'draft'->>'taskId' = ANY ($3) ORDER BY seq`,
    [chain, before, taskIds],
  );
  return rows.map(recordedOf);
}
