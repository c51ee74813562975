import { assertNever } from '../../domain/errors.ts';
import { isAmendmentEvent } from '../../domain/plan/amendment/amendment-event.ts';
import type {
  ConsultationAnswered,
  DraftedSlip,
  NoticeImported,
  OpinionDecided,
  PlanEvent,
  PointOpened,
} from '../../domain/plan/plan-event.ts';
import type { ReshapeEvent } from '../../domain/plan/reshape/reshape-event.ts';
import type { PlanState, PlanUnit } from '../../domain/plan/plan-state.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import type { Step } from '../ledger/chain-book.ts';
import { amendmentChanges } from './amendment-projection.ts';
import { type RowChange, patch, put, remove } from './row-change.ts';

type PlanStep = Step<PlanState, PlanEvent>;

/** Rows of a plan, its units, its breakdown, its open points and its opinions. */
export function planProjection(step: PlanStep): readonly RowChange[] {
  const head = step.recorded.event.type === 'noticeImported' ? [] : [planPatch(step.after)];
  return [...unitChanges(step), ...saidByEvent(step), ...head];
}

function saidByEvent({ before, recorded, after }: PlanStep): readonly RowChange[] {
  const { event, seq, hash } = recorded;
  if (isAmendmentEvent(event)) return amendmentChanges(event, after.planId, seq);
  const plan = { plan_id: after.planId };
  switch (event.type) {
    case 'noticeImported':
      return [imported(event, after)];
    case 'taskDrafted':
      return [put('task_draft', { ...draftColumns(plan, event.draft, seq), position: after.taskCount })];
    case 'taskRevised':
      return [patch('task_draft', draftColumns(plan, event.draft, seq))];
    case 'taskSplitOff':
    case 'taskAdded':
    case 'taskMerged':
    case 'taskDropped':
      return reshaped(event, before, seq);
    case 'pointOpened':
      return [opened(event, after, seq)];
    case 'pointSettled': {
      const { pointId: id, how, at, by } = event;
      return [patch('open_point', { ...plan, id, settled_at: at, settled_by: by, how })];
    }
    case 'consultationAnswered':
      return answered(event, after, seq);
    case 'opinionDecided':
      return [decided(event, after)];
    case 'approvalAsked':
      return [patch('plan', { ...plan, approval_asked_at: event.at })];
    case 'breakdownApproved':
      return [patch('plan', { ...plan, approval_hash: hash, breakdown_hash: event.breakdownHash })];
    case 'breakdownReturned':
      return [patch('plan', { ...plan, approval_asked_at: null })];
    case 'noticeReceipted': {
      const { unitId, late, contacts } = event;
      return [patch('plan_unit', { ...plan, unit_id: unitId, receipt_late: late, contacts_id: contacts.contentId })];
    }
    case 'receiptsListed':
      return event.unitIds.map((unitId) =>
        patch('plan_unit', { ...plan, unit_id: unitId, receipt_listed_at: event.at }),
      );
    case 'slipsDrafted':
      return origins(event.slips, recorded, after);
    case 'orderProposed':
      return origins([event], recorded, after);
    case 'slipsDue':
    case 'slipsRetimed':
    case 'consultationBegun':
    case 'consultationLapsed':
    case 'planIssued':
    case 'tasksStarted':
    case 'summaryAsked':
    case 'summaryApproved':
    case 'summaryReturned':
    case 'tasksClosed':
    case 'deliveryFailed':
      return [];
    default:
      return assertNever(event);
  }
}

function opened({ point }: PointOpened, { planId }: PlanState, seq: number): RowChange {
  const { id, kind, taskNumber } = point;
  const unsettled = { settled_at: null, settled_by: null, how: null };
  return put('open_point', { plan_id: planId, id, seq, kind, task_number: taskNumber, point, ...unsettled });
}

