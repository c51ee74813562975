import { dayOf } from '../../instant.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { Subject, TaskState } from '../task-state.ts';
import type { EndingEvent, EndingsDecided } from './ending-event.ts';
import { isDone } from './row-ending.ts';

/** The state after an event of the year-end. */
export function evolveEndings(state: TaskState, event: EndingEvent): TaskState {
  switch (event.type) {
    case 'endingsDecided':
      return { ...state, subjects: state.subjects.map((subject) => decided(state, subject, event)) };
    case 'statisticsDue':
      return {
        ...state,
        subjects: state.subjects.map((subject): Subject =>
          subject.ending !== undefined && event.subjectIds.includes(subject.id)
            ? { ...subject, ending: { ...subject.ending, asked: true } }
            : subject,
        ),
      };
    case 'yearClosed':
      return { ...state, yearClosed: true };
  }
}

function decided({ lastPeriod }: TaskState, subject: Subject, { rows, at }: EndingsDecided): Subject {
  const row = rows.find(({ subjectId }) => subjectId === subject.id);
  if (row === undefined) return subject;
  const { ending, until, value } = row;
  const kept: Subject = { ...subject, ending: { ending, until, on: dayOf(at), asked: false } };
  if (value === null || lastPeriod === null) return kept;
  // The figure of statistics stands in place of the one that the last report could not give.
  const reported = subject.progress ?? { period: lastPeriod, milestonesDone: [] };
  return { ...kept, progress: { ...reported, value, complete: isDone(row) } };
}

/** The days on which rows' statistics come out and nobody was told yet. */
export function statisticsDays({ subjects }: Pick<TaskState, 'subjects'>): readonly PlainDate[] {
  return subjects.flatMap(({ ending }) => {
    if (ending === undefined || ending.ending !== 'awaiting-statistics' || ending.asked || ending.until === null)
      return [];
    return [ending.until];
  });
}
