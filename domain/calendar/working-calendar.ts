import { type PlainDate, addDays, plainDate, weekdayOf, yearOf } from '../plain-date.ts';

/** Holidays and make-up working days of one year, as one notice of the State Council sets them. */
export interface CalendarYear {
  readonly year: number;
  /** Grows by one with each correction of the same year. */
  readonly version: number;
  readonly notice: { readonly number: string; readonly title: string; readonly issuedOn: PlainDate };
  /** Days off, weekends among them included; may reach into the last December, which the notice of the new year governs. */
  readonly holidays: readonly { readonly name: string; readonly days: readonly PlainDate[] }[];
  /** Saturdays and Sundays that are worked (调休上班日). */
  readonly makeUpDays: readonly PlainDate[];
}

/** The years that are known, oldest first, one entry a year; plain JSON, fit for a workflow's payload. */
export type WorkingCalendar = readonly CalendarYear[];

/** A day that was counted in working days, with all that is needed to count it again. */
export interface ComputedDate {
  readonly date: PlainDate;
  readonly from: PlainDate;
  /** Negative where the count went back from `from`. */
  readonly workingDays: number;
  /** True where a day was judged by its weekday alone, because no notice for its year is known yet. */
  readonly provisional: boolean;
  /** Version of the table of each known year that the count passed through. */
  readonly calendarVersions: Readonly<Record<string, number>>;
}

/** What a day is to the calendar; `known` is false where only its weekday could be asked. */
export type DayKind =
  | { readonly kind: 'weekday' | 'weekend' | 'make-up'; readonly known: boolean }
  | { readonly kind: 'holiday'; readonly known: boolean; readonly name: string };

/** Whether `day` is a working day (工作日); beyond what is known Monday to Friday are. */
export function isWorkingDay(calendar: WorkingCalendar, day: PlainDate): boolean {
  const { kind } = dayKindOf(calendar, day);
  return kind === 'weekday' || kind === 'make-up';
}

/** Whether the table of the day's own year is there. */
export function isKnown(calendar: WorkingCalendar, day: PlainDate): boolean {
  return yearTable(calendar, yearOf(day)) !== undefined;
}

/** The last day up to which no year is missing, counted from the oldest known one; null for an empty calendar. */
export function knownUntil(calendar: WorkingCalendar): PlainDate | null {
  let year = calendar[0]?.year;
  if (year === undefined) return null;
  while (yearTable(calendar, year + 1) !== undefined) year += 1;
  return plainDate(`${year}-12-31`);
}

/** `day` itself where it is a working day, otherwise the first one after it. */
export function nextWorkingDay(calendar: WorkingCalendar, day: PlainDate): PlainDate {
  let next = day;
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1);
  return next;
}

/** The day `count` working days after `day` (before it where negative): the day next to `day` is the first that may count; 0 gives `day`. */
export function shiftWorkingDays(calendar: WorkingCalendar, day: PlainDate, count: number): ComputedDate {
  if (!Number.isInteger(count)) throw new Error(`${count} is not a whole number of working days`);
  const passed = count === 0 ? [day] : daysPassed(calendar, day, count);
  const years = [...new Set(passed.map(yearOf))];
  const known = years.flatMap((year) => yearTable(calendar, year) ?? []);
  return {
    date: passed.at(-1) ?? day,
    from: day,
    workingDays: count,
    provisional: known.length < years.length,
    calendarVersions: Object.fromEntries(known.map(({ year, version }) => [String(year), version])),
  };
}

/** The `n`th working day after `day`, the first being 1; what "第n个工作日" after a quarter's end means. */
export function nthWorkingDayAfter(calendar: WorkingCalendar, day: PlainDate, n: number): ComputedDate {
  if (n < 1) throw new Error(`there is no working day number ${n} after a day`);
  return shiftWorkingDays(calendar, day, n);
}

/** How many working days lie after `from` up to and including `to`; negative, counted from `to`, where `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** Every day after `day` (before it where `count` is negative) up to the one that completes the count, in that order. */
export function daysPassed(calendar: WorkingCalendar, day: PlainDate, count: number): readonly PlainDate[] {
  const step = Math.sign(count);
  const passed: PlainDate[] = [];
  let current = day;
  for (let missing = Math.abs(count); missing > 0;) {
    current = addDays(current, step);
    passed.push(current);
    if (isWorkingDay(calendar, current)) missing -= 1;
  }
  return passed;
}

/** What `day` is; a holiday keeps its name also on a Saturday or Sunday. */
export function dayKindOf(calendar: WorkingCalendar, day: PlainDate): DayKind {
  const known = yearTable(calendar, yearOf(day)) !== undefined;
  for (const table of tablesThatMayName(calendar, day)) {
    if (table.makeUpDays.includes(day)) return { kind: 'make-up', known };
    const holiday = table.holidays.find(({ days }) => days.includes(day));
    if (holiday !== undefined) return { kind: 'holiday', known, name: holiday.name };
  }
  const weekday = weekdayOf(day);
  return { kind: weekday === 0 || weekday === 6 ? 'weekend' : 'weekday', known };
}

/** The table of `year`, if it is known. */
export function yearTable(calendar: WorkingCalendar, year: number): CalendarYear | undefined {
  return calendar.find((table) => table.year === year);
}

// The notice of the new year also sets the days around New Year that still lie in December, so its word goes first there.
function tablesThatMayName(calendar: WorkingCalendar, day: PlainDate): readonly CalendarYear[] {
  const year = yearOf(day);
  const years = day.slice(5, 7) === '12' ? [year + 1, year] : [year];
  return years.flatMap((each) => yearTable(calendar, each) ?? []);
}
