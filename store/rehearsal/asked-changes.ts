import type { RehearsalView } from '../../domain/rehearsal/rehearsal-view.ts';
import type { Source } from '../transaction.ts';

/** Changes of tasks, sheets and deputies of a rehearsed plan, whatever became of them: what is there is not asked for again. */
export async function changesOfSeatsAndTasks(
  { pool }: Source,
  planId: string,
): Promise<Pick<RehearsalView, 'changes' | 'sheets' | 'deputies'>> {
  const changes = await pool.query<RehearsalView['changes'][number]>({
    name: 'changes of rehearsed plan',
    text: `SELECT change_id AS "changeId", state, decider FROM change_request WHERE plan_id = $1
           ORDER BY asked_at, change_id`,
    values: [planId],
  });
  const sheets = await pool.query<RehearsalView['sheets'][number]>({
    name: 'sheets of rehearsed plan',
    text: 'SELECT key, phase, version FROM sheet WHERE plan_id = $1 ORDER BY drafted_at, key',
    values: [planId],
  });
  const deputies = await pool.query<RehearsalView['deputies'][number]>({
    name: 'deputies of rehearsed plan',
    text: `SELECT unit_id AS "unitId", seat, deputy_id AS "deputyId", valid_from AS "validFrom" FROM deputy
           WHERE registry = $1 ORDER BY valid_from, unit_id, seat`,
    values: [`registry/${planId}`],
  });
  return { changes: changes.rows, sheets: sheets.rows, deputies: deputies.rows };
}
