import { readFileSync } from 'node:fs';
import { parseCalendarTable, workingCalendarOf } from '../../../domain/calendar/calendar-table.ts';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.ts';

/** The tables of these years as the project ships them. */
export function seedCalendar(...years: readonly number[]): WorkingCalendar {
  return workingCalendarOf(
    years.map((year) => {
      const url = new URL(`../../../seeds/calendars/${year}.json`, import.meta.url);
      const table = parseCalendarTable(JSON.parse(readFileSync(url, 'utf8')));
      if (!table.ok) throw new Error(table.issues.join('\n'));
      return table.value;
    }),
  );
}
