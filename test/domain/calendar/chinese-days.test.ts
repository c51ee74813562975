import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../domain/calendar/working-calendar.ts';
import { type PlainDate, addDays, plainDate } from '../../../domain/plain-date.ts';
import { seedCalendar } from './seed-calendar.ts';

// Its data and not its functions: those build their tables in the machine's zone and are a day off west of Greenwich.
const published: Readonly<Record<'holidays' | 'workdays' | 'inLieuDays', Readonly<Record<string, string>>>> =
  JSON.parse(
    readFileSync(new URL('../../../node_modules/chinese-days/dist/chinese-days.json', import.meta.url), 'utf8'),
  );

function isPublishedAsWorked(day: PlainDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return day in published.workdays || (weekday >= 1 && weekday <= 5 && !(day in published.holidays));
}

function daysOf(year: number): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = plainDate(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day);
  return days;
}

describe('the shipped tables beside chinese-days', () => {
  const calendar = seedCalendar(2022, 2023, 2024, 2025, 2026);

  it.each([
    { year: 2022, worked: 249 },
    { year: 2023, worked: 249 },
    { year: 2024, worked: 251 },
    { year: 2025, worked: 248 },
    { year: 2026, worked: 248 },
  ])('agree with it on every day of $year, of which $worked are worked', ({ year, worked }) => {
    const days = daysOf(year);
    expect(days.filter((day) => isWorkingDay(calendar, day) !== isPublishedAsWorked(day))).toEqual([]);
    expect(days.filter((day) => isWorkingDay(calendar, day))).toHaveLength(worked);
  });

  it('have its "in lieu" days off, which are no make-up working days', () => {
    const inLieu = Object.keys(published.inLieuDays).filter((day) => day >= '2022-01-01' && day <= '2026-12-31');
    expect(inLieu.length).toBeGreaterThan(30);
    expect(inLieu.map(plainDate).filter((day) => isWorkingDay(calendar, day))).toEqual([]);
  });
});
