import { fc } from '../support/drawn.ts';
import { describe, expect, it } from 'vitest';
import { RuleViolation } from '../../domain/errors.ts';
import {
  addDays,
  chineseDay,
  daysBetween,
  firstDay,
  isPlainDate,
  lastDay,
  plainDate,
  weekdayOf,
  yearOf,
} from '../../domain/plain-date.ts';

describe('the text of a day', () => {
  it.each(['2022-02-30', '2022-13-01', '2022-8-22', '22-08-22', '2022-08-22T00:00', ' 2022-08-22', '', '2023-02-29'])(
    'is not "%s"',
    (text) => {
      expect(isPlainDate(text)).toBe(false);
      expect(() => plainDate(text)).toThrow('YYYY-MM-DD');
    },
  );

  it('may be a leap day', () => {
    expect(isPlainDate('2024-02-29')).toBe(true);
  });
});

describe('day arithmetic', () => {
  it.each([
    { day: '2022-12-31', days: 1, gives: '2023-01-01' },
    { day: '2024-03-01', days: -1, gives: '2024-02-29' },
    { day: '2022-03-12', days: 2, gives: '2022-03-14' },
    { day: '2022-11-05', days: 2, gives: '2022-11-07' },
    { day: '2022-08-22', days: 0, gives: '2022-08-22' },
  ])('takes $day and $days days to $gives', ({ day, days, gives }) => {
    expect(addDays(plainDate(day), days)).toBe(gives);
    expect(daysBetween(plainDate(day), plainDate(gives)) + 0).toBe(days);
  });

  it.each([
    { day: '9999-12-30', days: 3 },
    { day: '2199-12-31', days: 1 },
    { day: '1900-01-01', days: -1 },
    { day: '0001-01-01', days: 1 },
    { day: '2022-01-01', days: 10_000_000_000 },
  ])('refuses to reckon from $day by $days days, where no plan reaches', ({ day, days }) => {
    expect(() => addDays(plainDate(day), days)).toThrow(RuleViolation);
    expect(() => addDays(plainDate(day), days)).toThrow(`${day} 前后的日期超出推算范围`);
  });

  it('reaches the first and the last day', () => {
    expect([addDays(plainDate('1900-01-02'), -1), addDays(plainDate('2199-12-30'), 1)]).toEqual([firstDay, lastDay]);
  });

  it('moves the weekday on by one with each day, whatever the summer time of the machine', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (offset) => {
        const day = addDays(plainDate('2022-08-22'), offset);
        expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) + 1) % 7);
        expect(addDays(day, 1) > day).toBe(true);
      }),
    );
  });

  it('knows weekday and year', () => {
    expect(weekdayOf(plainDate('2022-08-22'))).toBe(1);
    expect(weekdayOf(plainDate('2022-10-09'))).toBe(0);
    expect(yearOf(plainDate('2022-10-09'))).toBe(2022);
  });
});

describe('a day in Chinese', () => {
  it('has no zero before a number, and its year where asked', () => {
    expect(chineseDay(plainDate('2022-08-02'))).toBe('8月2日');
    expect(chineseDay(plainDate('2022-08-22'), true)).toBe('2022年8月22日');
  });
});
