import { isHoliday, isWorkday } from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../domain/calendar/working-calendar.ts';
import { type PlainDate, addDays, plainDate } from '../../../domain/plain-date.ts';
import { seedCalendar } from './seed-calendar.ts';

function daysOf(year: number): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = plainDate(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day);
  return days;
}

// The library reads a bare day as UTC and then asks for the local weekday; noon without a zone is that day everywhere.
const localNoon = (day: PlainDate) => `${day}T12:00:00`;

describe('the shipped tables beside chinese-days, whose "in lieu" is a day off', () => {
  const calendar = seedCalendar(2022, 2023, 2024, 2025, 2026);

  it.each([
    { year: 2022, worked: 249 },
    { year: 2023, worked: 249 },
    { year: 2024, worked: 251 },
    { year: 2025, worked: 248 },
    { year: 2026, worked: 248 },
  ])('agree with it on every day of $year, of which $worked are worked', ({ year, worked }) => {
    const days = daysOf(year);
    expect(days.filter((day) => isWorkingDay(calendar, day) !== isWorkday(localNoon(day)))).toEqual([]);
    expect(days.filter((day) => isWorkingDay(calendar, day) === isHoliday(localNoon(day)))).toEqual([]);
    expect(days.filter((day) => isWorkingDay(calendar, day))).toHaveLength(worked);
  });
});
