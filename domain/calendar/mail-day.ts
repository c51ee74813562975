import { type Instant, dayOf, mailHour } from '../instant.ts';
import { type PlainDate, addDays } from '../plain-date.ts';
import { type WorkingCalendar, nextWorkingDay } from './working-calendar.ts';

/** The first working day whose 09:00 is not before `at`: when a merged mail can carry what happened at `at`. */
export function mailDayFor(calendar: WorkingCalendar, at: Instant): PlainDate {
  const day = nextWorkingDay(calendar, dayOf(at));
  return mailHour(day) >= at ? day : nextWorkingDay(calendar, addDays(day, 1));
}
