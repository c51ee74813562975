import type { Period } from '../calendar/quarter.ts';
import { type WorkingCalendar, shiftWorkingDays } from '../calendar/working-calendar.ts';
import type { PlainDate } from '../plain-date.ts';
import type { ObligationKind } from '../task/task-state.ts';
import type { Doing, Override, PlayedSendBack, Scenario, Timing } from './scenario.ts';

/** What scenario files call the kinds of returns. */
export const doingOf: Readonly<Record<ObligationKind, Exclude<Doing, 'consultation' | 'receipt' | 'review'>>> = {
  'stage-plan': 'stagePlan',
  contribution: 'contribution',
  'district-figures': 'districtFigures',
  progress: 'progress',
};

/** What a unit does otherwise; null where it does as the rest. */
export function overrideOf(
  { behaviour }: Scenario,
  what: { readonly unit: string; readonly kind: Doing; readonly period?: Period | 'plan' },
): Override | null {
  const found = behaviour.overrides.find(
    ({ unit, kind, period }) =>
      unit === what.unit && kind === what.kind && (period === undefined || period === what.period),
  );
  return found ?? null;
}

/** When a unit does a thing: as its override says, else as everybody. */
export function timingOf(
  scenario: Scenario,
  what: {
    readonly unit: string;
    readonly kind: Exclude<Doing, 'consultation' | 'review'>;
    readonly period?: Period | 'plan';
  },
): Timing {
  return overrideOf(scenario, what)?.do ?? scenario.behaviour.default[what.kind];
}

/** The day that a timing means for a thing that began on `began` and is due on `due`; null for never. */
export function dayOfTiming(
  calendar: WorkingCalendar,
  { never, day, workingDaysBefore, workingDaysAfter }: Timing,
  { began, due }: { readonly began: PlainDate; readonly due: PlainDate },
): PlainDate | null {
  if (never === true) return null;
  if (day !== undefined) return shiftWorkingDays(calendar, began, day).date;
  return shiftWorkingDays(calendar, due, workingDaysAfter ?? -(workingDaysBefore ?? 0)).date;
}

/** What the office sends back at the `round`th review of a return, from 1; null where it accepts everything. */
export function sendBackOf(
  { behaviour }: Scenario,
  what: {
    readonly unit: string;
    readonly kind: ObligationKind;
    readonly period: Period | 'plan';
    readonly round: number;
  },
): PlayedSendBack | null {
  const found = behaviour.overrides.find(
    ({ unit, kind, of = 'progress', period, round = 1 }) =>
      kind === 'review' &&
      unit === what.unit &&
      of === doingOf[what.kind] &&
      (period === undefined || period === what.period) &&
      round === what.round,
  );
  return found?.do.sendBack ?? null;
}

/** How a scenario calls the item of a row, by its title or the one that a revision gave it; null for a task as a whole. */
export function itemKeyOf(
  { items, behaviour }: Pick<Scenario, 'items' | 'behaviour'>,
  task: string,
  title: string,
): string | null {
  const named = items.find((item) => item.task === task && item.title === title);
  if (named !== undefined) return named.key;
  const revised = behaviour.overrides
    .map(({ do: { opinion } }) => opinion)
    .find((opinion) => opinion?.task === task && opinion.revision?.title === title);
  return revised?.revision?.item ?? null;
}