function reshaped(event: ReshapeEvent, { planId, opinions }: PlanState, seq: number): readonly RowChange[] {
  const plan = { plan_id: planId };
  if (event.type === 'taskSplitOff' || event.type === 'taskAdded') {
    return [put('task_draft', { ...draftColumns(plan, event.draft, seq), position: event.place })];
  }
  const gone = remove('task_draft', { ...plan, task_id: event.taskId });
  if (event.type === 'taskDropped') return [gone];
  const { number, into } = event;
  const moved = opinions.filter(({ taskNumber }) => taskNumber === number);
  return [gone, ...moved.map(({ id }) => patch('opinion', { ...plan, id, task_number: into }))];
}

// From here the chains of slips and orders begin.
function origins(
  drafted: readonly DraftedSlip[],
  { chain, seq }: PlanStep['recorded'],
  { planId }: PlanState,
): readonly RowChange[] {
  return drafted.map(({ orderId, path }, place) =>
    put('order_origin', { order_id: orderId, plan_id: planId, path, chain, seq, place }),
  );
}

function imported(event: NoticeImported, after: PlanState): RowChange {
  const { clock, title, issuer, documentNumber, noticeDate, planYear, rulesVersion, at } = event;
  const words = { clock, title, issuer, document_number: documentNumber, notice_date: noticeDate, plan_year: planYear };
  const units = { office_unit_id: after.officeUnitId, leadership_unit_id: after.leadershipUnitId };
  const approval = { approval_asked_at: null, approval_hash: null, breakdown_hash: null };
  const made = { rules_version: rulesVersion, imported_at: at };
  return put('plan', { plan_id: after.planId, ...words, ...units, ...made, ...approval, ...stateColumns(after) });
}

function planPatch(after: PlanState): RowChange {
  return patch('plan', { plan_id: after.planId, ...stateColumns(after) });
}

function stateColumns({
  phase,
  draftVersion,
  taskCount,
  consultation,
  approvedAt,
  issuedAt,
  issuedBy,
  ...rest
}: PlanState) {
  return {
    phase,
    draft_version: draftVersion,
    task_count: taskCount,
    consultation_due: consultation?.due ?? null,
    approved_at: approvedAt,
    issued_at: issuedAt,
    issued_by: issuedBy,
    receipt_due: rest.receiptDue,
    started_tasks: rest.startedTasks,
    summary_asked_at: rest.summary?.askedAt ?? null,
    summary_hash: rest.summary?.hash ?? null,
    summary_approved_at: rest.summary?.approvedAt ?? null,
    closed_tasks: rest.summary?.closedTasks ?? 0,
  };
}

function draftColumns(plan: { readonly plan_id: string }, draft: TaskDraft, seq: number) {
  const { taskId, number, group, title } = draft;
  return { ...plan, task_id: taskId, number, group_name: group, title, draft, seq };
}

function unitChanges({ before, after }: PlanStep): readonly RowChange[] {
  if (before.units === after.units) return [];
  return Object.entries(after.units)
    .filter(([unitId, unit]) => before.units[unitId] !== unit)
    .map(([unitId, unit]) => {
      const row = { plan_id: after.planId, unit_id: unitId, ...unitColumns(unit) };
      if (before.units[unitId] !== undefined) return patch('plan_unit', row);
      const nothingYet = { answered_at: null, answer_late: false, receipt_listed_at: null, contacts_id: null };
      return put('plan_unit', { ...row, ...nothingYet, receipt_late: false });
    });
}

function unitColumns({ tasks, answer, answerDue, receiptedAt }: PlanUnit) {
  return { tasks, answer, answer_due: answerDue, receipted_at: receiptedAt };
}

function answered(
  { unitId, opinions, late, at }: ConsultationAnswered,
  { planId }: PlanState,
  seq: number,
): readonly RowChange[] {
  return [
    patch('plan_unit', { plan_id: planId, unit_id: unitId, answered_at: at, answer_late: late }),
    ...opinions.map(({ id, taskNumber, text }) => {
      const words = { unit_id: unitId, task_number: taskNumber, text_id: text.contentId };
      return put('opinion', { plan_id: planId, id, seq, ...words, decision: 'none', reason_id: null });
    }),
  ];
}

function decided({ opinionId, decision, reason }: OpinionDecided, { planId }: PlanState): RowChange {
  return patch('opinion', { plan_id: planId, id: opinionId, decision, reason_id: reason?.contentId ?? null });
}
