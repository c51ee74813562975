import { assertNever } from '../../domain/errors.ts';
import type { ObjectionEvent, ObjectionFiled } from '../../domain/objection/objection-event.ts';
import type { ObjectionState } from '../../domain/objection/objection-state.ts';
import { targetPath } from '../../domain/objection/objection-target.ts';
import type { Step } from '../ledger/chain-book.ts';
import { type RowChange, patch, put } from './row-change.ts';

/** The row of an objection. */
export function objectionProjection({
  recorded: { event },
  after,
}: Step<ObjectionState, ObjectionEvent>): readonly RowChange[] {
  const key = { objection_id: after.objectionId };
  switch (event.type) {
    case 'objectionFiled':
      return [filed(event)];
    case 'objectionOverdue':
      return [patch('objection', { ...key, overdue: true })];
    case 'objectionAnswered': {
      const { outcome, light, reason, at, by } = event;
      const said = { phase: 'answered', outcome, light, reason_id: reason.contentId };
      return [patch('objection', { ...key, ...said, ended_at: at, ended_by: by })];
    }
    case 'objectionWithdrawn': {
      const { reason, at, by } = event;
      const said = { phase: 'withdrawn', reason_id: reason.contentId };
      return [patch('objection', { ...key, ...said, ended_at: at, ended_by: by })];
    }
    case 'targetNoted':
      return [
        patch('objection', {
          ...key,
          noted: after.noted,
          ...(event.refusal === null ? {} : { refusal: event.refusal }),
        }),
      ];
    case 'objectionRetimed':
      return [patch('objection', { ...key, answer_due: event.answerDue.date, answer_due_computed: event.answerDue })];
    case 'deliveryFailed':
      return [];
    default:
      return assertNever(event);
  }
}

function filed(event: ObjectionFiled): RowChange {
  const { objectionId, planId, target, basis, grounds, at, by, paper, answerDue } = event;
  const about = {
    path: targetPath(target),
    kind: target.kind,
    task_id: target.kind === 'order' ? null : target.taskId,
    order_id: target.kind === 'order' ? target.orderId : null,
    target,
    title: basis.title,
    unit_id: basis.unitId,
  };
  const filing = { grounds_id: grounds.contentId, filed_at: at, filed_by: by, filed_paper: paper ?? null };
  const limits = { received_on: basis.receivedOn, first_deciders: basis.firstDeciders };
  const due = { answer_due: answerDue.date, answer_due_computed: answerDue, overdue: false };
  const nothingYet = { outcome: null, light: null, reason_id: null, ended_at: null, ended_by: null };
  return put('objection', {
    objection_id: objectionId,
    plan_id: planId,
    ...about,
    phase: 'open',
    ...filing,
    ...limits,
    ...due,
    ...nothingYet,
    noted: 'none',
    refusal: null,
  });
}
