import type { Rules } from '../../domain/rules.ts';
import type { OpenedRow } from '../../domain/return/return-event.ts';
import { type OwedObligation, openRowsOf } from '../../domain/return/return-of.ts';
import type { TaskState } from '../../domain/task/task-state.ts';
import { readHead } from '../ledger/chain-head.ts';
import type { Store } from '../store.ts';
import type { Connection } from '../transaction.ts';

/** Whose return of which plan, and by which rules its rows are limited. */
export interface OpenRowsQuestion {
  readonly planId: string;
  readonly owed: OwedObligation;
  readonly rules: Rules;
}

/** The rows that wait for the unit in this return, task by task in the order of the notice. */
export async function readOpenRows(
  connection: Connection,
  { books }: Pick<Store, 'books'>,
  { planId, owed, rules }: OpenRowsQuestion,
): Promise<readonly OpenedRow[]> {
  const { rows: found } = await connection.query<{ readonly task_id: string }>(
    `SELECT task_id FROM obligation JOIN task_draft AS draft USING (plan_id, task_id)
     WHERE plan_id = $1 AND unit_id = $2 AND period = $3 AND kind = $4 AND state IN ('open', 'sent-back')
       AND NOT EXISTS (SELECT FROM task WHERE task.task_id = obligation.task_id AND suspended_on IS NOT NULL)
     ORDER BY draft.position`,
    [planId, owed.unitId, owed.period, owed.kind],
  );
  const rows: OpenedRow[] = [];
  for (const { task_id: taskId } of found) {
    const { state } = await readHead(connection, books.task, `task/${taskId}`);
    rows.push(...openRowsOf(state as TaskState, owed, rules));
  }
  return rows;
}
