import type { DecideEndings } from '../../../../domain/task/ending/ending-command.ts';
import type { TaskState } from '../../../../domain/task/task-state.ts';

/** Why the decision on endings is forbidden, written out by hand from the rules; null where nothing forbids it. */
export function forbidsEndings(before: TaskState, command: DecideEndings): string | null {
  if (command.by.seat !== 'office') return 'seat';
  if (before.changes.pending.length > 0 || before.changes.suspended !== null) return 'change';
  for (const { subjectId, ending } of command.rows) {
    const subject = before.subjects.find(({ id }) => id === subjectId);
    if (subject === undefined) return 'row';
    if (subject.ending !== undefined && subject.ending.ending !== 'awaiting-statistics') return 'decided before';
    if (subject.claim?.makers.includes(command.by.personId) === true) return 'own work';
    if (before.openedPeriod !== before.lastPeriod && !(ending === 'completed' || ending === 'exceeded'))
      return 'period';
    const isDone = (ending === 'completed' || ending === 'exceeded') && subject.progress?.complete === true;
    const waits = before.obligations.some(
      ({ kind, rows, overdue }) =>
        kind === 'progress' && !overdue && rows.some((row) => row.subjectId === subjectId && row.state !== 'accepted'),
    );
    if (waits && !isDone && before.openedPeriod === before.lastPeriod) return 'open report';
  }
  return null;
}
