import type { TaskState } from '../task-state.ts';
import type { AssignmentChanged, ChangeDecided } from './change-event.ts';
import type { PendingChange } from './change-state.ts';
import type { TaskChange } from './task-change.ts';

/** The units that are told how a change was decided: who asked, and, where it was granted, whoever it touches. */
export function unitsConcerned(
  state: TaskState,
  { change, unitId }: PendingChange,
  outcome: ChangeDecided['outcome'],
): readonly string[] {
  const asking = unitId === null ? [] : [unitId];
  return [...new Set([...asking, ...(outcome === 'granted' ? touched(state, change) : [])])];
}

/** Units to which a part of the task has come: they are new on it, or answer for an item that was another unit's. */
export function unitsTakingOver({ joined, put, before }: AssignmentChanged): readonly string[] {
  const gained = put.filter((item) => before.find(({ id }) => id === item.id)?.unitId !== item.unitId);
  return [...new Set([...joined, ...gained.map(({ unitId }) => unitId)])];
}

function touched({ parties, subjects }: TaskState, change: TaskChange): readonly string[] {
  switch (change.kind) {
    case 'extension':
      return [];
    case 'decline':
    case 'reassignment':
      return [change.unitId];
    case 'target':
      return subjects.filter(({ id }) => id === change.subjectId).map(({ unitId }) => unitId);
    case 'amendment': {
      const ids = [...change.remove, ...change.put.map(({ id }) => id)];
      const before = subjects.filter(({ id }) => ids.includes(id));
      return [...before, ...change.put].map(({ unitId }) => unitId);
    }
    case 'suspension':
    case 'resumption':
    case 'termination':
      return parties.map(({ unitId }) => unitId);
  }
}
