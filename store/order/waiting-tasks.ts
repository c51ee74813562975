import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';

/** How many tasks of the plan have not taken a wake that was due by `by`; one that waits for an operator is not waited for. */
export async function waitingTasks({ pool }: Source, planId: string, by: Instant): Promise<number> {
  const { rows } = await pool.query<{ readonly waiting: number }>({
    name: 'tasks before a wake',
    text: `SELECT count(*) AS waiting FROM chain_head
           WHERE plan_id = $1 AND kind = 'task' AND next_wake <= $2 AND parked_reason IS NULL`,
    values: [planId, by],
  });
  return rows[0]?.waiting ?? 0;
}
