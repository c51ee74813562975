import type { Instant } from '../../instant.ts';
import type { TaskEvent } from '../task-event.ts';
import type { TaskState } from '../task-state.ts';
import type { AssignmentChanged } from './change-event.ts';
import type { PendingChange } from './change-state.ts';

/** Requests that have lost what they were about: their item went, their obligation ended, or their unit left. */
export function lapsesOf({ changes }: TaskState, made: AssignmentChanged, at: Instant): readonly TaskEvent[] {
  return changes.pending
    .filter(({ changeId }) => changeId !== made.changeId)
    .filter((pending) => isMoot(pending, made))
    .map(({ changeId }) => ({ type: 'changeLapsed', at, by: 'system', changeId, cause: 'no-longer-owed' }));
}

function isMoot(
  { change, unitId }: PendingChange,
  { left, removed, put, endedObligations }: AssignmentChanged,
): boolean {
  if (unitId !== null && left.includes(unitId)) return true;
  switch (change.kind) {
    case 'extension': {
      const { of } = change;
      if (of.kind === 'obligation') return endedObligations.includes(of.obligationId);
      return removed.includes(of.subjectId) || put.some((item) => item.id === of.subjectId && item.unitId !== unitId);
    }
    case 'target':
      return removed.includes(change.subjectId);
    case 'decline':
    case 'reassignment':
      return left.includes(change.unitId);
    case 'amendment':
    case 'suspension':
    case 'resumption':
    case 'termination':
      return false;
  }
}
