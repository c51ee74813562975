import { assertNever } from '../../domain/errors.ts';
import { clockStands } from '../../domain/order/escalate.ts';
import type { OrderEvent } from '../../domain/order/order-event.ts';
import type { OrderStart, OrderState } from '../../domain/order/order-state.ts';
import type { Step } from '../ledger/chain-book.ts';
import { type RowChange, patch, put } from './row-change.ts';

type OrderStep = Step<OrderState, OrderEvent>;

/** Rows of a slip or an order: what the event says, then what the state shows. */
export function orderProjection(step: OrderStep): readonly RowChange[] {
  const { event } = step.recorded;
  const said = saidByEvent(step);
  if (event.type === 'slipDrafted' || event.type === 'orderProposed') return said;
  return [...said, patch('work_order', { order_id: step.after.orderId, ...stateColumns(step.after) })];
}

function saidByEvent({ recorded, after }: OrderStep): readonly RowChange[] {
  const { event, seq, chain } = recorded;
  const order = { order_id: after.orderId };
  switch (event.type) {
    case 'slipDrafted':
    case 'orderProposed':
      return begun(event, after);
    case 'rowsArrived':
      return event.rows.map(({ taskId, obligationId }) =>
        patch('work_order_row', { ...order, task_id: taskId, obligation_id: obligationId, arrived_at: event.at }),
      );
    case 'orderDismissed': {
      const decided = { decided_by: personOf(event.by), decision_id: event.reason?.contentId ?? null };
      return [patch('work_order', { ...order, ...decided, paper: event.paper ?? null, closed_at: event.at })];
    }
    case 'orderSent':
      return [patch('work_order', { ...order, ...sentColumns(event) })];
    case 'orderAnswered': {
      const { text, at, by, late, reviewDue, paper } = event;
      const said = { text_id: text.contentId, answered_at: at, answered_by: by, paper: paper ?? null, late };
      const review = { verdict: null, reason_id: null, reviewed_at: null, reviewed_by: null };
      const key = { ...order, number: after.answers };
      return [put('work_order_answer', { ...key, ...said, review_due: reviewDue.date, ...review })];
    }
    case 'answerAccepted':
      return [reviewed(event, after, 'accepted')];
    case 'answerReturned': {
      const { answerDue } = event;
      const verdict = reviewed(event, after, 'returned');
      return answerDue === null ? [verdict] : [verdict, patch('work_order', { ...order, answer_computed: answerDue })];
    }
    case 'answerLapsed':
      return [patch('work_order', { ...order, lapsed: true })];
    case 'slipEscalated': {
      const { orderId, path } = event;
      return [put('order_origin', { order_id: orderId, plan_id: after.planId, path, chain, seq, place: 0 })];
    }
    case 'stepRecorded': {
      const { step, on, outcome, at, by } = event;
      const said = { step, taken_on: on, outcome_id: outcome.contentId };
      return [put('work_order_step', { ...order, seq, ...said, recorded_at: at, recorded_by: by })];
    }
    case 'orderClosed': {
      const { at, by, outcome, reason } = event;
      const closing = { closed_at: at, closed_by: by, closing_id: reason?.contentId ?? null };
      return [patch('work_order', { ...order, outcome, ...closing })];
    }
    case 'answerRetimed':
    case 'deliveryRecorded':
      return [patch('work_order', { ...order, answer_computed: event.answerDue })];
    case 'deliveryFailed':
    case 'objectionNoted':
      return [];
    default:
      return assertNever(event);
  }
}

type Begun = Extract<OrderEvent, { type: 'slipDrafted' | 'orderProposed' }>;

function begun({ start, at, by }: Begun, after: OrderState): readonly RowChange[] {
  const { orderId, planId, path, unitId, kind, form, period, basis } = start;
  const head = { order_id: orderId, plan_id: planId, path, unit_id: unitId, kind, form, period, basis };
  const origin = { preceded_by: slipOf(start), begun_at: at, proposed_by: kind === 'order' ? personOf(by) : null };
  const undecided = { decided_by: null, decision_id: null, paper: null, series: null, serial: null };
  const unsent = { sent_at: null, answer_computed: null, lapsed: false };
  const open = { outcome: null, closed_at: null, closed_by: null, closing_id: null };
  const rows = start.rows.map(({ taskId, taskNumber, obligationId, subjectIds, ...row }, place) =>
    put('work_order_row', {
      order_id: orderId,
      task_id: taskId,
      obligation_id: obligationId,
      place,
      task_number: taskNumber,
      subject_ids: subjectIds,
      title: row.title,
      kind: row.kind,
      period: row.period,
      due: row.due,
      overdue_working_days: row.overdueWorkingDays,
      arrived_at: null,
    }),
  );
  return [put('work_order', { ...head, ...origin, ...undecided, ...unsent, ...open, ...stateColumns(after) }), ...rows];
}

function stateColumns(state: OrderState) {
  return {
    phase: state.phase,
    number: state.number,
    answer_due: state.answerDue,
    escalate_on: state.escalateOn,
    undelivered: clockStands(state),
    escalated_to: state.escalatedTo,
    objection_id: state.objectionId,
  };
}

function sentColumns({ by, serial, demand, paper, at, answerDue }: Extract<OrderEvent, { type: 'orderSent' }>) {
  const decided = { decided_by: personOf(by), decision_id: demand?.contentId ?? null, paper: paper ?? null };
  return { ...decided, series: serial.series, serial: serial.n, sent_at: at, answer_computed: answerDue };
}

function reviewed(
  { at, by, reason }: Extract<OrderEvent, { type: 'answerAccepted' | 'answerReturned' }>,
  { orderId, answers }: OrderState,
  verdict: 'accepted' | 'returned',
): RowChange {
  const said = { verdict, reason_id: reason?.contentId ?? null, reviewed_at: at, reviewed_by: by };
  return patch('work_order_answer', { order_id: orderId, number: answers, ...said });
}

function slipOf({ basis }: OrderStart): string | null {
  return basis === null ? null : basis.slipId;
}

function personOf(by: OrderEvent['by']) {
  return by === 'system' ? null : by;
}
