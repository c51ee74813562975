import { fold } from '../../../domain/ledger/book.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { decideReturn } from '../../../domain/return/decide.ts';
import { returnBook } from '../../../domain/return/return-book.ts';
import type { ReturnCommand } from '../../../domain/return/return-command.ts';
import type { OpenedRow, ReturnEvent, RowSubject } from '../../../domain/return/return-event.ts';
import type { ReturnIdentity } from '../../../domain/return/return-of.ts';
import type { ReturnState } from '../../../domain/return/return-state.ts';
import type { ObligationKind, RowText, SubmittedRow } from '../../../domain/task/task-state.ts';
import { period } from '../../../domain/calendar/quarter.ts';
import { context, text } from '../plan/plan-play.ts';

export { actor, on, text } from '../plan/plan-play.ts';

/** The return of unit `u`: of the third quarter, or its stage plan. */
export function identityOf(kind: ObligationKind): ReturnIdentity {
  const periodOf = kind === 'stage-plan' ? 'plan' : period('2022Q3');
  return { returnId: 'r', planId: 'plan', unitId: 'u', period: periodOf, kind };
}

/** An open row of the task `taskId`, of a deliverable unless told otherwise. */
export function rowOf(taskId: string, subject: Partial<RowSubject> = {}, row: Partial<OpenedRow> = {}): OpenedRow {
  return {
    taskId,
    taskNumber: taskId,
    obligationId: `progress/u/2022Q3`,
    subjectId: '1',
    due: plainDate('2022-10-12'),
    previousValue: null,
    textLimit: null,
    subject: {
      kind: 'deliverable',
      title: `事项${taskId}`,
      target: null,
      due: plainDate('2022-12-31'),
      milestoneIds: [],
      statisticsOn: null,
      ...subject,
    },
    ...row,
  };
}

/** An entry with these texts and nothing else, unless told otherwise. */
export function entryOf(texts: readonly RowText[], entry: Partial<SubmittedRow> = {}): SubmittedRow {
  return {
    subjectId: '1',
    value: null,
    milestonesDone: [],
    complete: false,
    plan: null,
    texts: Object.fromEntries(texts.map((name) => [name, text(`text-${name}`)])),
    ...entry,
  };
}

/** What happened to a return so far. */
export interface PlayedReturn {
  readonly state: ReturnState;
  readonly events: readonly ReturnEvent[];
  readonly letters: readonly Letter[];
}

export const nothingYet: PlayedReturn = { state: returnBook.initial, events: [], letters: [] };

const characters = { 'text-done': 120, 'text-problem': 80, 'text-next': 1, 'text-reason': 10, 'text-long': 2_001 };

/** One decision after another on the return of `kind`. */
export function playReturn(
  start: PlayedReturn,
  kind: ObligationKind,
  ...steps: readonly (readonly [at: Instant, command: ReturnCommand])[]
): PlayedReturn {
  return steps.reduce((played, [at, command]) => {
    const events = decideReturn(played.state, { command, at, identity: identityOf(kind), characters }, context);
    return events.reduce<PlayedReturn>((before, event) => {
      const state = fold(returnBook, before.state, [event]);
      const { make, withdraw } = returnBook.lettersFor(event, before.state, state);
      const letters = [...before.letters.filter(({ key }) => !withdraw.includes(key)), ...make];
      return { state, events: [...before.events, event], letters };
    }, played);
  }, start);
}
