import { assertNever } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { AssignmentChanged, ChangeEvent, ChangeRequested } from '../../domain/task/change/change-event.ts';
import { type ExtendedThing, thingKey } from '../../domain/task/change/task-change.ts';
import type { TaskState } from '../../domain/task/task-state.ts';
import { type RowChange, patch, put } from './row-change.ts';
import { subjectRow, subjectTerms } from './subject-changes.ts';

/** The task around an event about a change of it, and the event's place in the chain. */
export interface ChangeStep {
  readonly before: TaskState;
  readonly after: TaskState;
  readonly seq: number;
}

/** Requests, decisions, moved days, parties and items, as an event about a change of the task sets them. */
export function changeProjection(event: ChangeEvent, step: ChangeStep): readonly RowChange[] {
  const task = { task_id: step.after.taskId };
  switch (event.type) {
    case 'changeRequested':
      return [asked(event, step), ...ladderOf(event, step)];
    case 'changeDecided':
    case 'changeWithdrawn': {
      const closing = { closed_by: event.by, closing_reason_id: event.reason.contentId };
      const state = event.type === 'changeWithdrawn' ? 'withdrawn' : event.outcome;
      const replacement = event.type === 'changeWithdrawn' ? null : event.replacementId;
      const facts = { ...closing, closing_paper: event.paper ?? null, replacement_id: replacement };
      const key = { ...task, change_id: event.changeId };
      return [patch('change_request', { ...key, state, closed_at: event.at, ...facts }), ...ladderOf(event, step)];
    }
    case 'changeLapsed':
      return [lapsed(step.after, event.changeId, event.at)];
    case 'dueMoved':
      return dueMoved(event, step);
    case 'assignmentChanged':
      return assigned(event, step);
    case 'taskSuspended':
      return [patch('task', { ...task, suspended_on: event.on })];
    case 'taskResumed':
      return resumed(event, step);
    case 'instructionGiven': {
      const { by, paper, text, at } = event;
      const given = { given_by: by, paper: paper ?? null, text_id: text.contentId, given_at: at };
      return [put('instruction', { ...task, seq: step.seq, plan_id: step.after.planId, ...given })];
    }
    default:
      return assertNever(event);
  }
}

/** Requests that waited when the task ended have nothing left to decide. */
export function lapsedRequests(before: TaskState, at: Instant): readonly RowChange[] {
  return before.changes.pending.map(({ changeId }) => lapsed(before, changeId, at));
}

function lapsed({ taskId }: TaskState, changeId: string, at: Instant): RowChange {
  return patch('change_request', { task_id: taskId, change_id: changeId, state: 'lapsed', closed_at: at });
}

function asked(event: ChangeRequested, { after }: ChangeStep): RowChange {
  const { changeId, change, unitId, reason, at, receivedAt, by, paper, decider, decideBy } = event;
  const who = { unit_id: unitId, reason_id: reason.contentId, asked_by: by, paper: paper ?? null };
  const when = { asked_at: at, received_at: receivedAt, decide_by: decideBy.date };
  const open = {
    state: 'pending',
    closed_at: null,
    closed_by: null,
    closing_reason_id: null,
    closing_paper: null,
    replacement_id: null,
    before: null,
  };
  const key = { task_id: after.taskId, change_id: changeId };
  return put('change_request', {
    ...key,
    plan_id: after.planId,
    kind: change.kind,
    change,
    decider,
    ...who,
    ...when,
    ...open,
  });
}

function ladderOf(
  { reminders }: Extract<ChangeEvent, { reminders: unknown }>,
  { after }: ChangeStep,
): readonly RowChange[] {
  if (reminders === null) return [];
  return [patch('obligation', { task_id: after.taskId, id: reminders.obligationId, ladder: reminders.ladder })];
}

interface Move {
  readonly of: ExtendedThing;
  readonly changeId: string;
  readonly cause: 'extension' | 'resumption';
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly at: Instant;
}

function history({ before, seq }: ChangeStep, { of, changeId, cause, from, to, at }: Move): RowChange {
  const key = { task_id: before.taskId, thing: thingKey(of), seq };
  const days = { cause, from_day: from, to_day: to, moved_at: at };
  return put('due_history', {
    ...key,
    plan_id: before.planId,
    unit_id: ownerOf(before, of),
    change_id: changeId,
    ...days,
  });
}

