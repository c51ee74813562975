import { assertNever } from '../../domain/errors.ts';
import { isChangeEvent } from '../../domain/task/change/change-event.ts';
import type {
  TaskEvent,
  TaskIssued,
  ObligationsOpened,
  RowsSentBack,
  RowsTaken,
  LightsAssessed,
} from '../../domain/task/task-event.ts';
import type { TaskState } from '../../domain/task/task-state.ts';
import type { Step } from '../ledger/chain-book.ts';
import { findingProjection } from './finding-projection.ts';
import { changeProjection, lapsedRequests } from './change-projection.ts';
import { obligationChanges } from './obligation-changes.ts';
import { type RowChange, patch, put } from './row-change.ts';
import { subjectChanges, subjectRow } from './subject-changes.ts';
import { urgingChanges } from './urging-changes.ts';

type TaskStep = Step<TaskState, TaskEvent>;

/** Rows of a task: what the event says of them, then whatever else the state shows to have changed. */
export function taskProjection(step: TaskStep): readonly RowChange[] {
  return [...saidByEvent(step), ...obligationChanges(step), ...subjectChanges(step), ...urgingChanges(step)];
}

function saidByEvent({ before, recorded, after }: TaskStep): readonly RowChange[] {
  const { event, seq } = recorded;
  const task = { task_id: after.taskId };
  if (isChangeEvent(event)) return changeProjection(event, { before, after, seq });
  switch (event.type) {
    case 'taskIssued':
      return issued(event, after);
    case 'obligationsOpened':
      return opened(event, before, after);
    case 'rowsTaken':
      return taken(event, before, after);
    case 'rowsSentBack':
      return sentBack(event, after);
    case 'lightsAssessed':
      return assessed(event, after, seq);
    case 'obligationsRetimed':
      return retimed(event, after);
    case 'statementFiled': {
      const { obligationId, unitId, by, text, at } = event;
      const where = { obligation_id: obligationId, unit_id: unitId, person_id: by.personId };
      return [put('statement', { ...task, seq, ...where, text_id: text.contentId, filed_at: at })];
    }
    case 'summaryWritten': {
      const { period, by, text, at } = event;
      const who = { unit_id: by.unitId, person_id: by.personId };
      return [put('summary', { ...task, period, ...who, text_id: text.contentId, written_at: at })];
    }
    case 'findingOpened':
    case 'findingRetimed':
    case 'findingStated':
    case 'findingConcluded':
    case 'findingWithdrawn':
    case 'lightDecided':
    case 'objectionNoted':
    case 'objectionEnded':
    case 'rowsReopened':
      return findingProjection(event, after, seq);
    case 'taskEnded':
      return [
        patch('task', { ...task, phase: 'ended', ending: event.ending, ended_at: event.at }),
        ...lapsedRequests(before, event.at),
      ];
    // What is taken without review has left the state with its rows, before this event says that it came.
    case 'overdueLifted':
      return event.obligationIds.map((id) => patch('obligation', { ...task, id, overdue: false }));
    case 'endingsDecided':
    case 'statisticsDue':
    case 'yearClosed':
    case 'rowsAccepted':
    case 'obligationsOverdue':
    case 'reviewsOverdue':
    case 'urged':
    case 'promiseDue':
    case 'deliveryFailed':
      return [];
    default:
      return assertNever(event);
  }
}

function retimed({ changes }: Extract<TaskEvent, { type: 'obligationsRetimed' }>, { taskId }: TaskState) {
  return changes.map(({ obligationId: id, due, ladder }) =>
    patch('obligation', { task_id: taskId, id, due: due.date, due_computed: due, ladder }),
  );
}

function issued(event: TaskIssued, after: TaskState): readonly RowChange[] {
  const { taskId, planId, number, title, lastPeriod, rulesVersion, at, parties } = event;
  const head = {
    task_id: taskId,
    plan_id: planId,
    number,
    title,
    last_period: lastPeriod,
    rules_version: rulesVersion,
  };
  return [
    put('task', {
      ...head,
      phase: 'open',
      ending: null,
      issued_at: at,
      ended_at: null,
      opened_period: null,
      suspended_on: null,
    }),
    ...parties.map(({ unitId, role, order, basis }) =>
      put('task_party', {
        task_id: taskId,
        unit_id: unitId,
        role,
        plan_id: planId,
        place: order,
        basis,
        left_at: null,
      }),
    ),
    ...after.subjects.map((subject, place) => subjectRow(after, subject, place)),
  ];
}

function opened(
  { period, obligations, at }: ObligationsOpened,
  before: TaskState,
  after: TaskState,
): readonly RowChange[] {
  const { taskId, planId } = after;
  const rows = obligations.flatMap(({ kind, unitId, period: owedFor, subjectIds, due, ladder }) => {
    const id = `${kind}/${unitId}/${owedFor}`;
    const owed = { plan_id: planId, unit_id: unitId, kind, period: owedFor, due: due.date, due_computed: due, ladder };
    const nothingYet = {
      submitted_at: null,
      review_due: null,
      resubmit_due: null,
      accepted_at: null,
      act: null,
      makers: [],
    };
    const late = before.settled.some((each) => each.id === id && each.late);
    const flags = { late, overdue: false, review_overdue: false, undelivered: false };
    return [
      put('obligation', { task_id: taskId, id, ...owed, state: 'open', opened_at: at, ...nothingYet, ...flags }),
      ...subjectIds.map((subjectId, place) => {
        const key = { task_id: taskId, obligation_id: id, subject_id: subjectId };
        return put('obligation_row', { ...key, place, state: 'open', submitted: null, reason_id: null });
      }),
    ];
  });
  return [patch('task', { task_id: taskId, opened_period: period }), ...rows];
}

function taken(event: RowsTaken, before: TaskState, { taskId }: TaskState): readonly RowChange[] {
  const { obligationId, rows, submittedAt, late, makers, act } = event;
  const first = before.obligations.find(({ id }) => id === obligationId)?.submittedAt ?? submittedAt;
  const facts = { submitted_at: first, late, makers, act, review_due: event.reviewDue };
  const flags = { review_overdue: false, resubmit_due: null };
  return [
    patch('obligation', { task_id: taskId, id: obligationId, ...facts, ...flags }),
    ...rows.map((row) => {
      const key = { task_id: taskId, obligation_id: obligationId, subject_id: row.subjectId };
      return patch('obligation_row', { ...key, state: 'submitted', submitted: row });
    }),
  ];
}

function sentBack({ obligationId, rows, ladder }: RowsSentBack, { taskId }: TaskState): readonly RowChange[] {
  return [
    patch('obligation', { task_id: taskId, id: obligationId, ladder }),
    ...rows.map(({ subjectId, reason }) => {
      const key = { task_id: taskId, obligation_id: obligationId, subject_id: subjectId };
      return patch('obligation_row', { ...key, reason_id: reason.contentId });
    }),
  ];
}

function assessed({ assessments }: LightsAssessed, { taskId, planId }: TaskState, seq: number): readonly RowChange[] {
  return assessments.map(({ subjectId, assessment, behindPeriods }) => {
    const { light, on, cause, rulesVersion } = assessment;
    const key = { task_id: taskId, subject_id: subjectId, seq, plan_id: planId };
    const seen = { light, assessed_on: on, cause, rules_version: rulesVersion, behind_periods: behindPeriods };
    return put('light_history', { ...key, ...seen });
  });
}
