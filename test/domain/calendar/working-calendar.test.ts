import { fc } from '../../support/drawn.ts';
import { describe, expect, it } from 'vitest';
import {
  isKnown,
  isWorkingDay,
  knownUntil,
  nextWorkingDay,
  nthWorkingDayAfter,
  shiftWorkingDays,
  workingDaysBetween,
} from '../../../domain/calendar/working-calendar.ts';
import { addDays, plainDate } from '../../../domain/plain-date.ts';
import { seedCalendar } from './seed-calendar.ts';

const calendar = seedCalendar(2022, 2023, 2024, 2025, 2026);
const shifted = (from: string, count: number) => shiftWorkingDays(calendar, plainDate(from), count).date;

describe('working days after a day', () => {
  it.each([
    {
      from: '2022-09-29',
      count: 3,
      date: '2022-10-09',
      why: 'the National Day week is off, 8 and 9 October are worked',
    },
    { from: '2022-09-27', count: 3, date: '2022-09-30', why: 'no day off lies between' },
    { from: '2022-09-28', count: 3, date: '2022-10-08', why: 'the make-up Saturday is the third' },
    { from: '2022-12-30', count: 3, date: '2023-01-05', why: 'New Year is off until 2 January' },
    { from: '2022-08-15', count: 3, date: '2022-08-18', why: 'the consultation of the demonstration ends' },
    { from: '2022-08-22', count: 3, date: '2022-08-25', why: 'the limit of the receipt' },
    { from: '2022-08-22', count: 1, date: '2022-08-23', why: 'the first reminder of the receipt' },
    { from: '2022-08-22', count: 2, date: '2022-08-24', why: 'the second reminder of the receipt' },
    { from: '2022-08-22', count: 4, date: '2022-08-26', why: 'the day on which a missing receipt is listed' },
    { from: '2022-08-25', count: 10, date: '2022-09-08', why: 'the stage plan is due' },
    { from: '2022-09-08', count: 5, date: '2022-09-16', why: 'the Monday of Mid-Autumn is off' },
    { from: '2022-10-12', count: 1, date: '2022-10-13', why: 'a day after the Q3 return is due' },
    { from: '2022-10-12', count: 3, date: '2022-10-17', why: 'three days after the Q3 return is due' },
    { from: '2022-10-12', count: 5, date: '2022-10-19', why: 'the slip of Q3' },
    { from: '2022-10-19', count: 3, date: '2022-10-24', why: 'the answer to the slip of Q3' },
    { from: '2022-10-24', count: 1, date: '2022-10-25', why: 'the order of Q3' },
    { from: '2023-01-09', count: 1, date: '2023-01-10', why: 'a day after the Q4 return is due' },
    { from: '2023-01-09', count: 3, date: '2023-01-12', why: 'three days after the Q4 return is due' },
    { from: '2023-01-09', count: 5, date: '2023-01-16', why: 'the slip of Q4' },
    { from: '2023-01-16', count: 3, date: '2023-01-19', why: 'the answer to the slip of Q4' },
    { from: '2023-01-19', count: 1, date: '2023-01-20', why: 'the order of Q4' },
    { from: '2023-01-20', count: 5, date: '2023-02-01', why: '28 and 29 January are worked after Spring Festival' },
    { from: '2022-10-01', count: 0, date: '2022-10-01', why: 'nothing is counted, so a holiday stays' },
  ])('$from + $count is $date: $why', ({ from, count, date }) => {
    expect(shifted(from, count)).toBe(date);
  });
});

describe('working days before a day', () => {
  it.each([
    { from: '2022-10-12', count: -5, date: '2022-09-30', why: 'the contributions of Q3 are due' },
    { from: '2023-01-09', count: -5, date: '2022-12-30', why: 'the contributions of Q4 are due' },
    { from: '2022-10-12', count: -7, date: '2022-09-28', why: 'the first reminder of Q3' },
    { from: '2022-10-12', count: -3, date: '2022-10-09', why: 'the second reminder of Q3 falls on a worked Sunday' },
    { from: '2022-10-12', count: -1, date: '2022-10-11', why: 'the day before Q3 is due' },
    { from: '2023-01-09', count: -7, date: '2022-12-28', why: 'the first reminder of Q4' },
    { from: '2023-01-09', count: -3, date: '2023-01-04', why: 'the second reminder of Q4' },
    { from: '2023-01-09', count: -1, date: '2023-01-06', why: 'the Friday before Q4 is due' },
  ])('$from $count is $date: $why', ({ from, count, date }) => {
    expect(shifted(from, count)).toBe(date);
  });
});

