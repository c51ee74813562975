import { assertNever } from '../../errors.ts';
import { mailHour } from '../../instant.ts';
import type { Letter, LetterChange, LetterKind, Receiver } from '../../ledger/letter.ts';
import { dailyLetter, onlyWithdraw, urgentLetter } from '../../ledger/make-letter.ts';
import { reviewKey, sentBackKey } from '../letter-keys.ts';
import { obligationLetter, officeOf, reminderLetters } from '../obligation-letters.ts';
import { rowsOwed, rowsSubmitted } from '../find.ts';
import type { Obligation, TaskState } from '../task-state.ts';
import type {
  AssignmentChanged,
  ChangeDecided,
  ChangeEvent,
  ChangeRequested,
  InstructionGiven,
  NewReminders,
  TaskResumed,
} from './change-event.ts';
import { unitsConcerned, unitsTakingOver } from './units-concerned.ts';

/** The letters that follow an event about a change of the task, and those that end with it. */
export function changeLetters(event: ChangeEvent, before: TaskState, after: TaskState): LetterChange {
  switch (event.type) {
    case 'changeRequested':
      return joined(asked(event, after), remindedAnew(event.reminders, after));
    case 'changeDecided':
      return joined(decided(event, before), remindedAnew(event.reminders, after));
    case 'changeWithdrawn':
      return joined(onlyWithdraw(changeKey(event.changeId)), remindedAnew(event.reminders, after));
    case 'changeLapsed':
      return onlyWithdraw(changeKey(event.changeId));
    case 'dueMoved':
      return remindedAnew(event.reminders, after);
    case 'assignmentChanged':
      return { make: takingOver(event, after), withdraw: before.obligations.flatMap((each) => keysOver(each, after)) };
    case 'taskSuspended':
      return onlyWithdraw(...before.obligations.flatMap(({ id }) => keysOf(id)));
    case 'taskResumed':
      return { make: resumed(event, after), withdraw: [] };
    case 'instructionGiven':
      return { make: instructed(event, after), withdraw: [] };
    default:
      return assertNever(event);
  }
}

/** What letters about a request that waits are withdrawn by, once it is decided. */
export function changeKey(changeId: string): string {
  return `change/${changeId}`;
}

function keysOf(obligationId: string): readonly string[] {
  return [obligationId, sentBackKey(obligationId), reviewKey(obligationId)];
}

// With its rows an obligation may lose all that its unit owed, or all that the office had to review, or end as a whole.
function keysOver({ id }: Obligation, after: TaskState): readonly string[] {
  const left = after.obligations.find((each) => each.id === id);
  if (left === undefined) return keysOf(id);
  const isBack = left.rows.some(({ state }) => state === 'sent-back');
  return [
    ...(rowsOwed(left).length === 0 ? [id] : []),
    ...(isBack ? [] : [sentBackKey(id)]),
    ...(rowsSubmitted(left).length === 0 ? [reviewKey(id)] : []),
  ];
}

function joined(...changes: readonly LetterChange[]): LetterChange {
  return {
    make: changes.flatMap(({ make }) => make),
    withdraw: changes.flatMap(({ withdraw }) => withdraw),
  };
}

type Said = Readonly<Record<string, string | number>>;

function aboutTask({ taskId, number, title }: TaskState, said: Said): Letter['facts'] {
  return { taskId, taskNumber: number, taskTitle: title, ...said };
}

function asked(event: ChangeRequested, after: TaskState): LetterChange {
  const { changeId, change, decider, deciderUnitId, mailDay, decideBy } = event;
  const content = {
    kind: 'change-asked',
    receiver: { unitId: deciderUnitId, seat: decider },
    key: changeKey(changeId),
    about: decideBy.date,
    facts: aboutTask(after, { change: change.kind, unitId: event.unitId ?? after.officeUnitId }),
  } as const;
  const first = dailyLetter(mailDay, { ...content, step: 'asked' });
  const last = dailyLetter(decideBy.date, { ...content, step: 'due' });
  return { make: mailDay < decideBy.date ? [first, last] : [first], withdraw: [] };
}

