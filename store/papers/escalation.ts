import { quarterLabel } from '../../domain/calendar/quarter.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { dayOf } from '../../domain/instant.ts';
import type { OrderRow } from '../../domain/order/order-row.ts';
import type { OrderBasis } from '../../domain/order/order-state.ts';
import { type OrderKind, type PaperForm, paperName } from '../../domain/order/paper-form.ts';
import type { OrderData, OverdueRow, SlipData } from '../../domain/papers/slip-data.ts';
import type { PersonActor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/instant.ts';
import { type PlainDate, chineseDay } from '../../domain/plain-date.ts';
import { obligationNames } from '../../domain/task/find.ts';
import { personsOn } from '../registry/persons.ts';
import type { Store } from '../store.ts';
import { contentTexts } from './content-texts.ts';
import { earlierUrgings } from './earlier-urgings.ts';
import { type PaperQuestion, type PaperScope, readPaper } from './paper-scope.ts';

/** Which slip or order: the one of this id (or its beginning), else the unit's latest. */
export interface EscalationQuestion extends PaperQuestion {
  readonly orderId?: string;
  readonly unitId?: string;
}

/** A slip as it stands, drafted or sent. */
export function readSlip(store: Pick<Store, 'pool'>, question: EscalationQuestion): Promise<SlipData> {
  return readPaper(store, question, async (scope) => {
    const found = await findOrder(scope, 'slip', question);
    return { ...(await commonData(scope, found)), urgings: await earlierUrgings(scope, found) };
  });
}

/** An order as it stands, proposed or opened. */
export function readOrder(store: Pick<Store, 'pool'>, question: EscalationQuestion): Promise<OrderData> {
  return readPaper(store, question, async (scope) => {
    const found = await findOrder(scope, 'order', question);
    const { basis, decisionId, sentAt, decidedBy } = found;
    const textOf = await contentTexts(scope.source, [decisionId, ...basisTexts(basis)]);
    return {
      ...(await commonData(scope, found)),
      issuer: scope.head.issuer,
      openedBy: sentAt === null || decidedBy === null ? null : await openerName(scope, decidedBy),
      reasons: basis === null ? [] : [reasonText(basis, textOf)],
      demand: sentAt === null ? '' : textOf(decisionId),
    };
  });
}

interface OrderLine {
  readonly orderId: string;
  readonly unitId: string;
  readonly kind: OrderKind;
  readonly form: PaperForm;
  readonly number: string | null;
  readonly begunAt: Instant;
  readonly sentAt: Instant | null;
  readonly answerDue: PlainDate | null;
  readonly basis: OrderBasis | null;
  readonly decidedBy: PersonActor | null;
  readonly decisionId: string | null;
}

async function findOrder(
  { source, plan }: PaperScope,
  kind: OrderKind,
  { orderId, unitId }: EscalationQuestion,
): Promise<OrderLine> {
  const { rows } = await source.pool.query<OrderLine>(
    `SELECT order_id AS "orderId", unit_id AS "unitId", kind, form, number, begun_at AS "begunAt", sent_at AS "sentAt",
            answer_due AS "answerDue", basis, decided_by AS "decidedBy", decision_id AS "decisionId"
     FROM work_order WHERE plan_id = $1 AND kind = $2 AND phase <> 'dismissed'
       AND ($3::uuid IS NULL OR unit_id = $3) AND ($4::text IS NULL OR starts_with(order_id::text, $4))
     ORDER BY begun_at DESC, order_id LIMIT 1`,
    [plan.planId, kind, unitId ?? null, orderId?.toLowerCase() ?? null],
  );
  const [found] = rows;
  if (found !== undefined) return found;
  throw new RuleViolation('unknown-order', `没有符合条件的${paperName(kind, kind)}，请核对单位或编号。`);
}

async function commonData(
  { source, head, nameOf }: PaperScope,
  { orderId, unitId, form, number, sentAt, answerDue }: OrderLine,
): Promise<Omit<SlipData, 'urgings'>> {
  const { rows } = await source.pool.query<RowLine>(
    `SELECT line.task_number AS "taskNumber", draft.title AS task, line.kind, line.period, line.due,
            line.overdue_working_days AS "overdueWorkingDays",
            (SELECT coalesce(jsonb_agg(subject.title ORDER BY subject.place), '[]') FROM subject
             WHERE subject.task_id = line.task_id AND subject.kind <> 'whole' AND line.subject_ids ? subject.id) AS items
     FROM work_order_row AS line JOIN task_draft AS draft USING (task_id)
     WHERE order_id = $1 AND arrived_at IS NULL ORDER BY line.place`,
    [orderId],
  );
  return {
    head,
    number,
    unit: nameOf(unitId),
    form,
    issuedOn: sentAt === null ? null : dayOf(sentAt),
    rows: rows.map(rowOf),
    answerDue,
  };
}

type RowLine = Omit<OverdueRow, 'owed'> & Pick<OrderRow, 'kind' | 'period'>;

function rowOf({ kind, period, items, ...row }: RowLine): OverdueRow {
  const owed = `${period === 'plan' ? '' : quarterLabel(period)}${obligationNames[kind]}`;
  return { ...row, owed, items: items.length === 0 ? ['整项任务'] : items };
}

function basisTexts(basis: OrderBasis | null): readonly string[] {
  switch (basis?.kind) {
    case undefined:
    case 'unanswered':
      return [];
    case 'answer-returned':
      return [basis.reason.contentId];
    case 'office':
      return [basis.reasons.contentId];
  }
}

function reasonText(basis: OrderBasis, textOf: (contentId: string) => string): string {
  switch (basis.kind) {
    case 'unanswered':
      return `${basis.slipNumber}要求于${chineseDay(basis.answerDue, true)}前回复，逾期未回复。`;
    case 'answer-returned':
      return `对${basis.slipNumber}的回复经审核不符合要求，已于${chineseDay(basis.returnedOn, true)}退回：${textOf(basis.reason.contentId)}`;
    case 'office':
      return textOf(basis.reasons.contentId);
  }
}

async function openerName({ source, view, nameOf }: PaperScope, { personId, unitId }: PersonActor): Promise<string> {
  const person = (await personsOn(source, view, [personId])).get(personId);
  return `${nameOf(unitId)}${person?.particulars?.name ?? ''}`;
}
