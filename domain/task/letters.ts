import { assertNever } from '../errors.ts';
import { mailHour } from '../instant.ts';
import type { Letter, LetterChange } from '../ledger/letter.ts';
import type { PlainDate } from '../plain-date.ts';
import { isChangeEvent } from './change/change-event.ts';
import { changeKey, changeLetters } from './change/change-letters.ts';
import { findingKey, findingLetters } from './finding/finding-letters.ts';
import { reviewKey, sentBackKey } from './letter-keys.ts';
import { obligationLetter, officeOf, reminderLetters } from './obligation-letters.ts';
import type { TaskEvent } from './task-event.ts';
import type { TaskState } from './task-state.ts';
import { keptPromises, promiseLetters } from './urging/urging-letters.ts';
import { endingLetters } from './ending/ending-letters.ts';

const nothing: LetterChange = { make: [], withdraw: [] };

/** The letters that follow an event of a task, and the things whose unsent letters end with it. */
export function taskLetters(event: TaskEvent, before: TaskState, after: TaskState): LetterChange {
  const { make, withdraw } = lettersOf(event, before, after);
  return { make, withdraw: [...withdraw, ...keptPromises(before, after)] };
}

function lettersOf(event: TaskEvent, before: TaskState, after: TaskState): LetterChange {
  if (isChangeEvent(event)) return changeLetters(event, before, after);
  switch (event.type) {
    case 'obligationsOpened':
      return {
        make: event.obligations.flatMap((each) =>
          reminderLetters(after, each, { due: each.due.date, ladder: each.ladder, headOffsets: event.headOffsets }),
        ),
        withdraw: [],
      };
    case 'rowsTaken':
      return taken(event, before, after);
    case 'rowsAccepted':
      return reviewed(event.obligationId, before, [acceptedLetter(event, before)]);
    case 'rowsSentBack':
      return sentBack(event, before);
    case 'reviewsOverdue':
      return { make: event.obligationIds.flatMap((id) => reviewOverdue(id, event.mailDay, after)), withdraw: [] };
    case 'obligationsRetimed':
      return retimed(event, after);
    case 'taskEnded':
      return ended(event, before);
    case 'findingOpened':
    case 'findingRetimed':
    case 'findingStated':
    case 'findingConcluded':
    case 'findingWithdrawn':
    case 'lightDecided':
    case 'objectionNoted':
    case 'objectionEnded':
    case 'rowsReopened':
      return findingLetters(event, before, after);
    case 'promiseDue':
      return { make: promiseLetters(event, after), withdraw: [] };
    case 'endingsDecided':
    case 'statisticsDue':
    case 'yearClosed':
      return endingLetters(event, before, after);
    case 'taskIssued':
    case 'obligationsOverdue':
    case 'overdueLifted':
    case 'lightsAssessed':
    case 'statementFiled':
    case 'summaryWritten':
    case 'urged':
    case 'deliveryFailed':
      return nothing;
    default:
      return assertNever(event);
  }
}

function taken(event: Extract<TaskEvent, { type: 'rowsTaken' }>, before: TaskState, after: TaskState): LetterChange {
  const { obligationId: id, reviewDue, mailDay, act } = event;
  const withdraw = [id, sentBackKey(id)];
  const obligation = before.obligations.find((each) => each.id === id);
  if (reviewDue === null || obligation === undefined) return { make: [], withdraw };
  const what = { kind: 'review-due', receiver: officeOf(after), key: reviewKey(id), about: reviewDue } as const;
  const arrived = obligationLetter(after, obligation, event.rows.length, {
    ...what,
    step: act,
    dueAt: mailHour(mailDay),
  });
  const last = obligationLetter(after, obligation, event.rows.length, {
    ...what,
    step: `${act}:0`,
    dueAt: mailHour(reviewDue),
  });
  return { make: mailDay < reviewDue ? [arrived, last] : [arrived], withdraw };
}

