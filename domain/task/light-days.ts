import { shiftWorkingDays } from '../calendar/working-calendar.ts';
import type { DecisionContext } from '../ledger/book.ts';
import { type PlainDate, addDays } from '../plain-date.ts';
import type { RowPlan, Subject } from './task-state.ts';

/** The first day on which a row may be near due; a light changes then by time alone. */
export function nearDueDay(due: PlainDate, { rules, calendar }: DecisionContext): PlainDate {
  return shiftWorkingDays(calendar, due, -rules.lights.nearDueWorkingDays).date;
}

/** The days after `on`, oldest first, on which a light may change by time alone; tracked rows have none. */
export function lightDays(
  subjects: readonly (Pick<Subject, 'tracked' | 'due'> & { readonly plan?: RowPlan | null })[],
  on: PlainDate,
  context: DecisionContext,
): readonly PlainDate[] {
  const days = subjects
    .filter(({ tracked }) => !tracked)
    .flatMap(({ due, plan }) => [nearDueDay(due, context), addDays(due, 1), plan?.statisticsOn ?? null]);
  return daysAfter(days, on);
}

/** `days` once each, oldest first, without those up to `on`. */
export function daysAfter(days: readonly (PlainDate | null)[], on: PlainDate): readonly PlainDate[] {
  return [...new Set(days)]
    .filter((day) => day !== null)
    .filter((day) => day > on)
    .toSorted();
}
