import { createHash } from 'node:crypto';
import { type Sha256, canonicalText } from '../../domain/canonical.ts';
import type { OpenPoint, TaskDraft } from '../../domain/plan/task-draft.ts';
import type { Source } from '../transaction.ts';

/** A part of the breakdown: `limit` drafts after the one at place `after`. */
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
    'SELECT draft FROM task_draft WHERE plan_id = $1 AND position > $2 ORDER BY position LIMIT $3',
    [planId, after, limit],
  );
  return rows.map(({ draft }) => draft);
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
