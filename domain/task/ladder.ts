import { type WorkingCalendar, isWorkingDay, shiftWorkingDays } from '../calendar/working-calendar.ts';
import { type Instant, mailHour } from '../instant.ts';
import type { PlainDate } from '../plain-date.ts';

/** Reminder days by their offset in working days from the due day, `{"-7": "2022-09-28", …}`. */
export type Ladder = Readonly<Record<string, PlainDate>>;

/** Reminder days around `due` for each offset in working days; those whose 09:00 is already past at `at` are left out. */
export function ladderFor(calendar: WorkingCalendar, due: PlainDate, offsets: readonly number[], at: Instant): Ladder {
  const steps = offsets.map((offset) => [String(offset), shiftWorkingDays(calendar, due, offset).date] as const);
  // A due day that was decided on, not counted, may have become a day off since.
  return Object.fromEntries(steps.filter(([, day]) => mailHour(day) >= at && isWorkingDay(calendar, day)));
}
