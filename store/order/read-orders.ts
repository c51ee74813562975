import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import type { Period } from '../../domain/calendar/quarter.ts';
import type { Instant } from '../../domain/instant.ts';
import type { OrderOutcome, OrderPhase, OrderStep } from '../../domain/order/order-state.ts';
import type { OrderKind, PaperForm } from '../../domain/order/paper-form.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { type ListPart, listPage } from '../read/list-page.ts';
import type { Source } from '../transaction.ts';

/** A slip or an order as lists show it. */
export interface OrderLine {
  readonly orderId: string;
  readonly path: string;
  readonly unitId: string;
  readonly kind: OrderKind;
  readonly form: PaperForm;
  readonly period: Period | null;
  readonly phase: OrderPhase;
  readonly number: string | null;
  readonly precededBy: string | null;
  readonly begunAt: Instant;
  readonly sentAt: Instant | null;
  readonly answerDue: PlainDate | null;
  readonly answerComputed: ComputedDate | null;
  /** When the last answer came, and when it was reviewed. */
  readonly answeredAt: Instant | null;
  readonly reviewedAt: Instant | null;
  /** How many answers came, and what is on record above the paper. */
  readonly answers: number;
  readonly steps: readonly OrderStep[];
  readonly lapsed: boolean;
  readonly undelivered: boolean;
  readonly objectionId: string | null;
  readonly outcome: OrderOutcome | null;
  readonly closedAt: Instant | null;
  /** How many of its rows are on it; those that left it before it went out are not. */
  readonly rows: number;
}

const orderLines = `SELECT order_id AS "orderId", path, unit_id AS "unitId", kind, form, period, phase, work_order.number, preceded_by AS "precededBy",
             begun_at AS "begunAt", sent_at AS "sentAt", answer_due AS "answerDue", answer_computed AS "answerComputed", answer.answered_at AS "answeredAt",
             answer.reviewed_at AS "reviewedAt", coalesce(round, 0) AS answers,
             (SELECT coalesce(jsonb_agg(step ORDER BY seq), '[]') FROM work_order_step AS taken
              WHERE taken.order_id = work_order.order_id) AS steps, lapsed, undelivered, objection_id AS "objectionId", outcome, closed_at AS "closedAt",
             (SELECT count(*) FROM work_order_row AS line
              WHERE line.order_id = work_order.order_id AND line.arrived_at IS NULL) AS rows
           FROM work_order LEFT JOIN LATERAL (
             SELECT number AS round, answered_at, reviewed_at FROM work_order_answer
             WHERE work_order_answer.order_id = work_order.order_id ORDER BY work_order_answer.number DESC LIMIT 1
           ) AS answer ON true
           WHERE plan_id = $1`;

/** Slips and orders of a plan in the order in which they began. */
export async function planOrders({ pool }: Source, planId: string): Promise<readonly OrderLine[]> {
  const { rows } = await pool.query<OrderLine>({
    name: 'orders of plan',
    text: `${orderLines} ORDER BY begun_at, path`,
    values: [planId],
  });
  return rows;
}

/** Narrows and orders the slips and orders of a plan; what is left out is not asked. */
export interface OrderQuestion extends ListPart {
  /** Only what was sent to this unit. */
  readonly sentTo: string | null;
  readonly unitId: string | undefined;
  readonly kind: OrderKind | undefined;
  readonly phase: OrderPhase | undefined;
  readonly sort: 'begun' | 'sent' | 'answerDue';
}

const orderedBy = { begun: 'begunAt', sent: 'sentAt', answerDue: 'answerDue' } as const;

/** A page of the slips and orders of a plan. */
export async function orderListPage(
  source: Source,
  planId: string,
  { sentTo, unitId, kind, phase, sort, ...part }: OrderQuestion,
): Promise<{ readonly total: number; readonly rows: readonly OrderLine[] }> {
  const text = `${orderLines} AND ($2::uuid IS NULL OR (unit_id = $2 AND sent_at IS NOT NULL))`;
  const list = { text, values: [planId, sentTo], searched: ['number'], last: 'path' };
  return listPage<OrderLine>(source, list, { ...part, equals: { unitId, kind, phase }, by: orderedBy[sort] });
}

/** Slips of a unit that nobody has confirmed yet. */
export async function draftedSlips({ pool }: Source, planId: string, unitId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly order_id: string }>(
    `SELECT order_id FROM work_order WHERE plan_id = $1 AND unit_id = $2 AND kind = 'slip' AND phase = 'drafted' ORDER BY path`,
    [planId, unitId],
  );
  return rows.map(({ order_id: orderId }) => orderId);
}