function decided(event: ChangeDecided, before: TaskState): LetterChange {
  const { changeId, at, mailDay } = event;
  const withdraw = [changeKey(changeId)];
  const pending = before.changes.pending.find((each) => each.changeId === changeId);
  if (pending === undefined) return { make: [], withdraw };
  const content = {
    kind: 'change-decided',
    key: `${changeKey(changeId)}#decided`,
    step: event.outcome,
    about: null,
    facts: aboutTask(before, { change: pending.change.kind, approved: event.outcome === 'granted' ? 1 : 0 }),
  } as const;
  const units = unitsConcerned(before, pending, event.outcome);
  const told = toUnits(units).map((receiver) => urgentLetter(at, { ...content, receiver }));
  // What a leader decides comes back to the office, which has to see to it.
  const office = pending.decider === 'leader' ? [dailyLetter(mailDay, { ...content, receiver: officeOf(before) })] : [];
  return { make: [...told, ...office], withdraw };
}

function takingOver(event: AssignmentChanged, after: TaskState): readonly Letter[] {
  const receivers = toUnits(unitsTakingOver(event));
  const facts = aboutTask(after, {});
  const content = { key: `${changeKey(event.changeId)}#assigned`, step: '', about: null, facts };
  return receivers.map((receiver) => urgentLetter(event.at, { ...content, kind: 'task-assigned', receiver }));
}

function resumed(event: TaskResumed, after: TaskState): readonly Letter[] {
  return after.obligations.flatMap((obligation) => {
    const change = event.obligations.find(({ obligationId }) => obligationId === obligation.id);
    if (change === undefined) return [];
    const subjectIds = obligation.rows.map(({ subjectId }) => subjectId);
    const due = change.resubmitDue ?? change.due;
    const { headOffsets } = event;
    const again = reminderLetters(after, { ...obligation, subjectIds }, { due, ladder: change.ladder, headOffsets });
    const isWaiting = change.reviewDue !== null && mailHour(change.reviewDue) >= event.at;
    return isWaiting ? [...again, reviewLetter(after, obligation.id)] : again;
  });
}

function reviewLetter(after: TaskState, id: string): Letter {
  const obligation = after.obligations.find((each) => each.id === id);
  const about = obligation?.reviewDue;
  if (obligation === undefined || about === undefined || about === null) throw new Error(`${id} is not under review`);
  const kind: LetterKind = 'review-due';
  const step = `${obligation.act}:resumed`;
  const what = { kind, receiver: officeOf(after), key: reviewKey(id), step, dueAt: mailHour(about), about };
  return obligationLetter(after, obligation, obligation.rows.length, what);
}

function instructed({ at, mailDay }: InstructionGiven, after: TaskState): readonly Letter[] {
  const leads = after.parties.filter(({ role }) => role === 'lead').map(({ unitId }) => unitId);
  const content = { key: 'instruction', step: '', about: null, facts: aboutTask(after, {}) };
  const kind: LetterKind = 'instruction-given';
  return [
    ...toUnits(leads).map((receiver) => urgentLetter(at, { ...content, kind, receiver })),
    dailyLetter(mailDay, { ...content, kind, receiver: officeOf(after) }),
  ];
}

function toUnits(units: readonly string[]): readonly Receiver[] {
  return [...new Set(units)].flatMap((unitId): readonly Receiver[] => [
    { unitId, seat: 'officer' },
    { unitId, seat: 'head' },
  ]);
}

function remindedAnew(reminders: NewReminders | null, after: TaskState): LetterChange {
  if (reminders === null) return { make: [], withdraw: [] };
  const { obligationId, due, ladder, headOffsets } = reminders;
  const obligation = after.obligations.find(({ id }) => id === obligationId);
  if (obligation === undefined) return { make: [], withdraw: [] };
  const subjectIds = obligation.rows.map(({ subjectId }) => subjectId);
  const make = reminderLetters(after, { ...obligation, subjectIds }, { due, ladder, headOffsets });
  return { make, withdraw: [obligationId] };
}
