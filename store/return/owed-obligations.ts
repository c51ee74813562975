import type { Period } from '../../domain/calendar/quarter.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { ObligationKind } from '../../domain/task/task-state.ts';
import type { TaskReach } from '../read/task-reach.ts';
import type { Source } from '../transaction.ts';

/** What one unit still owes of one kind for one period, over all tasks of the plan: the contents of one return. */
export interface OwedReturn {
  readonly unitId: string;
  readonly period: Period | 'plan';
  readonly kind: ObligationKind;
  /** The earliest due day of what is open; for rows that came back the day by which they are due again. */
  readonly due: PlainDate;
  readonly tasks: number;
  readonly rows: number;
  readonly sentBackRows: number;
}

/** Returns with open rows, the most pressing first; of one unit, or of all. A task that stands still asks for none. */
export async function owedReturns({ pool }: Source, planId: string, unitId?: string): Promise<readonly OwedReturn[]> {
  const { rows } = await pool.query<OwedReturn>(
    `SELECT unit_id AS "unitId", period, kind, min(coalesce(resubmit_due, due)) AS due, count(DISTINCT obligation.task_id) AS tasks,
            count(*) AS rows, count(*) FILTER (WHERE line.state = 'sent-back') AS "sentBackRows"
     FROM obligation JOIN obligation_row AS line ON line.task_id = obligation.task_id AND line.obligation_id = obligation.id
     WHERE plan_id = $1 AND ($2::uuid IS NULL OR unit_id = $2) AND obligation.state IN ('open', 'sent-back')
       AND line.state IN ('open', 'sent-back')
       AND NOT EXISTS (SELECT FROM task WHERE task.task_id = obligation.task_id AND suspended_on IS NOT NULL)
     GROUP BY unit_id, period, kind ORDER BY due, kind, period, unit_id`,
    [planId, unitId ?? null],
  );
  return rows;
}

/** Of which plan, within which reach, due between which days. */
export interface DueQuestion {
  readonly planId: string;
  readonly reach: TaskReach;
  readonly within: { readonly from: PlainDate; readonly to: PlainDate };
}

/** What is still owed and due between two days, day by day: unlike `owedReturns`, a return is told on each of its days. */
export async function dueReturns(
  { pool }: Source,
  { planId, reach, within }: DueQuestion,
): Promise<readonly Omit<OwedReturn, 'sentBackRows'>[]> {
  const { rows } = await pool.query<Omit<OwedReturn, 'sentBackRows'>>(
    `SELECT unit_id AS "unitId", period, kind, coalesce(resubmit_due, due) AS due, count(DISTINCT obligation.task_id) AS tasks,
            count(*) AS rows
     FROM obligation JOIN obligation_row AS line ON line.task_id = obligation.task_id AND line.obligation_id = obligation.id
     WHERE plan_id = $1 AND ($2::uuid IS NULL OR unit_id = $2) AND obligation.state IN ('open', 'sent-back')
       AND line.state IN ('open', 'sent-back') AND coalesce(resubmit_due, due) BETWEEN $3 AND $4
       AND NOT EXISTS (SELECT FROM task WHERE task.task_id = obligation.task_id AND suspended_on IS NOT NULL)
     GROUP BY unit_id, period, kind, coalesce(resubmit_due, due) ORDER BY 4, kind, period, unit_id`,
    [planId, reach.unitId, within.from, within.to],
  );
  return rows;
}

/** What waits for the office's review: one return of one unit, with the earliest day by which a row of it is due. */
export interface ReviewWaiting {
  readonly unitId: string;
  readonly period: Period | 'plan';
  readonly kind: ObligationKind;
  readonly reviewDue: PlainDate;
  readonly tasks: number;
  readonly overdue: boolean;
}

/** Returns that the office has to review, the most pressing first. */
export async function reviewsWaiting({ pool }: Source, planId: string): Promise<readonly ReviewWaiting[]> {
  const { rows } = await pool.query<ReviewWaiting>(
    `SELECT unit_id AS "unitId", period, kind, min(review_due) AS "reviewDue", count(*) AS tasks, bool_or(review_overdue) AS overdue
     FROM obligation WHERE plan_id = $1 AND state = 'submitted' AND review_due IS NOT NULL
     GROUP BY unit_id, period, kind ORDER BY min(review_due), kind, period, unit_id`,
    [planId],
  );
  return rows;
}
