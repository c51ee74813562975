import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';

/** How far a reader's right over tasks reaches: null means everywhere, else only tasks of the unit, or with rows handed to the writer. */
export interface TaskReach {
  readonly unitId: string | null;
  readonly writerId: string | null;
}

/**
 * The condition that keeps a query within the reach as it is now; `task` names a table with `task_id` and `plan_id`, the others the
 * parameters. Once a task has parties of its own, the breakdown no longer says who they are.
 */
export function taskReach(task: string, unitId: string, writerId: string): string {
  return `(${unitId}::uuid IS NULL OR (
    (EXISTS (SELECT FROM task_party AS reached
             WHERE reached.task_id = ${task}.task_id AND reached.unit_id = ${unitId} AND reached.left_at IS NULL)
      OR EXISTS (SELECT FROM subject AS reached
                 WHERE reached.task_id = ${task}.task_id AND reached.unit_id = ${unitId} AND reached.removed_at IS NULL)
      OR NOT EXISTS (SELECT FROM task_party AS reached WHERE reached.task_id = ${task}.task_id)
        AND EXISTS (SELECT FROM task_draft AS reached
                    WHERE reached.task_id = ${task}.task_id AND reached.plan_id = ${task}.plan_id
                      AND (reached.draft -> 'parties' @> jsonb_build_array(jsonb_build_object('unitId', ${unitId}::uuid))
                           OR reached.draft -> 'items' @> jsonb_build_array(jsonb_build_object('unitId', ${unitId}::uuid)))))
    AND (${writerId}::uuid IS NULL OR EXISTS (
      SELECT FROM return_row JOIN return ON return.return_id = return_row.return_id
      WHERE return_row.task_id = ${task}.task_id AND return.unit_id = ${unitId} AND writer_id = ${writerId}))))`;
}

/**
 * When a unit left a task for good; null where it has a part in it, or never had one. What the task was until then stays theirs to read,
 * and nothing of what came after.
 */
export async function leftTaskAt({ pool }: Source, taskId: string, unitId: string | null): Promise<Instant | null> {
  if (unitId === null) return null;
  const { rows } = await pool.query<{ readonly at: Instant | null }>(
    `SELECT CASE WHEN bool_or(ended IS NULL) THEN NULL ELSE max(ended) END AS at FROM (
       SELECT left_at AS ended FROM task_party WHERE task_id = $1 AND unit_id = $2
       UNION ALL SELECT removed_at FROM subject WHERE task_id = $1 AND unit_id = $2
     ) AS part`,
    [taskId, unitId],
  );
  return rows[0]?.at ?? null;
}

/** Whether a task of a plan is within the reach. */
export async function isTaskWithin(
  { pool }: Source,
  { planId, taskId }: { readonly planId: string; readonly taskId: string },
  { unitId, writerId }: TaskReach,
): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT FROM task_draft AS task WHERE plan_id = $1 AND task_id = $2 AND ${taskReach('task', '$3', '$4')}`,
    [planId, taskId, unitId, writerId],
  );
  return rows.length > 0;
}

/** Whether a unit has anything to do with a plan: a task, or (before there are any for it) a place in its breakdown. */
export async function isUnitOfPlan({ pool }: Source, planId: string, unitId: string): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT FROM plan LEFT JOIN plan_unit ON plan_unit.plan_id = plan.plan_id AND plan_unit.unit_id = $2
     WHERE plan.plan_id = $1 AND (tasks IS NOT NULL OR office_unit_id = $2 OR leadership_unit_id = $2)`,
    [planId, unitId],
  );
  return rows.length > 0;
}
