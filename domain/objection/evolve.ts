import { assertNever } from '../errors.ts';
import { dayOf } from '../instant.ts';
import { approverOf } from '../paper-approval.ts';
import { personsIn } from './answer.ts';
import type { ObjectionEvent, ObjectionFiled } from './objection-event.ts';
import type { ObjectionState } from './objection-state.ts';

/** The state after an event of the chain. */
export function evolveObjection(state: ObjectionState, event: ObjectionEvent): ObjectionState {
  return { ...applied(state, event), lastAt: event.at };
}

function applied(state: ObjectionState, event: ObjectionEvent): ObjectionState {
  switch (event.type) {
    case 'objectionFiled':
      return filed(state, event);
    case 'objectionOverdue':
      return { ...state, overdue: true };
    case 'objectionAnswered': {
      const { outcome, light, reason } = event;
      const by = approverOf(event);
      return { ...state, phase: 'answered', end: { ending: outcome, outcome, light, reason, by } };
    }
    case 'objectionWithdrawn': {
      const { reason } = event;
      const by = approverOf(event);
      return { ...state, phase: 'withdrawn', end: { ending: 'withdrawn', outcome: null, light: null, reason, by } };
    }
    case 'targetNoted':
      // A chain that could not be told that the objection began has nothing to be told of its end.
      return { ...state, noted: event.refusal === null ? event.stage : 'ended' };
    case 'objectionRetimed':
      return { ...state, answerDue: event.answerDue.date, calendarVersions: event.calendarVersions };
    case 'deliveryFailed':
      return state;
    default:
      return assertNever(event);
  }
}

function filed(state: ObjectionState, event: ObjectionFiled): ObjectionState {
  const { objectionId, planId, target, basis, answerDue, calendarVersions, at } = event;
  return {
    ...state,
    phase: 'open',
    objectionId,
    planId,
    target,
    basis,
    filedBy: personsIn(event),
    filedOn: dayOf(at),
    answerDue: answerDue.date,
    calendarVersions,
  };
}
