import { type Instant, mailHour } from '../instant.ts';
import type { Letter, LetterKind, Receiver } from '../ledger/letter.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Ladder } from './ladder.ts';
import { obligationId } from './obligations.ts';
import type { OpenedObligation } from './task-event.ts';
import type { Obligation, TaskState } from './task-state.ts';

/** What sets one letter about an obligation apart from the others. */
export interface AboutObligation {
  readonly kind: LetterKind;
  readonly receiver: Receiver;
  readonly key: string;
  readonly step: string;
  readonly dueAt: Instant;
  readonly about: PlainDate | null;
}

/** A letter about an obligation, with the facts that its line in a mail needs. */
export function obligationLetter(
  state: TaskState,
  obligation: Pick<Obligation, 'kind' | 'unitId' | 'period'>,
  rows: number,
  what: AboutObligation,
): Letter {
  const { kind, unitId, period } = obligation;
  return {
    mergeClass: 'daily',
    ...what,
    facts: {
      taskId: state.taskId,
      taskNumber: state.number,
      taskTitle: state.title,
      obligationKind: kind,
      unitId,
      period,
      rows,
    },
  };
}

/** By which day something is owed, and when its unit is reminded of it. */
export interface Reminding {
  readonly due: PlainDate;
  readonly ladder: Ladder;
  readonly headOffsets: readonly number[];
}

/** The reminders of an obligation, one a day and receiver. */
export function reminderLetters(
  state: TaskState,
  obligation: Pick<OpenedObligation, 'kind' | 'unitId' | 'period' | 'subjectIds'>,
  { due, ladder, headOffsets }: Reminding,
): readonly Letter[] {
  const { kind, unitId, period, subjectIds } = obligation;
  const key = obligationId(kind, unitId, period);
  return Object.entries(ladder).flatMap(([offset, day]) => {
    const receivers: readonly Receiver[] = [
      { unitId, seat: 'officer' },
      ...(headOffsets.includes(Number(offset)) ? [{ unitId, seat: 'head' } as const] : []),
    ];
    const late = Number(offset) > 0;
    const what = { key, step: `${due}:${offset}`, dueAt: mailHour(day), about: due };
    return receivers.map((receiver) =>
      obligationLetter(state, obligation, subjectIds.length, {
        ...what,
        kind: late ? 'obligation-overdue' : 'obligation-reminder',
        receiver,
      }),
    );
  });
}

/** The office that issued the task. */
export function officeOf({ officeUnitId }: TaskState): Receiver {
  return { unitId: officeUnitId, seat: 'office' };
}
