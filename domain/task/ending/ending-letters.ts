import { type LetterContent, dailyLetter, onlyWithdraw } from '../../ledger/make-letter.ts';
import type { LetterChange } from '../../ledger/letter.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { TaskState } from '../task-state.ts';
import type { EndingEvent } from './ending-event.ts';

/** Who is told of a task's year-end: each unit how its rows ended, and both sides when statistics are due. */
export function endingLetters(event: EndingEvent, before: TaskState, after: TaskState): LetterChange {
  switch (event.type) {
    case 'endingsDecided': {
      const decided = event.rows.map(({ subjectId }) => subjectId);
      const make = unitsOf(after, decided).map(({ unitId, rows }) =>
        dailyLetter(event.mailDay, about(after, { unitId, rows, kind: 'endings-decided', until: null })),
      );
      return { make, withdraw: before.subjects.some(({ ending }) => ending?.asked === true) ? [statisticsKey] : [] };
    }
    case 'statisticsDue': {
      const toUnits = unitsOf(after, event.subjectIds).map(
        ({ unitId, rows }) => ({ unitId, seat: 'officer', rows }) as const,
      );
      const toOffice = { unitId: after.officeUnitId, seat: 'office', rows: event.subjectIds.length } as const;
      const until = after.subjects.find(({ id }) => event.subjectIds.includes(id))?.ending?.until ?? null;
      const make = [...toUnits, toOffice].map(({ unitId, seat, rows }) => {
        const content = about(after, { unitId, rows, kind: 'statistics-due', until });
        return dailyLetter(event.mailDay, { ...content, receiver: { unitId, seat } });
      });
      return { make, withdraw: [] };
    }
    case 'yearClosed':
      return onlyWithdraw();
  }
}

const statisticsKey = 'task#statistics';

interface EndingLetter {
  readonly unitId: string;
  readonly rows: number;
  readonly kind: 'endings-decided' | 'statistics-due';
  readonly until: PlainDate | null;
}

function about(state: TaskState, { unitId, rows, kind, until }: EndingLetter): LetterContent {
  return {
    kind,
    receiver: { unitId, seat: 'officer' },
    key: kind === 'statistics-due' ? statisticsKey : 'task#endings',
    step: `${kind}/${state.lastAt ?? ''}`,
    about: until,
    facts: { taskId: state.taskId, taskNumber: state.number, taskTitle: state.title, unitId, rows },
  };
}

function unitsOf(
  { subjects }: TaskState,
  subjectIds: readonly string[],
): readonly { readonly unitId: string; readonly rows: number }[] {
  const units = subjects.filter(({ id }) => subjectIds.includes(id)).map(({ unitId }) => unitId);
  return [...new Set(units)].map((unitId) => ({ unitId, rows: units.filter((each) => each === unitId).length }));
}
