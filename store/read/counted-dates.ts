import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import type { Period } from '../../domain/calendar/quarter.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { ObligationKind } from '../../domain/task/task-state.ts';
import type { Source } from '../transaction.ts';

/** How the limits of a plan as a whole were counted; null while it has none. */
export interface PlanCounts {
  readonly receiptDue: ComputedDate | null;
  /** Every beginning of the consultation, with the units that it went to. */
  readonly consultations: readonly { readonly unitIds: readonly string[]; readonly due: ComputedDate }[];
}

/** How the days were counted by which a plan is answered and receipted, from its own record. */
export async function countsOfPlan({ pool }: Source, planId: string): Promise<PlanCounts> {
  const { rows } = await pool.query<{
    readonly receipt: ComputedDate | null;
    readonly due: ComputedDate | null;
    readonly unitIds: readonly string[];
  }>(
    `SELECT body -> 'event' -> 'receiptDue' AS receipt, body -> 'event' -> 'due' AS due, body -> 'event' -> 'unitIds' AS "unitIds"
     FROM event WHERE chain = $1 AND body -> 'event' ->> 'type' IN ('consultationBegun', 'planIssued') ORDER BY seq`,
    [`plan/${planId}`],
  );
  return {
    receiptDue: rows.find(({ receipt }) => receipt !== null)?.receipt ?? null,
    consultations: rows.flatMap(({ due, unitIds }) => (due === null ? [] : [{ unitIds, due }])),
  };
}

/** A day by which a unit owes something of one return, with how it was counted. */
export interface OwedCount {
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
  readonly day: PlainDate;
  readonly counted: ComputedDate | null;
}

const sentBackCount = `(
  SELECT body -> 'event' -> 'resubmitDue' FROM event
  WHERE chain = 'task/' || obligation.task_id AND body -> 'event' ->> 'type' = 'rowsSentBack'
    AND body -> 'event' ->> 'obligationId' = obligation.id ORDER BY seq DESC LIMIT 1
)`;

/** Every day by which a unit owes or owed something, rows that came back among them; of all units only what is not settled. */
export async function owedCounts(
  { pool }: Source,
  planId: string,
  unitId: string | null,
): Promise<readonly OwedCount[]> {
  const { rows } = await pool.query<OwedCount>(
    `SELECT DISTINCT unit_id AS "unitId", kind, period, due AS day, due_computed AS counted FROM obligation
     WHERE plan_id = $1 AND ($2::uuid IS NULL OR unit_id = $2) AND state <> 'ended'
       AND ($2::uuid IS NOT NULL OR state <> 'accepted')
     UNION SELECT unit_id, kind, period, resubmit_due, ${sentBackCount} FROM obligation
     WHERE plan_id = $1 AND ($2::uuid IS NULL OR unit_id = $2) AND state = 'sent-back' AND resubmit_due IS NOT NULL`,
    [planId, unitId],
  );
  return rows;
}

/** How the days were counted by which rows that came back are due again, by task and obligation. */
export async function resubmitCounts(
  { pool }: Source,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, ComputedDate>> {
  const { rows } = await pool.query<{ readonly key: string; readonly counted: ComputedDate }>(
    `SELECT substring(chain FROM 6) || ' ' || (body -> 'event' ->> 'obligationId') AS key, body -> 'event' -> 'resubmitDue' AS counted
     FROM event WHERE chain = ANY ($1) AND body -> 'event' ->> 'type' = 'rowsSentBack' ORDER BY chain, seq`,
    [taskIds.map((taskId) => `task/${taskId}`)],
  );
  return new Map(rows.map(({ key, counted }) => [key, counted]));
}

/** How the days were counted by which changes of these tasks are to be decided, by change. */
export async function decisionCounts(
  { pool }: Source,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, ComputedDate>> {
  const { rows } = await pool.query<{ readonly id: string; readonly counted: ComputedDate }>(
    `SELECT body -> 'event' ->> 'changeId' AS id, body -> 'event' -> 'decideBy' AS counted
     FROM event WHERE chain = ANY ($1) AND body -> 'event' ->> 'type' = 'changeRequested'`,
    [[...new Set(taskIds)].map((taskId) => `task/${taskId}`)],
  );
  return new Map(rows.map(({ id, counted }) => [id, counted]));
}

/** How the days were counted by which the answers to a slip or an order are to be reviewed, by the moment of the answer. */
export async function answerReviewCounts(
  { pool }: Source,
  orderId: string,
): Promise<ReadonlyMap<Instant, ComputedDate>> {
  const { rows } = await pool.query<{ readonly at: Instant; readonly counted: ComputedDate }>(
    `SELECT body -> 'event' ->> 'at' AS at, body -> 'event' -> 'reviewDue' AS counted
     FROM event WHERE chain = $1 AND body -> 'event' ->> 'type' = 'orderAnswered'`,
    [`order/${orderId}`],
  );
  return new Map(rows.map(({ at, counted }) => [at, counted]));
}
