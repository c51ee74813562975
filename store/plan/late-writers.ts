import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';

/** A chain whose writer has let its time pass; without a task or an objection the plan's own. */
export interface LateWriter {
  readonly planId: string;
  readonly taskId: string | null;
  readonly objectionId: string | null;
}

/**
 * Chains of plans on real time whose wake was due before `before`, and issued tasks that have not begun: their writers are late, or
 * the engine has lost them. A hundred at most; what waits for an operator is not among them.
 */
export async function lateWriters({ pool }: Source, before: Instant): Promise<readonly LateWriter[]> {
  const { rows } = await pool.query<LateWriter>({
    name: 'late writers',
    text: `SELECT plan_id AS "planId", CASE WHEN kind = 'task' THEN substr(chain, 6) END AS "taskId",
             CASE WHEN kind = 'objection' THEN substr(chain, 11) END AS "objectionId"
           FROM chain_head JOIN plan USING (plan_id)
           WHERE next_wake <= $1 AND parked_reason IS NULL AND plan.clock = 'real' AND kind IN ('task', 'plan', 'objection')
           UNION ALL
           SELECT plan_id, draft.task_id::text, NULL FROM task_draft AS draft JOIN plan USING (plan_id)
           WHERE plan.clock = 'real' AND plan.phase = 'issued'
             AND NOT EXISTS (SELECT 1 FROM chain_head WHERE chain = 'task/' || draft.task_id)
           LIMIT 100`,
    values: [before],
  });
  return rows;
}
