import type { Instant } from '../../../domain/instant.ts';
import { fold } from '../../../domain/ledger/book.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import { decideObjection } from '../../../domain/objection/decide.ts';
import { objectionBook } from '../../../domain/objection/objection-book.ts';
import type { FileObjection, ObjectionCommand } from '../../../domain/objection/objection-command.ts';
import type { ObjectionEvent } from '../../../domain/objection/objection-event.ts';
import type { ObjectionBasis, ObjectionState } from '../../../domain/objection/objection-state.ts';
import type { ObjectionTarget } from '../../../domain/objection/objection-target.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { actor, context, text } from '../task/task-play.ts';

/** An objection so far, with the letters that wait. */
export interface PlayedObjection {
  readonly state: ObjectionState;
  readonly events: readonly ObjectionEvent[];
  readonly last: readonly ObjectionEvent[];
  readonly waiting: readonly Letter[];
}

/** A row of the industry bureau that the reviewer `reviewer-1` sent back on Friday 2022-10-14. */
export const rowTarget: ObjectionTarget = {
  kind: 'row',
  taskId: 'task-3',
  obligationId: 'progress/industry/2022Q3',
  subjectId: '1',
  seq: 7,
};

/** The same row's light. */
export const lightTarget: ObjectionTarget = { kind: 'light', taskId: 'task-3', subjectId: '1', seq: 9 };

/** What the ledger says of the decision. */
export const basis: ObjectionBasis = {
  unitId: 'industry',
  title: '新建5G基站1400个',
  taskNumber: '3',
  taskTitle: '推进第五代移动通信网络建设',
  receivedOn: plainDate('2022-10-14'),
  firstDeciders: ['reviewer-1'],
  officeUnitId: 'office',
  supervisionUnitId: 'supervision',
};

/** The filing by the head. */
export function filing(changes: Partial<FileObjection> = {}): FileObjection {
  return {
    type: 'fileObjection',
    objectionId: 'objection-1',
    planId: 'plan',
    target: rowTarget,
    basis,
    grounds: text('grounds'),
    by: actor('head', 'industry'),
    ...changes,
  };
}

/** Nothing yet. */
export const unfiled: PlayedObjection = { state: objectionBook.initial, events: [], last: [], waiting: [] };

/** One command, decided and folded. */
export function step(
  { state: before, events, waiting: letters }: PlayedObjection,
  at: Instant,
  command: ObjectionCommand,
  receivedAt: Instant = at,
): PlayedObjection {
  const last = decideObjection(before, { command, at, receivedAt }, context);
  let [state, waiting] = [before, letters];
  for (const event of last) {
    const after = objectionBook.evolve(state, event);
    const { make, withdraw } = objectionBook.lettersFor(event, state, after);
    waiting = [...waiting.filter(({ key }) => !withdraw.includes(key)), ...make];
    state = after;
  }
  return { state, events: [...events, ...last], last, waiting };
}

/** Whether the fold of the chain's JSON is the running state. */
export function foldedAgain({ events }: PlayedObjection): ObjectionState {
  return fold(objectionBook, objectionBook.initial, JSON.parse(JSON.stringify(events)) as readonly ObjectionEvent[]);
}
