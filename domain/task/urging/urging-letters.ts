import type { Letter } from '../../ledger/letter.ts';
import { dailyLetter } from '../../ledger/make-letter.ts';
import type { TaskState } from '../task-state.ts';
import type { PromiseDue } from './urging-event.ts';

/** The office hears of promises that came back, one letter each. */
export function promiseLetters({ urgingIds, mailDay }: PromiseDue, after: TaskState): readonly Letter[] {
  const { taskId, number: taskNumber, title: taskTitle, officeUnitId } = after;
  return after.urging.promises
    .filter(({ urgingId }) => urgingIds.includes(urgingId))
    .map(({ urgingId, unitId, by, obligationIds }) =>
      dailyLetter(mailDay, {
        kind: 'promise-due',
        receiver: { unitId: officeUnitId, seat: 'office' },
        key: promiseKey(urgingId),
        step: '0',
        about: by,
        facts: { taskId, taskNumber, taskTitle, unitId, rows: obligationIds.length },
      }),
    );
}

/** Keys of letters about promises that an event made good, or pointless. */
export function keptPromises(before: TaskState, after: TaskState): readonly string[] {
  if (before.urging === after.urging) return [];
  const open = new Set(after.urging.promises.map(({ urgingId }) => urgingId));
  return before.urging.promises
    .filter(({ urgingId }) => !open.has(urgingId))
    .map(({ urgingId }) => promiseKey(urgingId));
}

function promiseKey(urgingId: string): string {
  return `promise/${urgingId}`;
}
