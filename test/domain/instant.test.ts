import { describe, expect, it } from 'vitest';
import {
  atHour,
  dayOf,
  epochOf,
  instant,
  instantOfEpoch,
  isInstant,
  later,
  mailHour,
  startOfDay,
} from '../../domain/instant.ts';
import { plainDate } from '../../domain/plain-date.ts';

describe('the text of a moment', () => {
  it.each([
    '2022-08-22T01:00:00Z',
    '2022-08-22 01:00:00.000Z',
    '2022-08-22T01:00:00.000+08:00',
    '2022-02-30T01:00:00.000Z',
    '2022-08-22T24:00:00.000Z',
    '2022-08-22T23:60:00.000Z',
    '2022-08-22T23:59:60.000Z',
    '2022-08-22',
  ])('is not "%s"', (text) => {
    expect(isInstant(text)).toBe(false);
    expect(() => instant(text)).toThrow(text);
  });

  it('is what a clock gives, and back', () => {
    const moment = instantOfEpoch(1_661_130_000_123);
    expect(moment).toBe('2022-08-22T01:00:00.123Z');
    expect(epochOf(moment)).toBe(1_661_130_000_123);
  });
});

describe('a day in Asia/Shanghai', () => {
  const day = plainDate('2022-08-22');

  it('begins at 16:00 UTC of the day before and has its mail at 09:00', () => {
    expect(startOfDay(day)).toBe('2022-08-21T16:00:00.000Z');
    expect(mailHour(day)).toBe('2022-08-22T01:00:00.000Z');
    expect(atHour(day, 17, 30)).toBe('2022-08-22T09:30:00.000Z');
    expect(atHour(plainDate('2023-01-01'), 7)).toBe('2022-12-31T23:00:00.000Z');
  });

  it.each([
    { moment: '2022-08-21T15:59:59.999Z', falls: '2022-08-21' },
    { moment: '2022-08-21T16:00:00.000Z', falls: '2022-08-22' },
    { moment: '2022-08-22T15:59:59.999Z', falls: '2022-08-22' },
    { moment: '2022-12-31T16:00:00.000Z', falls: '2023-01-01' },
  ])('$moment falls on $falls', ({ moment, falls }) => {
    expect(dayOf(instant(moment))).toBe(falls);
  });
});

describe('the later of two moments', () => {
  it('is the same whichever comes first', () => {
    const [first, second] = [instant('2022-08-22T01:00:00.000Z'), instant('2022-08-22T01:00:00.001Z')];
    expect(later(first, second)).toBe(second);
    expect(later(second, first)).toBe(second);
  });
});
