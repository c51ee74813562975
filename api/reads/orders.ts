import type { PersonActor } from '../../domain/actor.ts';
import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import { RuleViolation, assertNever } from '../../domain/errors.ts';
import { orderPhaseNames } from '../../domain/order/assert-order.ts';
import type { Instant } from '../../domain/instant.ts';
import type { OrderBasis } from '../../domain/order/order-state.ts';
import { paperName } from '../../domain/order/paper-form.ts';
import { personsBehind } from '../../domain/paper-approval.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { type OrderLine, orderListPage, planOrders } from '../../store/order/read-orders.ts';
import { answerReviewCounts } from '../../store/read/counted-dates.ts';
import { type OrderDetail, orderDetail } from '../../store/read/order-detail.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import type { Store } from '../../store/store.ts';
import type { OrderLineBody, OrderListBody, OrderPageBody, OrderQuery } from '../schemas/order.ts';
import { type People, type Sight, peopleOf, personsIn } from '../sight.ts';
import { countedReason } from './due-reason.ts';
import { listPart } from './list-part.ts';
import { chainTimeline } from './timeline.ts';
import { textsOf } from './texts.ts';

type ReaderSight = Sight & { readonly reach: TaskReach };

/** Slips and orders that the reader may see: a unit sees its own once they were sent. */
export async function orderList(store: Store, sight: ReaderSight, query: OrderQuery): Promise<OrderListBody> {
  const { unitId, kind, phase, sort, page, size } = query;
  const question = { ...listPart(query, sight), sentTo: sight.reach.unitId, unitId, kind, phase, sort };
  const { total, rows } = await orderListPage(store, sight.planId, question);
  return { total, page, size, rows: rows.map((line) => lineOf(line, sight)) };
}

/** One slip or order with everything that the reader may see of it. */
export async function orderPage(
  store: Store,
  sight: ReaderSight,
  { orderId, actor }: { readonly orderId: string; readonly actor: PersonActor },
): Promise<OrderPageBody> {
  const line = (await seenOrders(store, sight)).find((each) => each.orderId === orderId);
  const detail = await orderDetail(store, orderId);
  if (line === undefined || detail === null)
    throw new RuleViolation('unknown-order', '没有这份催办单或者督办单，或者尚未发给本单位，请核对。');
  const { decidedBy, answers, proposedBy, basis, decisionId, closingId } = detail;
  const signers = answers.map(({ answeredBy, paper }) => paper?.signer ?? answeredBy);
  const people = await peopleOf(
    store,
    sight,
    personsIn([decidedBy, ...signers, ...answers.map(({ reviewedBy }) => reviewedBy)]),
  );
  const text = await textsOf(store, [
    decisionId,
    closingId,
    ...reasonIds(basis),
    ...answers.flatMap(({ textId, reasonId }) => [textId, reasonId]),
  ]);
  const { entries } = await chainTimeline(store, sight, `order/${orderId}`);
  // Before it was sent it was the office's own matter.
  const from = sight.reach.unitId === null ? 0 : entries.findIndex(({ type }) => type === 'orderSent');
  const reader = personsBehind(actor);
  const isReader = (ids: readonly string[]): boolean => ids.some((personId) => reader.includes(personId));
  return {
    ...lineOf(line, sight),
    rows: detail.rows.map(({ dueComputed, ...row }) => ({ ...row, dueWhy: countedReason(row.due, dueComputed) })),
    reasons: reasonText(basis, text),
    decision: text(decisionId),
    decidedBy: decidedBy === null ? null : people.actor(decidedBy),
    answers: answersOf(detail, { people, text, reviews: await answerReviewCounts(store, orderId) }),
    precededBy: line.precededBy === null ? null : { orderId: line.precededBy, number: detail.precededNumber },
    escalatedTo: detail.escalatedTo,
    objectionId: line.objectionId,
    closingText: text(closingId),
    proposedByReader: isReader(personsIn([proposedBy])),
    answeredByReader: isReader(personsIn([...signers, ...answers.map(({ answeredBy }) => answeredBy)])),
    timeline: entries.slice(Math.max(from, 0)),
  };
}

/** Slips and orders within the reader's reach, in the order in which they began. */
export async function seenOrders(store: Store, { planId, reach }: ReaderSight): Promise<readonly OrderLine[]> {
  const lines = await planOrders(store, planId);
  if (reach.unitId === null) return lines;
  return lines.filter(({ unitId, sentAt }) => unitId === reach.unitId && sentAt !== null);
}

function lineOf(line: OrderLine, { unitRef }: Sight): OrderLineBody {
  const { orderId, unitId, kind, form, number, period, phase, begunAt, sentAt, answerDue, answerComputed, answeredAt } =
    line;
  const { lapsed, undelivered, objectionId, closedAt, rows } = line;
  return {
    orderId,
    unit: unitRef(unitId),
    kind,
    name: paperName(kind, form),
    number,
    period,
    phase,
    phaseName: orderPhaseNames[phase],
    begunAt,
    sentAt,
    answerDue,
    answerWhy: countedReason(answerDue, answerComputed),
    answeredAt,
    lapsed,
    undelivered,
    underReview: objectionId !== null,
    closedAt,
    rowCount: Number(rows),
  };
}

interface Words {
  readonly reviews: ReadonlyMap<Instant, ComputedDate>;
  readonly people: People;
  readonly text: (contentId: string | null | undefined) => string | null;
}

function answersOf({ answers }: OrderDetail, { people, text, reviews }: Words): OrderPageBody['answers'] {
  return answers.map(({ textId, reasonId, answeredBy, reviewedBy, paper, ...answer }) => ({
    ...answer,
    text: text(textId),
    reviewWhy: countedReason(answer.reviewDue, reviews.get(answer.answeredAt)),
    by: people.actor(paper?.signer ?? answeredBy),
    onPaper: paper !== null,
    reason: text(reasonId),
    reviewedBy: reviewedBy === null ? null : people.actor(reviewedBy),
  }));
}

function reasonIds(basis: OrderBasis | null): readonly string[] {
  if (basis === null || basis.kind === 'unanswered') return [];
  return [basis.kind === 'office' ? basis.reasons.contentId : basis.reason.contentId];
}

function reasonText(basis: OrderBasis | null, text: Words['text']): string | null {
  if (basis === null) return null;
  switch (basis.kind) {
    case 'unanswered':
      return `${basis.slipNumber}要求于${chineseDay(basis.answerDue, true)}前回复，逾期未回复。`;
    case 'answer-returned':
      return `对${basis.slipNumber}的回复经审核不符合要求，已于${chineseDay(basis.returnedOn, true)}退回：${text(basis.reason.contentId) ?? '（正文已按规定清除）'}`;
    case 'office':
      return text(basis.reasons.contentId);
    default:
      return assertNever(basis);
  }
}