describe('the fifth working day after a quarter', () => {
  it.each([
    { end: '2022-09-30', fifth: '2022-10-12' },
    { end: '2022-12-31', fifth: '2023-01-09' },
    { end: '2023-03-31', fifth: '2023-04-10' },
    { end: '2024-09-30', fifth: '2024-10-12' },
  ])('that ends on $end is $fifth', ({ end, fifth }) => {
    expect(nthWorkingDayAfter(calendar, plainDate(end), 5).date).toBe(fifth);
  });

  it('has no number 0', () => {
    expect(() => nthWorkingDayAfter(calendar, plainDate('2022-09-30'), 0)).toThrow('number 0');
  });
});

describe('a count that leaves the known years', () => {
  it('is provisional and goes by weekdays where the table of 2023 is missing', () => {
    const computed = shiftWorkingDays(seedCalendar(2022), plainDate('2022-12-30'), 3);
    expect(computed).toEqual({
      date: '2023-01-04',
      from: '2022-12-30',
      workingDays: 3,
      provisional: true,
      calendarVersions: { 2022: 1 },
    });
  });

  it('is settled again by the table of 2023 and names both versions', () => {
    const computed = shiftWorkingDays(calendar, plainDate('2022-12-30'), 3);
    expect(computed).toMatchObject({ provisional: false, calendarVersions: { 2022: 1, 2023: 1 } });
  });

  it('stays settled up to the last known day', () => {
    expect(shiftWorkingDays(seedCalendar(2022), plainDate('2022-12-29'), 1).provisional).toBe(false);
  });

  it('is refused for a part of a day', () => {
    expect(() => shifted('2022-09-29', 1.5)).toThrow('1.5');
  });
});

describe('a count towards the last year that can be written', () => {
  it('is refused instead of going on for ever', () => {
    const end = plainDate('9999-12-31');
    expect(() => workingDaysBetween(calendar, plainDate('2022-08-22'), end)).toThrow('超出推算范围');
    expect(() => shiftWorkingDays(calendar, end, 5)).toThrow('超出推算范围');
  });
});

describe('what is known', () => {
  it('reaches to the end of the last year without a gap before it', () => {
    expect(knownUntil(seedCalendar(2022, 2023, 2025))).toBe('2023-12-31');
    expect(knownUntil([])).toBeNull();
  });

  it('is asked by the year of the day', () => {
    expect(isKnown(calendar, plainDate('2026-12-31'))).toBe(true);
    expect(isKnown(calendar, plainDate('2027-01-01'))).toBe(false);
    expect(isKnown(calendar, plainDate('2021-12-31'))).toBe(false);
  });
});

describe('a notice that also sets days of the December before', () => {
  const notice = { number: '甲', title: '乙', issuedOn: plainDate('2030-11-01') };
  const before = { year: 2030, version: 1, notice, holidays: [], makeUpDays: [] };
  const after = {
    year: 2031,
    version: 1,
    notice,
    holidays: [{ name: '元旦', days: [plainDate('2030-12-31'), plainDate('2031-01-01')] }],
    makeUpDays: [plainDate('2030-12-28')],
  };

  it('has the last word on them', () => {
    expect(isWorkingDay([before, after], plainDate('2030-12-31'))).toBe(false);
    expect(isWorkingDay([before, after], plainDate('2030-12-28'))).toBe(true);
    expect(isWorkingDay([before], plainDate('2030-12-31'))).toBe(true);
  });
});

describe('nextWorkingDay', () => {
  it.each([
    { day: '2022-10-01', next: '2022-10-08' },
    { day: '2022-10-09', next: '2022-10-09' },
    { day: '2023-01-21', next: '2023-01-28' },
  ])('of $day is $next', ({ day, next }) => {
    expect(nextWorkingDay(calendar, plainDate(day))).toBe(next);
  });
});

describe('workingDaysBetween', () => {
  it('leaves out the first day and takes the last', () => {
    expect(workingDaysBetween(calendar, plainDate('2022-09-30'), plainDate('2022-10-12'))).toBe(5);
    expect(workingDaysBetween(calendar, plainDate('2022-10-12'), plainDate('2022-10-12'))).toBe(0);
  });

  it('is negative backwards', () => {
    expect(workingDaysBetween(calendar, plainDate('2022-10-12'), plainDate('2022-09-30'))).toBe(-5);
  });

  it('undoes shiftWorkingDays for every day and count', () => {
    const offsets = fc.integer({ min: 0, max: 1700 });
    fc.assert(
      fc.property(offsets, fc.integer({ min: 1, max: 40 }), (offset, count) => {
        const day = addDays(plainDate('2022-01-01'), offset);
        const { date } = shiftWorkingDays(calendar, day, count);
        expect(isWorkingDay(calendar, date)).toBe(true);
        expect(workingDaysBetween(calendar, day, date)).toBe(count);
      }),
    );
  });
});
