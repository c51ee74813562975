import { assertNever } from '../../errors.ts';
import type { Letter, LetterChange, LetterKind, Receiver } from '../../ledger/letter.ts';
import { dailyLetter, onlyWithdraw, urgentLetter } from '../../ledger/make-letter.ts';
import type { PlainDate } from '../../plain-date.ts';
import { reviewKey, sentBackKey } from '../letter-keys.ts';
import type { TaskState } from '../task-state.ts';
import type {
  FindingConcluded,
  FindingEvent,
  FindingOpened,
  FindingRetimed,
  FindingStated,
  LightDecided,
  RowsReopened,
} from './finding-event.ts';
import type { Finding } from './finding-state.ts';

/** The letters about findings, decided lights and rows that came back to review; those about objections are their own chain's. */
export function findingLetters(event: FindingEvent, before: TaskState, after: TaskState): LetterChange {
  switch (event.type) {
    case 'findingOpened':
      return opened(event, after);
    case 'findingRetimed':
      return retimed(event, after);
    case 'findingStated':
      return stated(event, after);
    case 'findingConcluded':
      return concluded(event, after);
    case 'lightDecided':
      return decided(event, after);
    case 'rowsReopened':
      return reopened(event, before);
    case 'findingWithdrawn':
    case 'objectionNoted':
    case 'objectionEnded':
      return onlyWithdraw();
    default:
      return assertNever(event);
  }
}

/** Key of all letters about one finding: they end when it does. */
export function findingKey(findingId: string): string {
  return `finding/${findingId}`;
}

function opened(
  { findingId, unitId, statementDue, concludeFrom, at, by }: FindingOpened,
  state: TaskState,
): LetterChange {
  const due = statementDue.date;
  const about = { key: findingKey(findingId), facts: factsOf(state, unitId) };
  const toUnit = (seat: 'officer' | 'head'): Letter =>
    urgentLetter(at, { ...about, kind: 'finding-opened', receiver: { unitId, seat }, step: 'opened', about: due });
  const supervisorUnitId = by.unitId;
  return {
    make: [
      toUnit('officer'),
      toUnit('head'),
      ...statementReminders(state, { findingId, unitId, due, concludeFrom, supervisorUnitId }),
    ],
    withdraw: [],
  };
}

interface Awaited {
  readonly findingId: string;
  readonly unitId: string;
  readonly due: PlainDate;
  readonly concludeFrom: PlainDate;
  readonly supervisorUnitId: string;
}

function statementReminders(
  state: TaskState,
  { findingId, unitId, due, concludeFrom, supervisorUnitId }: Awaited,
): readonly Letter[] {
  const about = { key: findingKey(findingId), facts: factsOf(state, unitId) };
  const receiver = { unitId: supervisorUnitId, seat: 'supervisor' } as const;
  return [
    dailyLetter(due, {
      ...about,
      kind: 'finding-opened',
      receiver: { unitId, seat: 'officer' },
      step: '0',
      about: due,
    }),
    dailyLetter(concludeFrom, { ...about, kind: 'finding-unanswered', receiver, step: 'unanswered', about: null }),
  ];
}

function retimed({ findingId, statementDue, concludeFrom }: FindingRetimed, state: TaskState): LetterChange {
  const finding = findingIn(state, findingId);
  if (finding === undefined) return onlyWithdraw();
  const { unitId, supervisorUnitId } = finding;
  const awaited = { findingId, unitId, due: statementDue.date, concludeFrom, supervisorUnitId };
  return { make: statementReminders(state, awaited), withdraw: [findingKey(findingId)] };
}

function stated({ findingId, mailDay }: FindingStated, state: TaskState): LetterChange {
  const finding = findingIn(state, findingId);
  if (finding === undefined) return onlyWithdraw();
  const receiver = { unitId: finding.supervisorUnitId, seat: 'supervisor' } as const;
  const key = findingKey(findingId);
  const letter = { kind: 'finding-stated', receiver, key, step: 'stated', about: null } as const;
  return { make: [dailyLetter(mailDay, { ...letter, facts: factsOf(state, finding.unitId) })], withdraw: [key] };
}

function concluded({ findingId, mailDay, at }: FindingConcluded, state: TaskState): LetterChange {
  const finding = findingIn(state, findingId);
  if (finding === undefined) return onlyWithdraw();
  const { unitId } = finding;
  const letter = (receiver: Receiver) => ({
    kind: 'finding-concluded' as LetterKind,
    receiver,
    key: `${findingKey(findingId)}#concluded`,
    step: 'concluded',
    about: null,
    facts: factsOf(state, unitId),
  });
  return {
    make: [
      urgentLetter(at, letter({ unitId, seat: 'officer' })),
      urgentLetter(at, letter({ unitId, seat: 'head' })),
      dailyLetter(mailDay, letter({ unitId: state.officeUnitId, seat: 'office' })),
    ],
    withdraw: [findingKey(findingId)],
  };
}

function decided({ subjectId, mailDay }: LightDecided, state: TaskState): LetterChange {
  const subject = state.subjects.find(({ id }) => id === subjectId);
  if (subject === undefined) return onlyWithdraw();
  const receiver = { unitId: subject.unitId, seat: 'officer' } as const;
  const letter = { kind: 'light-decided', receiver, key: `light/${subjectId}`, step: '', about: null } as const;
  return { make: [dailyLetter(mailDay, { ...letter, facts: factsOf(state, subject.unitId) })], withdraw: [] };
}

function reopened({ obligationId, subjectIds, reviewDue, mailDay }: RowsReopened, state: TaskState): LetterChange {
  const obligation = state.obligations.find(({ id }) => id === obligationId);
  if (obligation === undefined) return onlyWithdraw();
  const { unitId, kind, period, act, rows } = obligation;
  const others = rows.some(({ state: row, subjectId }) => row === 'sent-back' && !subjectIds.includes(subjectId));
  const letter = {
    kind: 'review-due',
    receiver: { unitId: state.officeUnitId, seat: 'office' },
    key: reviewKey(obligationId),
    step: `${act}:reopened`,
    about: reviewDue,
    facts: { ...factsOf(state, unitId), obligationKind: kind, period, rows: subjectIds.length },
  } as const;
  return {
    make: [dailyLetter(mailDay, letter)],
    withdraw: others ? [] : [obligationId, sentBackKey(obligationId)],
  };
}

function findingIn({ findings }: TaskState, findingId: string): Finding | undefined {
  return findings.find(({ id }) => id === findingId);
}

function factsOf({ taskId, number, title }: TaskState, unitId: string): Letter['facts'] {
  return { taskId, taskNumber: number, taskTitle: title, unitId };
}
