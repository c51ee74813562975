import type { Actor } from '../actor.ts';
import { mailDayFor } from '../calendar/mail-day.ts';
import { shiftWorkingDays } from '../calendar/working-calendar.ts';
import { uuid5 } from '../ids.ts';
import { type Instant, dayOf, later, startOfDay } from '../instant.ts';
import { assertMay } from '../permissions.ts';
import { type PlainDate, addDays } from '../plain-date.ts';
import { assertKind, assertOrderPhase } from './assert-order.ts';
import type { OrderMoment } from './moment.ts';
import type { EscalateSlip } from './order-command.ts';
import type { AnswerLapsed, OrderEvent, SlipEscalated } from './order-event.ts';
import type { OrderBasis, OrderState } from './order-state.ts';

/** The day on which an answer that has not come is noted as missing; none while the paper has reached nobody. */
export function lapseDay(state: OrderState): PlainDate | null {
  const isWaiting = state.phase === 'sent' || (state.phase === 'returned' && state.kind === 'order');
  return isWaiting && state.answerDue !== null && !clockStands(state) ? addDays(state.answerDue, 1) : null;
}

/** Whether no letter with the paper could be delivered: then no limit runs. */
export function clockStands({ failedKeys }: OrderState): boolean {
  return paperKeys.every((key) => failedKeys.includes(key));
}

/** Keys of the letters that bring the paper: to the officer and to the head. */
export const paperKeys: readonly string[] = ['paper/officer', 'paper/head'];

/** The next moment at which time alone does something to the paper; null for never. */
export function nextOrderWake(state: OrderState): Instant | null {
  const days = [lapseDay(state), state.escalateOn].filter((day) => day !== null).toSorted();
  return days[0] === undefined ? null : startOfDay(days[0]);
}

/** Time's own: an answer that did not come is noted, and an unanswered or unsatisfying slip becomes a proposal. */
export function wakeOrder(state: OrderState, moment: OrderMoment): readonly OrderEvent[] {
  const on = dayOf(moment.at);
  const day = lapseDay(state);
  if (day !== null && day <= on) {
    const lapsed = lapse(state, moment);
    const goesOn = lapsed.escalateOn !== null && lapsed.escalateOn.date <= on;
    return goesOn ? [lapsed, escalated(state, unanswered(state), 'system', moment)] : [lapsed];
  }
  if (state.escalateOn === null || state.escalateOn > on) return [];
  return [escalated(state, state.phase === 'returned' ? returned(state) : unanswered(state), 'system', moment)];
}

/** Counts the limit that runs anew on a changed calendar; one that has passed stays. */
export function retimeOrder(state: OrderState, { at, context }: OrderMoment): readonly OrderEvent[] {
  const { answerFrom, answerDue: before } = state;
  if (lapseDay(state) === null || answerFrom === null || before === null || before < dayOf(at)) return [];
  const answerDue = shiftWorkingDays(context.calendar, answerFrom.day, answerFrom.workingDays);
  if (answerDue.date === before || answerDue.date < dayOf(at)) return [];
  return [{ type: 'answerRetimed', at, by: 'system', before, answerDue }];
}

/** The office proposes an order on a slip before the calendar does. */
export function escalateSlip(
  state: OrderState,
  { by, reasons }: EscalateSlip,
  moment: OrderMoment,
): readonly OrderEvent[] {
  assertMay(by, 'proposeOrder');
  assertKind(state, 'slip', '提请督办');
  assertOrderPhase(state, ['sent', 'answered', 'returned', 'lapsed'], '提请督办');
  return [escalated(state, { kind: 'office', slipId: state.orderId, reasons }, by, moment)];
}

// The limit that passed stands in the state: what the calendar says of it later changes nothing.
function lapse(state: OrderState, { at, context }: OrderMoment): AnswerLapsed {
  const { rules, calendar } = context;
  const due = state.answerDue ?? dayOf(at);
  const escalateOn =
    state.kind === 'slip' ? shiftWorkingDays(calendar, due, rules.orderProposedWorkingDaysAfter) : null;
  return { type: 'answerLapsed', at, by: 'system', escalateOn, mailDay: mailDayFor(calendar, at) };
}

function escalated(
  { planId, path, lastAt }: OrderState,
  basis: OrderBasis,
  by: Actor,
  { at }: OrderMoment,
): SlipEscalated {
  const next = `${path}/order`;
  const orderId = uuid5(planId, next);
  return { type: 'slipEscalated', at: later(at, lastAt ?? at), by, orderId, path: next, basis };
}

function unanswered({ orderId, number, answerDue, lastAt }: OrderState): OrderBasis {
  if (answerDue === null || lastAt === null) throw new Error('a slip that was never sent has no answer to wait for');
  return { kind: 'unanswered', slipId: orderId, slipNumber: number ?? '', answerDue };
}

function returned({ orderId, number, returned: back }: OrderState): OrderBasis {
  if (back === null) throw new Error('no answer to this slip was returned');
  const { on, reason } = back;
  return { kind: 'answer-returned', slipId: orderId, slipNumber: number ?? '', returnedOn: on, reason };
}
