import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';

/** An objection and the plan that it belongs to. */
export interface UntoldObjection {
  readonly objectionId: string;
  readonly planId: string;
}

/**
 * Objections of plans on real time whose target does not know of their beginning or end although that was recorded before `before`:
 * their writer was lost on the way. A hundred at most.
 */
export async function objectionsToTell({ pool }: Source, before: Instant): Promise<readonly UntoldObjection[]> {
  const { rows } = await pool.query<UntoldObjection>({
    name: 'objections to tell',
    text: `SELECT objection_id AS "objectionId", plan_id AS "planId" FROM objection JOIN plan USING (plan_id)
           JOIN chain_head ON chain = 'objection/' || objection_id
           WHERE plan.clock = 'real' AND parked_reason IS NULL AND coalesce(ended_at, filed_at) <= $1
             AND (noted = 'none' OR (noted = 'noted' AND objection.phase <> 'open')) LIMIT 100`,
    values: [before],
  });
  return rows;
}
