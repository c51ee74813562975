import type { ComputedDate } from '../calendar/working-calendar.ts';
import { assertNever } from '../errors.ts';
import { dayOf } from '../instant.ts';
import { type Approval, approverOf, personsBehind } from '../paper-approval.ts';
import type { AnswerReturned, OrderEvent, OrderSent } from './order-event.ts';
import { orderRowKey } from './order-row.ts';
import type { OrderState } from './order-state.ts';
import { serialText } from './serial.ts';

/** The state after `event`. */
export function evolveOrder(state: OrderState, event: OrderEvent): OrderState {
  return { ...changed(state, event), lastAt: event.at };
}

function changed(state: OrderState, event: OrderEvent): OrderState {
  switch (event.type) {
    case 'slipDrafted':
      return { ...state, ...event.start, phase: 'drafted' };
    case 'orderProposed': {
      const proposers = event.by === 'system' ? [] : personsBehind(event.by);
      return { ...state, ...event.start, phase: 'proposed', proposers };
    }
    case 'rowsArrived': {
      const arrived = event.rows.map(orderRowKey);
      return { ...state, rows: state.rows.filter((row) => !arrived.includes(orderRowKey(row))) };
    }
    case 'orderDismissed':
      return { ...state, phase: 'dismissed', escalateOn: null };
    case 'orderSent':
      return sent(state, event);
    case 'orderAnswered': {
      const answerers = [...new Set([...state.answerers, ...signersOf(event)])];
      return { ...state, phase: 'answered', escalateOn: null, answerers, answers: state.answers + 1 };
    }
    case 'answerReturned':
      return returned(state, event);
    case 'answerLapsed':
      return { ...state, phase: 'lapsed', escalateOn: event.escalateOn?.date ?? null };
    case 'slipEscalated':
      return { ...state, phase: 'escalated', escalateOn: null, escalatedTo: event.orderId };
    case 'orderClosed':
      return { ...state, phase: 'closed', escalateOn: null };
    case 'deliveryFailed':
      return { ...state, failedKeys: [...new Set([...state.failedKeys, event.key])] };
    case 'deliveryRecorded':
      return { ...state, failedKeys: [], ...limit(event.answerDue) };
    case 'answerRetimed':
      return { ...state, ...limit(event.answerDue) };
    case 'objectionNoted':
      return { ...state, objectionId: event.standing === 'open' ? event.objectionId : null };
    case 'answerAccepted':
    case 'stepRecorded':
      return state;
    default:
      return assertNever(event);
  }
}

function sent(state: OrderState, { serial, answerDue, at }: OrderSent): OrderState {
  return { ...state, phase: 'sent', number: serialText(serial), sentAt: at, ...limit(answerDue) };
}

function returned(state: OrderState, { at, reason, answerDue, escalateOn }: AnswerReturned): OrderState {
  return {
    ...state,
    phase: 'returned',
    returned: { on: dayOf(at), reason },
    ...(answerDue === null ? {} : limit(answerDue)),
    escalateOn: escalateOn?.date ?? null,
  };
}

function limit({ date, from, workingDays }: ComputedDate): Pick<OrderState, 'answerDue' | 'answerFrom'> {
  return { answerDue: date, answerFrom: { day: from, workingDays } };
}

// On paper both count: the head who signed, and the officer who wrote and recorded it.
function signersOf(approval: Approval): readonly string[] {
  return [...personsBehind(approval.by), ...personsBehind(approverOf(approval))];
}
