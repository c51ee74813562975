import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';

/** A chain whose writer has let its time pass. */
export interface LateWriter {
  readonly planId: string;
  readonly chain: string;
}

/**
 * Chains of plans on real time whose wake was due before `before`, and issued tasks that have not begun: their writers are late, or
 * the engine has lost them. A hundred at most; what waits for an operator is not among them.
 */
export async function lateWriters({ pool }: Source, before: Instant): Promise<readonly LateWriter[]> {
  const { rows } = await pool.query<LateWriter>({
    name: 'late writers',
    text: `SELECT plan_id AS "planId", chain
           FROM chain_head JOIN plan USING (plan_id)
           WHERE next_wake <= $1 AND parked_reason IS NULL AND plan.clock = 'real' AND kind IN ('task', 'plan', 'order', 'objection')
           UNION ALL
           SELECT plan_id, 'task/' || draft.task_id FROM task_draft AS draft JOIN plan USING (plan_id)
           WHERE plan.clock = 'real' AND plan.phase = 'issued'
             AND NOT EXISTS (SELECT 1 FROM chain_head WHERE chain = 'task/' || draft.task_id)
           LIMIT 100`,
    values: [before],
  });
  return rows;
}
