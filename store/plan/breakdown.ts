import { createHash } from 'node:crypto';
import { type Sha256, canonicalText } from '../../domain/canonical.ts';
import type { OpenPoint, TaskDraft } from '../../domain/plan/task-draft.ts';
import type { Source } from '../transaction.ts';

/** A part of the breakdown: `limit` drafts after the first `after` of them. */
export interface DraftRange {
  readonly after?: number;
  readonly limit?: number;
}

/** Drafts of a plan's tasks in the order of the notice. */
export async function readDrafts(
  { pool }: Source,
  planId: string,
  { after = 0, limit = 1_000_000 }: DraftRange = {},
): Promise<readonly TaskDraft[]> {
  const { rows } = await pool.query<{ readonly draft: TaskDraft }>(
    // Positions are no count: a task that was taken out of another stands between two, and one that was merged leaves a gap.
    `SELECT draft FROM task_draft
     WHERE plan_id = $1
       AND position >= (SELECT position FROM task_draft WHERE plan_id = $1 ORDER BY position OFFSET $2 LIMIT 1)
     ORDER BY position LIMIT $3`,
    [planId, after, limit],
  );
  return rows.map(({ draft }) => draft);
}

/** The place for a task that is to stand right after the one of that number, before all where it is null. */
export async function placeAfter({ pool }: Source, planId: string, number: string | null): Promise<number> {
  const { rows } = await pool.query<{ readonly position: number; readonly next: number | null }>(
    `SELECT position, (SELECT min(position) FROM task_draft AS other WHERE other.plan_id = $1 AND other.position > draft.position) AS next
     FROM (SELECT position FROM task_draft WHERE plan_id = $1 AND number = $2
           UNION ALL SELECT 0 WHERE $2::text IS NULL) AS draft`,
    [planId, number],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`plan ${planId} has no task ${number}`);
  const { position, next } = row;
  const place = next === null ? position + 1 : (position + next) / 2;
  if (place <= position || place === next) throw new Error(`there is no place left after task ${number}`);
  return place;
}

/** A point with what was decided on it; `how` is null while it is open. */
export interface DraftPoint {
  readonly point: OpenPoint;
  readonly how: string | null;
}

/** Every point of a plan, settled ones too, in the order in which they were opened. */
export async function readPoints({ pool }: Source, planId: string): Promise<readonly DraftPoint[]> {
  const { rows } = await pool.query<DraftPoint>('SELECT point, how FROM open_point WHERE plan_id = $1 ORDER BY seq', [
    planId,
  ]);
  return rows;
}

/** What the leader approves: the version, and the hash over the drafts of all tasks in the order of the notice. */
export interface BreakdownVersion {
  readonly draftVersion: number;
  readonly breakdownHash: Sha256;
}

const draftsPerRead = 1_000;

/** The version of the breakdown as it stands; read within a snapshot where others may revise it meanwhile. */
export async function breakdownVersion(source: Source, planId: string): Promise<BreakdownVersion> {
  const { rows } = await source.pool.query<{ readonly draft_version: number }>(
    'SELECT draft_version FROM plan WHERE plan_id = $1',
    [planId],
  );
  const hash = createHash('sha256');
  for (let after = 0; ; after += draftsPerRead) {
    const drafts = await readDrafts(source, planId, { after, limit: draftsPerRead });
    for (const draft of drafts) hash.update(`${canonicalText(draft)}\n`);
    if (drafts.length < draftsPerRead) break;
  }
  return { draftVersion: rows[0]?.draft_version ?? 0, breakdownHash: hash.digest('hex') };
}
