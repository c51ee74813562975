import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { OrderKind, PaperForm } from '../../domain/order/paper-form.ts';
import { type OwedReturn, owedReturns } from '../return/owed-obligations.ts';
import { type ReturnLine, listReturns } from '../return/read-returns.ts';
import { type SheetLine, listSheets } from '../sheet/read-sheets.ts';
import type { Source } from '../transaction.ts';

/** Rows of a draft that were handed to a writer and are not filled in or sent yet. */
export interface HandedRows {
  readonly writerId: string;
  readonly period: ReturnLine['period'];
  readonly kind: ReturnLine['kind'];
  readonly rows: number;
}

/** An objection of the unit that nobody has answered yet. */
export interface OpenObjection {
  readonly objectionId: string;
  readonly title: string;
  readonly filedAt: Instant;
  readonly answerDue: PlainDate;
}

/** A slip 催办单 or order 督办单 that the unit has not settled. */
export interface OpenOrder {
  readonly orderId: string;
  readonly kind: OrderKind;
  readonly form: PaperForm;
  readonly number: string | null;
  readonly answerDue: PlainDate | null;
}

/** What somebody of the unit promised when it was urged, and by when; not kept yet. */
export interface OpenPromise {
  readonly taskNumber: string;
  /** Null once the text was erased. */
  readonly promise: string | null;
  readonly promisedBy: PlainDate;
}

/** A change of the unit's contacts that its head approved. */
export interface ContactChangeLine {
  readonly changeId: string;
  readonly validFrom: PlainDate;
  readonly approvedAt: Instant;
}

/** Everything of a unit that is open, for whoever takes over 交接清单. */
export interface HandOverList {
  readonly changes: readonly ContactChangeLine[];
  readonly owed: readonly OwedReturn[];
  readonly drafts: readonly ReturnLine[];
  readonly handedRows: readonly HandedRows[];
  readonly sheets: readonly SheetLine[];
  readonly objections: readonly OpenObjection[];
  readonly orders: readonly OpenOrder[];
  readonly promises: readonly OpenPromise[];
}

/** What is open at a unit: open work goes with the seat, so that nothing of it has to be moved. */
export async function handOverList(store: Source, planId: string, unitId: string): Promise<HandOverList> {
  const sheets = await listSheets(store, planId, { unitId });
  return {
    changes: await contactChanges(store, planId, unitId),
    owed: await owedReturns(store, planId, unitId),
    drafts: await listReturns(store, planId, { unitId, phase: 'draft' }),
    handedRows: await handedRows(store, planId, unitId),
    sheets: sheets.filter(({ phase }) => phase !== 'performed' && phase !== 'withdrawn'),
    objections: await openObjections(store, planId, unitId),
    orders: await openOrders(store, planId, unitId),
    promises: await openPromises(store, planId, unitId),
  };
}

async function contactChanges({ pool }: Source, planId: string, unitId: string): Promise<readonly ContactChangeLine[]> {
  const { rows } = await pool.query<ContactChangeLine>(
    `SELECT change_id AS "changeId", valid_from AS "validFrom", approved_at AS "approvedAt" FROM contact_change
     WHERE plan_id = $1 AND unit_id = $2 ORDER BY valid_from, approved_at`,
    [planId, unitId],
  );
  return rows;
}

async function handedRows({ pool }: Source, planId: string, unitId: string): Promise<readonly HandedRows[]> {
  const { rows } = await pool.query<HandedRows>(
    `SELECT writer_id AS "writerId", period, kind, count(*) AS rows FROM return_row JOIN return USING (return_id)
     WHERE plan_id = $1 AND unit_id = $2 AND return_row.state = 'draft' AND writer_id IS NOT NULL
     GROUP BY writer_id, period, kind ORDER BY period, kind, writer_id`,
    [planId, unitId],
  );
  return rows;
}

async function openObjections({ pool }: Source, planId: string, unitId: string): Promise<readonly OpenObjection[]> {
  const { rows } = await pool.query<OpenObjection>(
    `SELECT objection_id AS "objectionId", title, filed_at AS "filedAt", answer_due AS "answerDue" FROM objection
     WHERE plan_id = $1 AND unit_id = $2 AND phase = 'open' ORDER BY filed_at, path`,
    [planId, unitId],
  );
  return rows;
}

// Drafts and proposals are the office's own until they are sent.
async function openOrders({ pool }: Source, planId: string, unitId: string): Promise<readonly OpenOrder[]> {
  const { rows } = await pool.query<OpenOrder>(
    `SELECT order_id AS "orderId", kind, form, number, answer_due AS "answerDue" FROM work_order
     WHERE plan_id = $1 AND unit_id = $2 AND phase IN ('sent', 'answered', 'returned', 'lapsed') ORDER BY answer_due, path`,
    [planId, unitId],
  );
  return rows;
}

async function openPromises({ pool }: Source, planId: string, unitId: string): Promise<readonly OpenPromise[]> {
  const { rows } = await pool.query<OpenPromise>(
    `SELECT task.number AS "taskNumber", content.text AS promise, promised_by AS "promisedBy"
     FROM urging JOIN task USING (task_id) JOIN content ON content.id = promise_id
     WHERE urging.plan_id = $1 AND unit_id = $2 AND promise_state IN ('open', 'due') ORDER BY promised_by, task.number`,
    [planId, unitId],
  );
  return rows;
}
