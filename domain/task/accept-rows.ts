import { type Period, quarterEnd } from '../calendar/quarter.ts';
import { type Instant, dayOf } from '../instant.ts';
import type { KeptRow, Obligation, RowProgress, Subject } from './task-state.ts';

/** The subjects once the rows `accepted` of `obligation` count: a stage plan gives a row its course, a report its progress. */
export function acceptRows(
  subjects: readonly Subject[],
  obligation: Obligation,
  accepted: readonly string[],
): readonly Subject[] {
  return subjects.map((subject) => {
    const row = obligation.rows.find(({ subjectId }) => subjectId === subject.id)?.submitted ?? null;
    return row === null || !accepted.includes(subject.id) ? subject : withRow(subject, obligation, row);
  });
}

function withRow(subject: Subject, { kind, period, submittedAt, makers }: Obligation, row: KeptRow): Subject {
  if (kind === 'stage-plan') return { ...subject, plan: row.plan };
  if (kind !== 'progress' || period === 'plan') return subject;
  // A report that comes after the next period's was accepted says nothing newer.
  if (subject.progress !== null && subject.progress.period > period) return subject;
  const { value, milestonesDone, complete } = row;
  const progress: RowProgress = {
    period,
    value: value ?? subject.progress?.value ?? null,
    milestonesDone,
    complete,
    ...earlyDay(period, submittedAt),
  };
  return { ...subject, progress, ...(row.ending === undefined ? {} : { claim: { ...row.ending, makers } }) };
}

function earlyDay(period: Period, submittedAt: Instant | null): Pick<RowProgress, 'asOf'> {
  if (submittedAt === null || dayOf(submittedAt) >= quarterEnd(period)) return {};
  return { asOf: dayOf(submittedAt) };
}
