import type { TaskEvent } from '../../domain/task/task-event.ts';
import type { Obligation, RowState, TaskState } from '../../domain/task/task-state.ts';
import type { Step } from '../ledger/chain-book.ts';
import { type RowChange, patch } from './row-change.ts';

/** Obligations that the step changed, and those that left the state because they are settled or their task has ended. */
export function obligationChanges({ before, recorded, after }: Step<TaskState, TaskEvent>): readonly RowChange[] {
  if (before.obligations === after.obligations) return [];
  const earlier = new Map(before.obligations.map((obligation) => [obligation.id, obligation]));
  const standing = after.obligations.flatMap((obligation) =>
    changed(after.taskId, earlier.get(obligation.id), obligation),
  );
  const remaining = new Set(after.obligations.map(({ id }) => id));
  const left = before.obligations.filter(({ id }) => !remaining.has(id));
  const { event } = recorded;
  return [
    ...standing,
    ...left.flatMap((obligation) =>
      (hasEnded(event, obligation.id) ? ended : accepted)(after.taskId, obligation, event),
    ),
  ];
}

function changed(taskId: string, earlier: Obligation | undefined, obligation: Obligation): readonly RowChange[] {
  if (earlier === undefined || earlier === obligation) return [];
  const { id, due, submittedAt, late, overdue, reviewDue, reviewOverdue, resubmitDue, makers, act } = obligation;
  const facts = { due, submitted_at: submittedAt, late, overdue, makers, act, resubmit_due: resubmitDue };
  const review = { review_due: reviewDue, review_overdue: reviewOverdue };
  const rows = obligation.rows.filter((row, index) => row !== earlier.rows[index]);
  return [
    patch('obligation', { task_id: taskId, id, state: stateOf(obligation), ...facts, ...review }),
    ...rows.map(({ subjectId, state }) =>
      patch('obligation_row', { task_id: taskId, obligation_id: id, subject_id: subjectId, state }),
    ),
  ];
}

// An obligation leaves the state because it is settled, unless the event says that nobody owes it any more.
function hasEnded(event: TaskEvent, id: string): boolean {
  if (event.type === 'taskEnded') return true;
  const isChange = event.type === 'assignmentChanged' || event.type === 'taskResumed';
  return isChange && event.endedObligations.includes(id);
}

function accepted(taskId: string, { id, rows }: Obligation, { at }: TaskEvent): readonly RowChange[] {
  return [
    patch('obligation', { task_id: taskId, id, state: 'accepted', accepted_at: at }),
    ...rows.map(({ subjectId }) =>
      patch('obligation_row', { task_id: taskId, obligation_id: id, subject_id: subjectId, state: 'accepted' }),
    ),
  ];
}

// What nobody owes any more is overdue no longer; the end of a task leaves on record what was.
function ended(taskId: string, { id }: Obligation, { type }: TaskEvent): readonly RowChange[] {
  const overdue = type === 'taskEnded' ? {} : { overdue: false };
  return [patch('obligation', { task_id: taskId, id, state: 'ended', ...overdue })];
}

// What the unit has to do goes before what the office has to do.
const urgency: readonly RowState[] = ['sent-back', 'open', 'submitted', 'accepted'];

function stateOf({ rows }: Obligation): RowState {
  return urgency.find((state) => rows.some((row) => row.state === state)) ?? 'open';
}
