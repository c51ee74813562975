import type { Period } from '../../domain/calendar/quarter.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { ObligationKind } from '../../domain/task/task-state.ts';
import type { Source } from '../transaction.ts';

/** A return that waits for the head's approval, or rows in it that were handed to a writer. */
export interface WaitingReturn {
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
  readonly due: PlainDate;
  readonly rows: number;
  readonly tasks: number;
}

/** Returns that were sent up to a head, of one unit or of all. */
export async function headApprovals(
  { pool }: Source,
  planId: string,
  unitId: string | null,
): Promise<readonly WaitingReturn[]> {
  const { rows } = await pool.query<WaitingReturn>(
    `SELECT return.unit_id AS "unitId", return.kind, return.period, min(due) AS due, count(*) AS rows,
            count(DISTINCT task_id) AS tasks
     FROM return JOIN return_row USING (return_id)
     WHERE plan_id = $1 AND ($2::uuid IS NULL OR unit_id = $2) AND phase = 'draft' AND head_asked_at IS NOT NULL AND state = 'draft'
     GROUP BY return.return_id ORDER BY min(due)`,
    [planId, unitId],
  );
  return rows;
}

/** Rows that were handed to a writer and are still drafts, by return. */
export async function handedRows(
  { pool }: Source,
  planId: string,
  writerId: string,
): Promise<readonly WaitingReturn[]> {
  const { rows } = await pool.query<WaitingReturn>(
    `SELECT return.unit_id AS "unitId", return.kind, return.period, min(due) AS due, count(*) AS rows,
            count(DISTINCT task_id) AS tasks
     FROM return JOIN return_row USING (return_id)
     WHERE plan_id = $1 AND writer_id = $2 AND state = 'draft' GROUP BY return.return_id ORDER BY min(due)`,
    [planId, writerId],
  );
  return rows;
}

/** A report on which a supporting unit may still file a differing statement. */
export interface OpenStatement {
  readonly taskId: string;
  readonly taskNumber: string;
  readonly title: string;
  readonly until: PlainDate;
}

/** Statements 不同意见 that a unit may still file. */
export async function openStatements(
  { pool }: Source,
  { planId, unitId, today }: { readonly planId: string; readonly unitId: string; readonly today: PlainDate },
): Promise<readonly OpenStatement[]> {
  const { rows } = await pool.query<OpenStatement>(
    `SELECT task.task_id AS "taskId", task.number AS "taskNumber", task.title, min(until.value) AS until
     FROM task JOIN chain_head ON chain = 'task/' || task.task_id
     CROSS JOIN LATERAL jsonb_each_text(state -> 'statementsUntil') AS until (obligation_id, value)
     WHERE task.plan_id = $1 AND until.value >= $3
       AND EXISTS (SELECT FROM task_party WHERE task_party.task_id = task.task_id AND left_at IS NULL AND unit_id = $2 AND role <> 'lead')
       AND NOT state -> 'statements' ? (until.obligation_id || ' ' || $2)
     GROUP BY task.task_id, task.number, task.title ORDER BY min(until.value)`,
    [planId, unitId, today],
  );
  return rows;
}

/** Parts of a unit in a plan. */
export interface UnitParts {
  readonly leads: number;
  readonly supports: number;
  readonly districts: number;
  readonly items: number;
}

/** How many tasks a unit leads, supports or takes part in as a district, and for how many items it answers. */
export async function unitParts({ pool }: Source, planId: string, unitId: string): Promise<UnitParts> {
  const { rows } = await pool.query<UnitParts>(
    `SELECT count(*) FILTER (WHERE role = 'lead') AS leads, count(*) FILTER (WHERE role = 'support') AS supports,
            count(*) FILTER (WHERE role = 'district') AS districts,
            (SELECT count(*) FROM subject WHERE plan_id = $1 AND removed_at IS NULL AND unit_id = $2 AND kind <> 'whole') AS items
     FROM task_party WHERE plan_id = $1 AND left_at IS NULL AND unit_id = $2`,
    [planId, unitId],
  );
  return rows[0] ?? { leads: 0, supports: 0, districts: 0, items: 0 };
}
