import { describe, expect, it } from 'vitest';
import {
  isPeriod,
  nextQuarter,
  period,
  quarterEnd,
  quarterLabel,
  quarterOf,
  quarterStart,
} from '../../../domain/calendar/quarter.ts';
import { plainDate } from '../../../domain/plain-date.ts';

describe('a quarter', () => {
  it.each([
    { quarter: '2022Q1', start: '2022-01-01', end: '2022-03-31', next: '2022Q2', label: '2022年第一季度' },
    { quarter: '2022Q2', start: '2022-04-01', end: '2022-06-30', next: '2022Q3', label: '2022年第二季度' },
    { quarter: '2022Q3', start: '2022-07-01', end: '2022-09-30', next: '2022Q4', label: '2022年第三季度' },
    { quarter: '2022Q4', start: '2022-10-01', end: '2022-12-31', next: '2023Q1', label: '2022年第四季度' },
    { quarter: '2024Q1', start: '2024-01-01', end: '2024-03-31', next: '2024Q2', label: '2024年第一季度' },
  ])('$quarter runs from $start to $end and is written $label', ({ quarter, start, end, next, label }) => {
    const subject = period(quarter);
    expect(quarterStart(subject)).toBe(start);
    expect(quarterEnd(subject)).toBe(end);
    expect(nextQuarter(subject)).toBe(next);
    expect(quarterLabel(subject)).toBe(label);
    expect(quarterOf(plainDate(start))).toBe(quarter);
    expect(quarterOf(plainDate(end))).toBe(quarter);
  });

  it('has no number 5 and no other spelling', () => {
    expect(['2022Q5', '2022Q0', '22Q3', '2022q3', '2022Q33'].filter(isPeriod)).toEqual([]);
    expect(() => period('2022-Q3')).toThrow('2022-Q3');
  });
});
