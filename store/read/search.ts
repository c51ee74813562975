import type { Source } from '../transaction.ts';
import { type TaskReach, taskReach } from './task-reach.ts';

/** A task or an item in which the words occur. */
export interface Found {
  readonly planId: string;
  readonly planTitle: string;
  readonly taskId: string;
  readonly number: string;
  readonly title: string;
  readonly item: string | null;
}

/** Tasks and items within the reach whose titles or quoted words hold the words; of one plan, or of all. */
export async function searchTasks(
  { pool }: Source,
  {
    words,
    planId,
    reach,
    limit,
  }: { readonly words: string; readonly planId: string | null; readonly reach: TaskReach; readonly limit: number },
): Promise<readonly Found[]> {
  const { rows } = await pool.query<Found>(
    `SELECT draft.plan_id AS "planId", plan.title AS "planTitle", task_id AS "taskId", number, draft.title, item.title AS item
     FROM task_draft AS draft JOIN plan ON plan.plan_id = draft.plan_id LEFT JOIN LATERAL (
       SELECT each ->> 'title' AS title FROM jsonb_array_elements(draft -> 'items') AS each
       WHERE position($1 IN each ->> 'title') > 0 OR position($1 IN each ->> 'quote') > 0
     ) AS item ON true
     WHERE ($2::uuid IS NULL OR draft.plan_id = $2) AND (position($1 IN draft.title) > 0 OR draft.number = $1 OR item.title IS NOT NULL)
       AND ${taskReach('draft', '$3', '$4')}
     ORDER BY plan.imported_at DESC, draft.position LIMIT $5`,
    [words, planId, reach.unitId, reach.writerId, limit],
  );
  return rows;
}
