import { fc } from '../../support/drawn.ts';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.ts';
import { RuleViolation } from '../../../domain/errors.ts';
import { type Instant, epochOf, instantOfEpoch } from '../../../domain/instant.ts';
import type { DecisionContext } from '../../../domain/ledger/book.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { decideTask } from '../../../domain/task/decide.ts';
import { taskBook } from '../../../domain/task/task-book.ts';
import type { TaskCommand, TaskStart } from '../../../domain/task/task-command.ts';
import type { TaskEvent } from '../../../domain/task/task-event.ts';
import type { TaskState } from '../../../domain/task/task-state.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';
import { type Attempt, commandOf, randomAttempt } from './random-command.ts';
import { randomStart } from './random-task.ts';
import { rules } from './task-play.ts';

/** What a whole year is simulated from. */
export interface YearRecipe {
  readonly start: TaskStart;
  readonly attempts: readonly Attempt[];
  readonly districtsReportText: boolean;
  readonly knowsNextYear: boolean;
}

/** A task with up to ninety attempts, about a year of them. */
export const randomYear: fc.Arbitrary<YearRecipe> = fc.record({
  start: randomStart,
  attempts: fc.array(randomAttempt, { maxLength: 90, size: 'max' }),
  districtsReportText: fc.boolean(),
  knowsNextYear: fc.boolean(),
});

/** A letter as the table of letters would hold it. */
export interface KeptLetter {
  readonly letter: Letter;
  readonly seq: number;
  /** The calendar by which its day was chosen. */
  readonly calendar: WorkingCalendar;
}

/** One command that was tried, with what came of it. Letters that wait are those that are neither due nor withdrawn. */
export interface Step {
  readonly at: Instant;
  readonly command: TaskCommand;
  readonly context: DecisionContext;
  readonly refusal: string | null;
  readonly before: TaskState;
  readonly after: TaskState;
  readonly events: readonly TaskEvent[];
  readonly made: readonly KeptLetter[];
  readonly waiting: readonly KeptLetter[];
}

/** The calendars that become known one after the other: 2022 alone, with 2023, with a correction of both. */
function calendars(): readonly WorkingCalendar[] {
  const both = seedCalendar(2022, 2023);
  const corrected = both.map((table) => ({
    ...table,
    version: 2,
    holidays: [
      ...table.holidays,
      { name: '临时放假', days: [plainDate(`${table.year}-06-28`), plainDate(`${table.year}-12-28`)] },
    ],
  }));
  return [seedCalendar(2022), both, corrected];
}

const known = calendars();

/** Plays the year as the workflow does: wakes first, in order, at the instants that were due; then the command. */
export function playYear({ start, attempts, districtsReportText, knowsNextYear }: YearRecipe): readonly Step[] {
  const steps: Step[] = [];
  let calendar = known[knowsNextYear ? 1 : 0] ?? [];
  let state = taskBook.initial;
  let waiting: readonly KeptLetter[] = [];
  let seq = 0;

  const take = (at: Instant, command: TaskCommand): void => {
    const context: DecisionContext = { rules: { ...rules, districtsReportText }, calendar, decisionVersion: 2 };
    const before = state;
    const { events, refusal } = decided(before, { command, at }, context);
    const made: KeptLetter[] = [];
    waiting = waiting.filter(({ letter }) => letter.dueAt > at);
    for (const event of events) {
      seq += 1;
      const after = taskBook.evolve(state, event);
      const { make, withdraw } = taskBook.lettersFor(event, state, after);
      const kept = make.map((letter) => ({ letter, seq, calendar }));
      made.push(...kept);
      waiting = [...waiting.filter(({ letter }) => !withdraw.includes(letter.key)), ...kept];
      state = after;
    }
    steps.push({ at, command, context, refusal, before, after: state, events, made, waiting });
  };

  let at = start.issuedAt;
  take(at, { type: 'issueTask', start });
  for (const attempt of attempts) {
    at = instantOfEpoch(epochOf(at) + attempt.hoursLater * 3_600_000);
    wakeUpTo(at, () => state, take);
    if (attempt.what === 'retime')
      calendar = known[Math.min(known.length - 1, known.indexOf(calendar) + 1)] ?? calendar;
    const command = commandOf(attempt, state, start, at);
    if (command !== null) take(at, command);
  }
  return steps;
}

/** More wakes than this at one instant mean that a wake makes no progress. */
const mostWakes = 200;

function wakeUpTo(at: Instant, state: () => TaskState, take: (at: Instant, command: TaskCommand) => void): void {
  for (let count = 0; ; count += 1) {
    const wake = taskBook.nextWake(state());
    if (wake === null || wake > at) return;
    if (count > mostWakes) throw new Error(`the wake of ${wake} leads to no other`);
    take(wake, { type: 'wake' });
  }
}

/** What the command gives, a refusal by its code. */
export function decided(
  state: TaskState,
  moment: { readonly command: TaskCommand; readonly at: Instant },
  context: DecisionContext,
): Pick<Step, 'events' | 'refusal'> {
  try {
    return { events: decideTask(state, moment, context), refusal: null };
  } catch (error) {
    if (error instanceof RuleViolation) return { events: [], refusal: error.code };
    throw error;
  }
}
