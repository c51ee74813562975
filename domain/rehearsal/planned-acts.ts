import { type WorkingCalendar, nextWorkingDay } from '../calendar/working-calendar.ts';
import { type Instant, atHour, dayOf } from '../instant.ts';
import { addDays } from '../plain-date.ts';
import { changeActs } from './change-acts.ts';
import { consultationActs } from './consultation-acts.ts';
import type { PlannedAct } from '../act/person-act.ts';
import { orderActs } from './order-acts.ts';
import type { RehearsalView } from './rehearsal-view.ts';
import { officeActs, unitActs } from './return-acts.ts';
import { urgingActs } from './urging-acts.ts';
import { findingActs } from './finding-acts.ts';
import { objectionActs } from './objection-acts.ts';
import { seatActs } from './seat-acts.ts';
import { yearEndActs } from './year-end-acts.ts';
import type { Scenario } from './scenario.ts';

/**
 * Everything that simulated people will do as things stand, in the order in which they do it. What should have been done already
 * is done in the next hour of work; nothing is planned after the scenario's last day.
 */
export function plannedActs(scenario: Scenario, view: RehearsalView, calendar: WorkingCalendar): readonly PlannedAct[] {
  const acts = [
    ...consultationActs(scenario, view, calendar),
    ...unitActs(scenario, view, calendar),
    ...officeActs(scenario, view, calendar),
    ...orderActs(scenario, view, calendar),
    ...urgingActs(scenario, view),
    ...yearEndActs(scenario, view, calendar),
    ...changeActs(scenario, view),
    ...findingActs(scenario, view),
    ...objectionActs(scenario, view),
    ...seatActs(scenario, view),
  ];
  return acts
    .map((act) => ({ ...act, at: act.at >= view.instant ? act.at : nextHourOfWork(calendar, view.instant) }))
    .filter(({ at }) => dayOf(at) <= scenario.until)
    .toSorted((a, b) => compare(a.at, b.at) || compare(a.key, b.key));
}

/** The next instant at which somebody acts; null where nobody will. */
export function nextActInstant(acts: readonly PlannedAct[], after: Instant): Instant | null {
  return acts.find(({ at }) => at > after)?.at ?? null;
}

function nextHourOfWork(calendar: WorkingCalendar, after: Instant): Instant {
  const day = nextWorkingDay(calendar, dayOf(after));
  const hours = [10, 15].map((hour) => atHour(day, hour));
  return hours.find((at) => at >= after) ?? atHour(nextWorkingDay(calendar, addDays(day, 1)), 10);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
