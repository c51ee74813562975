import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { RuleViolation } from './errors.ts';

dayjs.extend(utc);

declare const plainDateBrand: unique symbol;

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`; sorts as text. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

const shape = /^\d{4}-\d{2}-\d{2}$/;
// Every month has these days: most texts need no calendar to be known as a day.
const inEveryMonth = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/;
const dayMs = 86_400_000;
const [firstMs, lastMs] = [Date.parse('1900-01-01'), Date.parse('2199-12-31')];

/** Whether `text` names a day that exists, so `2022-02-30` is none. */
export function isPlainDate(text: string): text is PlainDate {
  return inEveryMonth.test(text) || (shape.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text);
}

/** The day named by `text`; throws a plain `Error` where no such day exists, for callers that know better. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new Error(`${text} is not a day of the form YYYY-MM-DD`);
  return text;
}

/** The days between which duban reckons: a plan is of one year, and a year mistyped must not be counted to. */
export const firstDay = plainDate('1900-01-01');
export const lastDay = plainDate('2199-12-31');

/** Whether `day` can be reckoned with. */
export function isReckoned(day: PlainDate): boolean {
  return day >= firstDay && day <= lastDay;
}

/**
 * The day `days` calendar days after `day`; negative goes back. Beyond the days that are reckoned it is refused: years of five digits
 * no longer sort as text, and counting up to one would never end.
 */
export function addDays(day: PlainDate, days: number): PlainDate {
  // Not checked again: what comes out of a day that exists exists, and limits are counted day by day.
  // Days in UTC are all equally long; the library's way over months and years takes many times as long to say the same.
  const epochMs = Date.parse(day) + days * dayMs;
  if (!(epochMs >= firstMs && epochMs <= lastMs))
    throw new RuleViolation('day-out-of-range', `${day} 前后的日期超出推算范围（1900 年至 2199 年），请核对年份`);
  return new Date(epochMs).toISOString().slice(0, 10) as PlainDate;
}

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return asUtc(to).diff(asUtc(from), 'day');
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: PlainDate): number {
  return asUtc(day).day();
}

/** The year of `day` as a number. */
export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

/** `8月22日`, or `2022年8月22日` with its year. */
export function chineseDay(day: PlainDate, withYear = false): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${withYear ? `${year}年` : ''}${month}月${date}日`;
}

// Days carry no zone: reckoned in UTC, so that no machine's own zone or summer time can move one.
function asUtc(day: string): dayjs.Dayjs {
  return dayjs.utc(Date.parse(day));
}
