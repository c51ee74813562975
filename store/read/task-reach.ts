import type { Source } from '../transaction.ts';

/** How far a reader's right over tasks reaches: null means everywhere, else only tasks of the unit, or with rows handed to the writer. */
export interface TaskReach {
  readonly unitId: string | null;
  readonly writerId: string | null;
}

/** The condition that keeps a query within the reach; `task` names a table with `task_id` and `plan_id`, the others the parameters. */
export function taskReach(task: string, unitId: string, writerId: string): string {
  return `(${unitId}::uuid IS NULL OR (
    (EXISTS (SELECT FROM task_party AS reached WHERE reached.task_id = ${task}.task_id AND reached.unit_id = ${unitId})
      OR EXISTS (SELECT FROM subject AS reached WHERE reached.task_id = ${task}.task_id AND reached.unit_id = ${unitId})
      OR EXISTS (SELECT FROM task_draft AS reached
                 WHERE reached.task_id = ${task}.task_id AND reached.plan_id = ${task}.plan_id
                   AND (reached.draft -> 'parties' @> jsonb_build_array(jsonb_build_object('unitId', ${unitId}::uuid))
                        OR reached.draft -> 'items' @> jsonb_build_array(jsonb_build_object('unitId', ${unitId}::uuid)))))
    AND (${writerId}::uuid IS NULL OR EXISTS (
      SELECT FROM return_row JOIN return ON return.return_id = return_row.return_id
      WHERE return_row.task_id = ${task}.task_id AND return.unit_id = ${unitId} AND writer_id = ${writerId}))))`;
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
