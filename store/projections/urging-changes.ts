import type { TaskEvent } from '../../domain/task/task-event.ts';
import type { TaskState } from '../../domain/task/task-state.ts';
import type { Urged } from '../../domain/task/urging/urging-event.ts';
import type { Step } from '../ledger/chain-book.ts';
import { type RowChange, patch, put } from './row-change.ts';

/** Urgings by hand, what became of promises, and which obligations letters do not reach. */
export function urgingChanges({ before, recorded, after }: Step<TaskState, TaskEvent>): readonly RowChange[] {
  const { event } = recorded;
  const row = event.type === 'urged' ? [urgingRow(event, after)] : [];
  if (before.urging === after.urging) return row;
  return [...row, ...promiseChanges(before, after), ...deliveryChanges(before, after)];
}

function urgingRow(event: Urged, { taskId, planId }: TaskState): RowChange {
  const { urgingId, unitId, obligationIds, channel, reached, promise, delivers, at, by } = event;
  const key = { task_id: taskId, urging_id: urgingId, plan_id: planId, unit_id: unitId };
  const promised = {
    promise_id: promise?.text.contentId ?? null,
    promised_by: promise?.by ?? null,
    promise_state: promise === null ? null : 'open',
  };
  const said = { obligation_ids: obligationIds, channel, reached_id: reached.contentId, delivers };
  return put('urging', { ...key, ...said, ...promised, urged_at: at, urged_by: by });
}

// A promise that leaves the state was kept: what it was about is no longer owed.
function promiseChanges(
  { urging: { promises: before }, taskId }: TaskState,
  { urging }: TaskState,
): readonly RowChange[] {
  return before.flatMap(({ urgingId, isDue }) => {
    const now = urging.promises.find((each) => each.urgingId === urgingId);
    if (now !== undefined && now.isDue === isDue) return [];
    return [
      patch('urging', { task_id: taskId, urging_id: urgingId, promise_state: now === undefined ? 'kept' : 'due' }),
    ];
  });
}

function deliveryChanges(before: TaskState, after: TaskState): readonly RowChange[] {
  const { taskId: task_id } = after;
  const [were, are] = [new Set(before.urging.undelivered), new Set(after.urging.undelivered)];
  const lost = [...are].filter((id) => !were.has(id)).map((id) => ({ id, undelivered: true }));
  const reached = [...were].filter((id) => !are.has(id)).map((id) => ({ id, undelivered: false }));
  return [...lost, ...reached].map((row) => patch('obligation', { task_id, ...row }));
}
