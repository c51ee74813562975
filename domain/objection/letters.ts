import { assertNever } from '../errors.ts';
import type { Letter, LetterChange, LetterKind, Receiver } from '../ledger/letter.ts';
import { dailyLetter, onlyWithdraw, urgentLetter } from '../ledger/make-letter.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Ladder } from '../task/ladder.ts';
import type { ObjectionEvent } from './objection-event.ts';
import type { ObjectionState } from './objection-state.ts';
import { targetNames } from './objection-target.ts';

// What letters to the deciders are about until the answer: that it came in, and that it is due.
const [filedKey, answerKey] = ['filed', 'answer'];

/** Letters of an objection: the office and the supervisor are asked for the answer, the unit gets it. */
export function objectionLetters(event: ObjectionEvent, after: ObjectionState): LetterChange {
  switch (event.type) {
    case 'objectionFiled': {
      const filed = toDeciders(after, event.mailDay, { kind: 'objection-filed', step: 'filed', key: filedKey });
      return { make: [...filed, ...reminders(after, event.ladder)], withdraw: [] };
    }
    case 'objectionOverdue':
      return { make: toDeciders(after, event.mailDay, { kind: 'objection-overdue', step: 'overdue' }), withdraw: [] };
    case 'objectionAnswered': {
      const { basis } = after;
      if (basis === null) return onlyWithdraw(filedKey, answerKey);
      const told = (seat: 'officer' | 'head') => {
        const about = { kind: 'objection-answered', key: 'answered', step: event.outcome, about: null } as const;
        return urgentLetter(event.at, { ...about, receiver: { unitId: basis.unitId, seat }, facts: factsOf(after) });
      };
      return { make: [told('officer'), told('head')], withdraw: [filedKey, answerKey] };
    }
    case 'objectionWithdrawn': {
      const content = { kind: 'objection-withdrawn', step: 'withdrawn', key: 'withdrawn', about: null } as const;
      return { make: toDeciders(after, event.mailDay, content), withdraw: [filedKey, answerKey] };
    }
    case 'objectionRetimed':
      return { make: reminders(after, event.ladder), withdraw: [answerKey] };
    case 'targetNoted':
    case 'deliveryFailed':
      return onlyWithdraw();
    default:
      return assertNever(event);
  }
}

function reminders(state: ObjectionState, ladder: Ladder): readonly Letter[] {
  return Object.entries(ladder).flatMap(([offset, day]) =>
    toDeciders(state, day, { kind: 'objection-due', step: `${state.answerDue}:${offset}` }),
  );
}

interface Content {
  readonly kind: LetterKind;
  readonly step: string;
  readonly key?: string;
  readonly about?: PlainDate | null;
}

// Who may answer depends on who decided first: both seats are asked, and either answers.
function toDeciders(state: ObjectionState, day: PlainDate, { kind, step, ...other }: Content): readonly Letter[] {
  const { basis, answerDue } = state;
  if (basis === null) return [];
  const { officeUnitId, supervisionUnitId } = basis;
  const receivers: readonly Receiver[] = [
    { unitId: officeUnitId, seat: 'office' },
    ...(supervisionUnitId === null ? [] : [{ unitId: supervisionUnitId, seat: 'supervisor' } as const]),
  ];
  const content = { kind, step, key: answerKey, about: answerDue, ...other, facts: factsOf(state) };
  return receivers.map((receiver) => dailyLetter(day, { ...content, receiver }));
}

function factsOf({ target, basis }: ObjectionState): Letter['facts'] {
  if (target === null || basis === null) return {};
  const { taskNumber, taskTitle, unitId } = basis;
  return {
    target: targetNames[target.kind],
    unitId,
    ...(target.kind === 'order' ? {} : { taskId: target.taskId }),
    ...(taskNumber === null ? {} : { taskNumber }),
    ...(taskTitle === null ? {} : { taskTitle }),
  };
}
