import { type PlainDate, yearOf } from '../../plain-date.ts';
import type { RowEnding } from '../../task/ending/row-ending.ts';
import type { Subject, TaskState } from '../../task/task-state.ts';
import type { CarryReason, EarlierRow } from './earlier-row.ts';

/** An issued plan of an earlier year, without the tasks that a leader terminated. */
export interface EarlierPlan {
  readonly planId: string;
  readonly planYear: number;
  readonly tasks: readonly TaskState[];
}

/** A row that reaches beyond its plan's year, with how far it came. */
export interface CarriedRow {
  readonly row: EarlierRow;
  readonly taskTitle: string;
  readonly value: number | null;
  readonly until: PlainDate | null;
}

/** The rows of a plan that are not over with its year, in the order of its tasks. */
export function rowsToCarry({ planId, planYear, tasks }: EarlierPlan): readonly CarriedRow[] {
  return tasks.flatMap((task) => {
    const own = task.subjects.filter(({ kind }) => kind !== 'whole');
    const rows = own.length > 0 ? own : task.subjects;
    return rows.flatMap((subject) => {
      const why = carryReason(subject, task, planYear);
      if (why === null) return [];
      const { taskId, number: taskNumber, title: taskTitle } = task;
      const { id: subjectId, title, target, due, progress } = subject;
      const row: EarlierRow = { planId, planYear, taskId, taskNumber, subjectId, title, target, due, why };
      const until = (subject.ending ?? subject.claim)?.until ?? null;
      return [{ row, taskTitle, value: progress?.value ?? null, until }];
    });
  });
}

const reachesOn: Readonly<Record<RowEnding, CarryReason | null>> = {
  'carried-over': 'carried-over',
  continuing: 'continuing',
  'awaiting-statistics': 'awaiting-statistics',
  unfinished: 'unfinished',
  completed: null,
  exceeded: null,
};

// What the office decided goes before what the unit claims; a target of a later year goes on whatever was said of the year.
function carryReason(subject: Subject, { phase }: TaskState, planYear: number): CarryReason | null {
  if (subject.tracked || yearOf(subject.due) > planYear) return 'later-year';
  const ending = subject.ending ?? subject.claim;
  if (ending !== undefined) return reachesOn[ending.ending];
  return phase === 'open' && subject.progress?.complete !== true ? 'open' : null;
}
