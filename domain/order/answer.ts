import { mailDayFor } from '../calendar/mail-day.ts';
import { shiftWorkingDays } from '../calendar/working-calendar.ts';
import { dayOf } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import { type Approval, approverOf, assertMayApprove } from '../paper-approval.ts';
import { assertMay } from '../permissions.ts';
import { assertKind, assertNotMadeBy, assertOrderPhase, requireReason } from './assert-order.ts';
import type { OrderMoment } from './moment.ts';
import type { AnswerOrder, ReviewOrderAnswer, ReviewSlipAnswer } from './order-command.ts';
import type { OrderClosed, OrderEvent } from './order-event.ts';
import type { OrderOutcome, OrderState } from './order-state.ts';

/** The head answers; a late answer is taken too, and stays late. */
export function answerOrder(state: OrderState, command: AnswerOrder, moment: OrderMoment): readonly OrderEvent[] {
  assertMayApprove(command, 'answerOrder', { unitId: state.unitId });
  // A slip whose answer came back goes on to an order: there the next answer belongs.
  const open = state.kind === 'slip' ? (['sent', 'lapsed'] as const) : (['sent', 'lapsed', 'returned'] as const);
  assertOrderPhase(state, open, '回复');
  const { at, receivedAt, context } = moment;
  const { by, text, paper } = command;
  return [
    {
      type: 'orderAnswered',
      at,
      by,
      text,
      late: state.answerDue !== null && dayOf(receivedAt) > state.answerDue,
      reviewDue: shiftWorkingDays(context.calendar, dayOf(at), context.rules.reviewWorkingDays),
      mailDay: mailDayFor(context.calendar, at),
      ...(paper === undefined ? {} : { paper }),
    },
  ];
}

/** The office accepts the answer to a slip, which closes it, or returns it, which brings it to an order. */
export function reviewSlipAnswer(
  state: OrderState,
  command: ReviewSlipAnswer,
  moment: OrderMoment,
): readonly OrderEvent[] {
  assertMay(command.by, 'reviewSlipAnswer');
  assertKind(state, 'slip', '审核催办单回复');
  assertOrderPhase(state, ['answered'], '审核回复');
  assertNotMadeBy(command.by, state.answerers, '该回复由本人作出或者审签');
  if (command.verdict === 'accepted') return accepted(command, moment);
  const { at, context } = moment;
  const { rules, calendar } = context;
  const escalateOn = shiftWorkingDays(calendar, dayOf(at), rules.orderProposedWorkingDaysAfter);
  const reason = requireReason(command.reason, '退回回复');
  return [{ type: 'answerReturned', at, by: command.by, reason, answerDue: null, escalateOn }];
}

/** The supervisor or a leader accepts the answer to an order, or asks for another with a new limit. */
export function reviewOrderAnswer(
  state: OrderState,
  command: ReviewOrderAnswer,
  moment: OrderMoment,
): readonly OrderEvent[] {
  assertMayApprove(command, 'reviewOrderAnswer');
  assertKind(state, 'order', '审核督办单整改情况');
  assertOrderPhase(state, ['answered'], '审核整改情况');
  assertNotMadeBy(approverOf(command), state.answerers, '该整改情况由本人作出或者审签');
  assertNotMadeBy(approverOf(command), state.proposers, '该督办单由本人提请');
  if (command.verdict === 'accepted') return accepted(command, moment);
  const { at, context } = moment;
  const reason = requireReason(command.reason, '退回整改情况');
  const answerDue = shiftWorkingDays(context.calendar, dayOf(at), context.rules.orderAnswerWorkingDays);
  return [{ type: 'answerReturned', at, ...approval(command), reason, answerDue, escalateOn: null }];
}

interface Review extends Approval {
  readonly reason: ContentRef | null;
}

function accepted(review: Review, moment: OrderMoment): readonly OrderEvent[] {
  const { at } = moment;
  const { reason } = review;
  return [{ type: 'answerAccepted', at, ...approval(review), reason }, closed(review, 'accepted', moment)];
}

/** The end of a paper, as `review` has it. */
export function closed(review: Review, outcome: OrderOutcome, { at, context }: OrderMoment): OrderClosed {
  const mailDay = mailDayFor(context.calendar, at);
  return { type: 'orderClosed', at, ...approval(review), outcome, reason: review.reason, mailDay };
}

function approval({ by, paper }: Approval): Approval {
  return paper === undefined ? { by } : { by, paper };
}
