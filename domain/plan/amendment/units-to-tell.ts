import type { NoticeChange } from './notice-change.ts';
import { type RunningPlan, subjectsOf } from './item-subjects.ts';
import { tasksFor } from './item-consequence.ts';

/** A unit whose part changed with the notice, and the numbers of the tasks concerned. */
export interface ToldUnit {
  readonly unitId: string;
  readonly taskNumbers: readonly string[];
}

/**
 * The units that have to know of the differences and receipt them: of an item whoever answers for it or has a share in it, and the
 * leads; of a whole task all its parties. A unit that the new version brings in is told when a leader has decided so. Sorted, so that no order of keys reaches an event.
 */
export function unitsToTell(differences: readonly NoticeChange[], plan: RunningPlan): readonly ToldUnit[] {
  const told = differences.flatMap((difference) => concerned(difference, plan));
  return [...Map.groupBy(told, ({ unitId }) => unitId)]
    .map(([unitId, own]) => ({ unitId, taskNumbers: [...new Set(own.map(({ taskNumber }) => taskNumber))] }))
    .toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1));
}

interface Told {
  readonly unitId: string;
  readonly taskNumber: string;
}

function concerned(difference: NoticeChange, plan: RunningPlan): readonly Told[] {
  const tasks = tasksFor(difference, plan);
  if ('item' in difference) {
    const found = subjectsOf(difference.item, tasks, plan.isIssuedText);
    if (found.length > 0) {
      return found.flatMap(({ task: { state }, subject }) => {
        const leads = state.parties.filter(({ role }) => role === 'lead').map(({ unitId }) => unitId);
        const shares = subject.shares.map(({ unitId }) => unitId);
        return [...leads, subject.unitId, ...shares].map((unitId) => ({ unitId, taskNumber: state.number }));
      });
    }
  }
  if (difference.taskNumber === null || difference.kind === 'task-moved') return [];
  return tasks.flatMap(({ state: { number: taskNumber, parties } }) => {
    return parties.map(({ unitId }) => ({ unitId, taskNumber }));
  });
}
