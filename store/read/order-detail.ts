import type { PersonActor } from '../../domain/actor.ts';
import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../domain/instant.ts';
import type { OrderRow } from '../../domain/order/order-row.ts';
import type { OrderBasis } from '../../domain/order/order-state.ts';
import type { PaperApproval } from '../../domain/paper-approval.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Source } from '../transaction.ts';

/** A row of a slip or an order; one that came in before the slip was confirmed left it. */
export type OrderRowLine = Omit<OrderRow, 'subjectIds'> & {
  readonly arrivedAt: Instant | null;
  /** How the day by which the report is or was due was counted. */
  readonly dueComputed: ComputedDate | null;
};

/** An answer to a slip or an order, with its review. */
export interface OrderAnswerLine {
  readonly number: number;
  readonly textId: string;
  readonly answeredAt: Instant;
  readonly answeredBy: PersonActor;
  readonly paper: PaperApproval | null;
  readonly late: boolean;
  readonly reviewDue: PlainDate;
  readonly verdict: 'accepted' | 'returned' | null;
  readonly reasonId: string | null;
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: PersonActor | null;
}

/** What the page of a slip or an order adds to its line. */
export interface OrderDetail {
  readonly basis: OrderBasis | null;
  readonly precededNumber: string | null;
  readonly decidedBy: PersonActor | null;
  readonly decisionId: string | null;
  readonly escalatedTo: string | null;
  readonly closingId: string | null;
  readonly proposedBy: PersonActor | 'system' | null;
  readonly rows: readonly OrderRowLine[];
  readonly answers: readonly OrderAnswerLine[];
}

type OwnFacts = Omit<OrderDetail, 'rows' | 'answers'>;

/** The rest of a slip or an order; null where there is none of this id. */
export async function orderDetail({ pool }: Source, orderId: string): Promise<OrderDetail | null> {
  const { rows: found } = await pool.query<OwnFacts>(
    `SELECT work_order.basis, slip.number AS "precededNumber", work_order.decided_by AS "decidedBy",
            work_order.decision_id AS "decisionId", work_order.escalated_to AS "escalatedTo", work_order.closing_id AS "closingId", work_order.proposed_by AS "proposedBy"
     FROM work_order LEFT JOIN work_order AS slip ON slip.order_id = work_order.preceded_by WHERE work_order.order_id = $1`,
    [orderId],
  );
  const [facts] = found;
  if (facts === undefined) return null;
  const { rows } = await pool.query<OrderRowLine>(
    `SELECT task_id AS "taskId", task_number AS "taskNumber", title, obligation_id AS "obligationId", kind, period, due,
            overdue_working_days AS "overdueWorkingDays", arrived_at AS "arrivedAt",
            (SELECT due_computed FROM obligation WHERE obligation.task_id = work_order_row.task_id
             AND obligation.id = obligation_id) AS "dueComputed"
     FROM work_order_row WHERE order_id = $1 ORDER BY place`,
    [orderId],
  );
  const { rows: answers } = await pool.query<OrderAnswerLine>(
    `SELECT number, text_id AS "textId", answered_at AS "answeredAt", answered_by AS "answeredBy", paper, late,
            review_due AS "reviewDue", verdict, reason_id AS "reasonId", reviewed_at AS "reviewedAt", reviewed_by AS "reviewedBy"
     FROM work_order_answer WHERE order_id = $1 ORDER BY number`,
    [orderId],
  );
  return { ...facts, rows, answers };
}
