import type { Period } from '../calendar/quarter.ts';
import { quarterStart } from '../calendar/quarter.ts';
import { dayOf } from '../instant.ts';
import type { PlainDate } from '../plain-date.ts';
import { dayInForce } from './change/pending.ts';
import { statisticsDays } from './ending/evolve-endings.ts';
import type { Obligation, TaskState } from './task-state.ts';
import { promiseDay } from './urging/record-urging.ts';
import { nextOpening, nextWake, overdueDay, reviewOverdueDay } from './wake.ts';

/** One thing that time does to a task at its next wake, with the day that was due before it. */
export type WakeReason =
  | { readonly kind: 'opening'; readonly period: Period }
  | { readonly kind: 'overdue' | 'review-overdue'; readonly obligation: Obligation; readonly due: PlainDate }
  | { readonly kind: 'statistics'; readonly subjectId: string; readonly due: PlainDate }
  | { readonly kind: 'promise' }
  | { readonly kind: 'lights' };

/** What the next wake of a task is for; empty where it has none. The wake itself looks again, since things may move until then. */
export function wakeReasons(state: TaskState): readonly WakeReason[] {
  const wake = nextWake(state);
  if (wake === null) return [];
  const day = dayOf(wake);
  const opening = nextOpening(state);
  const late = state.obligations.filter((obligation) => overdueDay(obligation, state) === day);
  const unreviewed = state.obligations.filter((obligation) => reviewOverdueDay(obligation) === day);
  const statistics = state.subjects.filter((subject) => statisticsDays({ subjects: [subject] }).includes(day));
  return [
    ...(opening !== null && quarterStart(opening) === day ? [{ kind: 'opening', period: opening } as const] : []),
    ...late.map((obligation) => ({ kind: 'overdue', obligation, due: dayInForce(obligation) }) as const),
    ...unreviewed.flatMap((obligation) =>
      obligation.reviewDue === null ? [] : [{ kind: 'review-overdue', obligation, due: obligation.reviewDue } as const],
    ),
    ...statistics.map(({ id }) => ({ kind: 'statistics', subjectId: id, due: day }) as const),
    ...(promiseDay(state) === day ? [{ kind: 'promise' } as const] : []),
    ...(state.lightDays[0] === day ? [{ kind: 'lights' } as const] : []),
  ];
}
