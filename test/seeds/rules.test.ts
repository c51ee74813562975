import { describe, expect, it } from 'vitest';
import { nthWorkingDayAfter, shiftWorkingDays } from '../../domain/calendar/working-calendar.ts';
import { type PlainDate, plainDate } from '../../domain/plain-date.ts';
import type { Rules } from '../../domain/rules.ts';
import { seedCalendar } from '../domain/calendar/seed-calendar.ts';
import { readSeed } from './read-seed.ts';

const rules = readSeed<Rules>('rules/default.json');
const calendar = seedCalendar(2022, 2023);
const after = (day: PlainDate, count: number) => shiftWorkingDays(calendar, day, count).date;

describe('the default rules on the notice issued on Monday 2022-08-22', () => {
  const issued = plainDate('2022-08-22');
  const receipt = after(issued, rules.receiptWorkingDays);
  const thirdQuarter = nthWorkingDayAfter(calendar, plainDate('2022-09-30'), rules.returnWorkingDayAfterQuarter).date;
  const fourthQuarter = nthWorkingDayAfter(calendar, plainDate('2022-12-31'), rules.returnWorkingDayAfterQuarter).date;

  it('end the consultation that began on 15 August on the 18th', () => {
    expect(after(plainDate('2022-08-15'), rules.consultationWorkingDays)).toBe('2022-08-18');
  });

  it('want the receipt by 25 August, remind on the 23rd and 24th and list on the 26th', () => {
    expect(receipt).toBe('2022-08-25');
    expect(rules.receiptReminders.map((count) => after(issued, count))).toEqual(['2022-08-23', '2022-08-24']);
    expect(after(issued, rules.receiptListedAfter)).toBe('2022-08-26');
  });

  it('want the stage plan by 8 September and its review by the 16th', () => {
    const stagePlan = after(receipt, rules.stagePlanWorkingDaysAfterReceipt);
    expect(stagePlan).toBe('2022-09-08');
    expect(after(stagePlan, rules.reviewWorkingDays)).toBe('2022-09-16');
  });

  it('want the returns by 12 October and 9 January, the contributions by 30 September and 30 December', () => {
    expect([thirdQuarter, fourthQuarter]).toEqual(['2022-10-12', '2023-01-09']);
    const before = -rules.contributionWorkingDaysBefore;
    expect([after(thirdQuarter, before), after(fourthQuarter, before)]).toEqual(['2022-09-30', '2022-12-30']);
  });

  it('remind on seven days around each return', () => {
    expect(rules.reminderOffsets.map((offset) => after(thirdQuarter, offset))).toEqual([
      '2022-09-28',
      '2022-10-09',
      '2022-10-11',
      '2022-10-12',
      '2022-10-13',
      '2022-10-17',
      '2022-10-19',
    ]);
    expect(rules.reminderOffsets.map((offset) => after(fourthQuarter, offset))).toEqual([
      '2022-12-28',
      '2023-01-04',
      '2023-01-06',
      '2023-01-09',
      '2023-01-10',
      '2023-01-12',
      '2023-01-16',
    ]);
  });

  it('tell the head only of reminders that come after the due day', () => {
    expect(
      rules.headReminderOffsets.filter((offset) => offset <= 0 || !rules.reminderOffsets.includes(offset)),
    ).toEqual([]);
  });

  it('set the limits of lights and texts', () => {
    expect(rules.lights).toEqual({ nearDueWorkingDays: 7, behindPoints: 10, farBehindPoints: 30 });
    expect(rules.contributionCharacters).toBe(200);
    expect(rules.districtsReportText).toBe(false);
  });
});
