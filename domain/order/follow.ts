import { mailDayFor } from '../calendar/mail-day.ts';
import { shiftWorkingDays } from '../calendar/working-calendar.ts';
import { RuleViolation } from '../errors.ts';
import { dayOf } from '../instant.ts';
import { assertMayApprove } from '../paper-approval.ts';
import { assertMay } from '../permissions.ts';
import type { PlainDate } from '../plain-date.ts';
import { closed } from './answer.ts';
import { assertKind, assertOrderPhase } from './assert-order.ts';
import { paperKeys } from './escalate.ts';
import type { OrderMoment } from './moment.ts';
import type {
  CloseOrder,
  NoteOrderDeliveryFailure,
  NoteOrderObjection,
  RecordDelivery,
  RecordStep,
} from './order-command.ts';
import type { OrderEvent } from './order-event.ts';
import type { OrderPhase, OrderState } from './order-state.ts';

const out: readonly OrderPhase[] = ['sent', 'answered', 'returned', 'lapsed'];

/** The supervisor or a leader ends an order without an accepted answer: its matter is settled, or it is taken back. */
export function closeOrder(state: OrderState, command: CloseOrder, moment: OrderMoment): readonly OrderEvent[] {
  assertMayApprove(command, 'closeOrder');
  assertKind(state, 'order', '办结督办单');
  assertOrderPhase(state, out, '办结');
  return [closed(command, command.outcome, moment)];
}

/** A bulletin or an interview, with its outcome; only above an order that is out. */
export function recordStep(state: OrderState, command: RecordStep, moment: OrderMoment): readonly OrderEvent[] {
  const { by, step, on, outcome } = command;
  assertMay(by, 'recordStep');
  assertKind(state, 'order', '登记通报、约谈');
  assertOrderPhase(state, out, '登记通报、约谈');
  assertNotAhead(on, moment);
  return [{ type: 'stepRecorded', at: moment.at, by, step, on, outcome }];
}

/** The paper was handed over by hand: its clock starts with that day. */
export function recordDelivery(state: OrderState, command: RecordDelivery, moment: OrderMoment): readonly OrderEvent[] {
  const { by, channel, reached, on } = command;
  assertMay(by, 'recordUrging');
  assertOrderPhase(state, ['sent'], '登记送达');
  assertNotAhead(on, moment);
  const { rules, calendar } = moment.context;
  const days = state.kind === 'slip' ? rules.slipAnswerWorkingDays : rules.orderAnswerWorkingDays;
  if (state.failedKeys.length === 0) {
    throw new RuleViolation('delivered', '该文书没有投递失败的记录，无需登记送达，回复期限不变');
  }
  const answerDue = shiftWorkingDays(calendar, on, days);
  return [{ type: 'deliveryRecorded', at: moment.at, by, channel, reached, on, answerDue }];
}

/** A letter that can never be delivered; the clock of the answer stands once the paper has reached nobody. */
export function noteOrderDeliveryFailure(
  { failedKeys, phase }: OrderState,
  { letterId, key, failureClass }: NoteOrderDeliveryFailure,
  { at, context }: OrderMoment,
): readonly OrderEvent[] {
  const failed = [...failedKeys, key];
  const clockStands = phase === 'sent' && paperKeys.every((each) => failed.includes(each));
  const mailDay = mailDayFor(context.calendar, at);
  return [{ type: 'deliveryFailed', at, by: 'system', letterId, key, failureClass, clockStands, mailDay }];
}

/** An objection to the paper is open or decided; one that is upheld takes the paper back. */
export function noteOrderObjection(
  state: OrderState,
  { objectionId, standing, by }: NoteOrderObjection,
  moment: OrderMoment,
): readonly OrderEvent[] {
  assertOrderPhase(state, out, '提出异议');
  if (standing === 'open' && state.objectionId !== null && state.objectionId !== objectionId) {
    throw new RuleViolation('objection-open', '对该文书的异议正在复核，请等待复核结果');
  }
  const noted: OrderEvent = { type: 'objectionNoted', at: moment.at, by, objectionId, standing };
  if (standing !== 'upheld' || by === 'system') return [noted];
  return [noted, closed({ by, reason: null }, 'withdrawn', moment)];
}

function assertNotAhead(on: PlainDate, { at }: OrderMoment): void {
  if (on <= dayOf(at)) return;
  throw new RuleViolation('day-ahead', '登记的日期晚于今天，请在事项发生后登记');
}