// An obligation's id names its unit: what is settled has left the state.
function ownerOf({ subjects }: TaskState, of: ExtendedThing): string | null {
  if (of.kind === 'item') return subjects.find(({ id }) => id === of.subjectId)?.unitId ?? null;
  return of.obligationId.split('/')[1] ?? null;
}

function dueMoved(event: Extract<ChangeEvent, { type: 'dueMoved' }>, step: ChangeStep): readonly RowChange[] {
  const { of, changeId, from, to, at, late } = event;
  const task = { task_id: step.after.taskId };
  const moved = history(step, { of, changeId, cause: 'extension', from, to, at });
  if (of.kind === 'item') return [moved, patch('subject', { ...task, id: of.subjectId, due: to })];
  const judged = late === null ? {} : { late };
  const due = event.resubmission ? {} : { due: to };
  const obligation = patch('obligation', { ...task, id: of.obligationId, ...due, ...judged });
  return [moved, obligation, ...ladderOf(event, step)];
}

function resumed(event: Extract<ChangeEvent, { type: 'taskResumed' }>, step: ChangeStep): readonly RowChange[] {
  const { changeId, at } = event;
  const task = { task_id: step.after.taskId };
  const base = { changeId, cause: 'resumption', at } as const;
  return [
    patch('task', { ...task, suspended_on: null }),
    ...event.items.flatMap(({ subjectId, before, due }) => [
      history(step, { ...base, of: { kind: 'item', subjectId }, from: before, to: due.date }),
      patch('subject', { ...task, id: subjectId, due: due.date }),
    ]),
    ...event.obligations.flatMap(({ obligationId, before, due, ladder }) => {
      const of = { kind: 'obligation', obligationId } as const;
      const moved = before === due ? [] : [history(step, { ...base, of, from: before, to: due })];
      return [...moved, patch('obligation', { ...task, id: obligationId, ladder })];
    }),
  ];
}

function assigned(event: AssignmentChanged, step: ChangeStep): readonly RowChange[] {
  const { before, after, seq } = step;
  const task = { task_id: after.taskId };
  const known = new Set(before.subjects.map(({ id }) => id));
  return [
    patch('change_request', { ...task, change_id: event.changeId, before: event.before }),
    ...partyChanges(event, step),
    ...event.removed.map((id) => patch('subject', { ...task, id, removed_at: event.at })),
    ...after.subjects.flatMap((subject, place) => {
      if (!event.put.some(({ id }) => id === subject.id)) return [];
      // Places grow with the chain, so that what is added later stands behind what was there.
      return [
        known.has(subject.id) ? subjectTerms(after.taskId, subject) : subjectRow(after, subject, seq * 100 + place),
      ];
    }),
    ...event.rowChanges.flatMap(({ obligationId, add, drop }) => [
      ...drop.map((id) =>
        patch('obligation_row', { ...task, obligation_id: obligationId, subject_id: id, state: 'removed' }),
      ),
      ...add.map((id, index) => {
        const key = { ...task, obligation_id: obligationId, subject_id: id };
        return put('obligation_row', {
          ...key,
          place: seq * 100 + index,
          state: 'open',
          submitted: null,
          reason_id: null,
        });
      }),
    ]),
  ];
}

function partyChanges({ parties, at }: AssignmentChanged, { before, after }: ChangeStep): readonly RowChange[] {
  const isSame = (a: { readonly unitId: string; readonly role: string }, b: typeof a): boolean =>
    a.unitId === b.unitId && a.role === b.role;
  const gone = before.parties.filter((party) => !parties.some((each) => isSame(each, party)));
  const come = parties.filter((party) => !before.parties.some((each) => isSame(each, party)));
  const { taskId, planId } = after;
  return [
    ...gone.map(({ unitId, role }) => patch('task_party', { task_id: taskId, unit_id: unitId, role, left_at: at })),
    ...come.map(({ unitId, role, order, basis }) => {
      const key = { task_id: taskId, unit_id: unitId, role };
      return put('task_party', { ...key, plan_id: planId, place: order, basis, left_at: null });
    }),
  ];
}