function reviewed(id: string, before: TaskState, make: readonly (Letter | null)[]): LetterChange {
  const obligation = before.obligations.find((each) => each.id === id);
  const known = make.filter((each) => each !== null);
  return obligation === undefined ? nothing : { make: known, withdraw: [reviewKey(id)] };
}

function acceptedLetter(event: Extract<TaskEvent, { type: 'rowsAccepted' }>, before: TaskState): Letter | null {
  const obligation = before.obligations.find((each) => each.id === event.obligationId);
  if (obligation === undefined) return null;
  return obligationLetter(before, obligation, event.subjectIds.length, {
    kind: 'rows-accepted',
    receiver: { unitId: obligation.unitId, seat: 'officer' },
    key: `${obligation.id}#accepted`,
    step: obligation.act ?? '',
    dueAt: mailHour(event.mailDay),
    about: null,
  });
}

function sentBack(event: Extract<TaskEvent, { type: 'rowsSentBack' }>, before: TaskState): LetterChange {
  const obligation = before.obligations.find((each) => each.id === event.obligationId);
  if (obligation === undefined) return nothing;
  const { unitId, kind, period, id } = obligation;
  const due = event.resubmitDue.date;
  const notice = obligationLetter(before, obligation, event.rows.length, {
    kind: 'rows-sent-back',
    receiver: { unitId, seat: 'officer' },
    key: sentBackKey(id),
    step: obligation.act ?? '',
    dueAt: event.at,
    about: due,
  });
  const subjectIds = event.rows.map(({ subjectId }) => subjectId);
  const ladder = reminderLetters(
    before,
    { kind, unitId, period, subjectIds },
    { due, ladder: event.ladder, headOffsets: event.headOffsets },
  );
  return { make: [{ ...notice, mergeClass: 'urgent' }, ...ladder], withdraw: [reviewKey(id)] };
}

function reviewOverdue(id: string, mailDay: PlainDate, after: TaskState): readonly Letter[] {
  const obligation = after.obligations.find((each) => each.id === id);
  if (obligation === undefined) return [];
  const what = {
    kind: 'review-overdue',
    receiver: officeOf(after),
    key: reviewKey(id),
    step: `${obligation.act}:overdue`,
  } as const;
  return [
    obligationLetter(after, obligation, obligation.rows.length, {
      ...what,
      dueAt: mailHour(mailDay),
      about: obligation.reviewDue,
    }),
  ];
}

function retimed(event: Extract<TaskEvent, { type: 'obligationsRetimed' }>, after: TaskState): LetterChange {
  const make = event.changes.flatMap(({ obligationId: id, due, ladder }) => {
    const obligation = after.obligations.find((each) => each.id === id);
    if (obligation === undefined) return [];
    const subjectIds = obligation.rows.map(({ subjectId }) => subjectId);
    return reminderLetters(
      after,
      { ...obligation, subjectIds },
      { due: due.date, ladder, headOffsets: event.headOffsets },
    );
  });
  return { make, withdraw: event.changes.map(({ obligationId: id }) => id) };
}

function ended(event: Extract<TaskEvent, { type: 'taskEnded' }>, before: TaskState): LetterChange {
  const findings = before.findings.map(({ id }) => findingKey(id));
  const asked = before.changes.pending.map(({ changeId }) => changeKey(changeId));
  const obligations = before.obligations.flatMap(({ id }) => [id, sentBackKey(id), reviewKey(id)]);
  const withdraw = [...obligations, ...findings, ...asked];
  // All who are on the task hear of the decision that ended it.
  if (event.ending === 'terminated') return { make: [], withdraw };
  const make = before.parties
    .filter(({ role }) => role === 'lead')
    .map(({ unitId }) =>
      obligationLetter(before, { kind: 'progress', unitId, period: before.lastPeriod ?? 'plan' }, 1, {
        kind: 'task-ended',
        receiver: { unitId, seat: 'officer' },
        key: 'task#ended',
        step: event.ending,
        dueAt: mailHour(event.mailDay),
        about: null,
      }),
    );
  return { make, withdraw };
}
