import type { PersonActor } from '../../actor.ts';
import { mailDayFor } from '../../calendar/mail-day.ts';
import { RuleViolation } from '../../errors.ts';
import type { Instant } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import { assertNothingUnderReview } from '../finding/objection-notes.ts';
import type { TaskEnded, TaskEvent } from '../task-event.ts';
import type { Subject, TaskState } from '../task-state.ts';
import type { CloseOut } from './ending-command.ts';
import type { EndingsDecided } from './ending-event.ts';
import { type RowEnding, isFinal } from './row-ending.ts';

/**
 * Closes the task after the leader's approval; rows that await statistics keep it open, with their named day. Refused while a
 * finding or an objection is open: the office ends such a task when that is decided.
 */
export function closeOut(
  state: TaskState,
  { summaryHash, approvedBy }: CloseOut,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  if (state.yearClosed) return [];
  assertNothingUnderReview(state);
  assertAllDecided(state, ({ ending }) => ending !== undefined);
  const closed = { type: 'yearClosed', at, by: 'system', summaryHash, approvedBy } as const;
  if (!state.subjects.every(({ ending }) => isFinal(ending))) return [closed];
  return [closed, endedBy(state, approvedBy, { at, mailDay: mailDayFor(context.calendar, at) })];
}

/** Refuses with the rows of which `isDecided` does not hold. */
export function assertAllDecided(state: TaskState, isDecided: (subject: Subject) => boolean): void {
  const left = state.subjects.filter((subject) => !isDecided(subject));
  const [first] = left;
  if (first === undefined) return;
  const more = left.length > 1 ? `等${left.length}行` : '';
  throw new RuleViolation(
    'endings-left',
    `第${state.number}项任务“${first.title}”${more}尚未确定办理结果，请逐行确定后再办结`,
  );
}

/** The task's ending, made of those of its rows. */
export function endedBy(
  { subjects }: TaskState,
  by: PersonActor,
  { at, mailDay }: Pick<EndingsDecided, 'at' | 'mailDay'>,
): TaskEnded {
  return { type: 'taskEnded', at, by, ending: endingOfTask(subjects), mailDay };
}

// As strict as its weakest row; rows that are only tracked say nothing as long as any other row does.
const weakestFirst: readonly RowEnding[] = [
  'unfinished',
  'carried-over',
  'awaiting-statistics',
  'continuing',
  'completed',
];

/** What a task is said to have come to, from the endings of its rows. */
export function endingOfTask(subjects: readonly Pick<Subject, 'tracked' | 'ending'>[]): RowEnding {
  const scored = subjects.filter(({ tracked }) => !tracked);
  const endings = (scored.length > 0 ? scored : subjects).map(({ ending }) => ending?.ending);
  return weakestFirst.find((ending) => endings.includes(ending)) ?? 'exceeded';
}
