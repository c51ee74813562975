import { type PlainDate, chineseDay, daysBetween, weekdayOf, yearOf } from '../plain-date.ts';
import { assertNever } from '../errors.ts';
import {
  type ComputedDate,
  type DayKind,
  type WorkingCalendar,
  dayKindOf,
  daysPassed,
  yearTable,
} from './working-calendar.ts';

/** One day on the way from the first to the last of a count. */
export interface ExplainedDay {
  readonly day: PlainDate;
  /** Its number in the count, from 1; null where it was passed over. */
  readonly counted: number | null;
  /** Why: 工作日, 周末, 调休上班, or the holiday's name. */
  readonly reason: string;
}

/** The answer to "why this date": each day between, and the same in one Chinese sentence. */
export interface DateExplanation {
  readonly date: PlainDate;
  readonly from: PlainDate;
  readonly days: readonly ExplainedDay[];
  readonly sentence: string;
  /** False where today's calendar counts to another day, so the recorded one rests on an older table. */
  readonly holdsToday: boolean;
}

/** Explains `computed` by `calendar`, day by day; the recorded date is kept even where a newer table would give another. */
export function explainDate(calendar: WorkingCalendar, computed: ComputedDate): DateExplanation {
  const { date, from, workingDays } = computed;
  const days = explainedDays(calendar, from, workingDays);
  const reached = days.at(-1)?.day ?? from;
  const parts = [heading(computed, reached), ...groups(days).map(groupText)];
  const closing = [basisText(calendar, computed), unknownText(calendar, days), changedText(date, reached)];
  return {
    date,
    from,
    days,
    sentence: [`${parts.join('；').replace('；', '：')}。`, ...closing].join(''),
    holdsToday: reached === date,
  };
}

function explainedDays(calendar: WorkingCalendar, from: PlainDate, workingDays: number): readonly ExplainedDay[] {
  let count = 0;
  return daysPassed(calendar, from, workingDays).map((day) => {
    const kind = dayKindOf(calendar, day);
    const isWorked = kind.kind === 'weekday' || kind.kind === 'make-up';
    if (isWorked) count += 1;
    return { day, counted: isWorked ? count : null, reason: reasonOf(kind) };
  });
}

function reasonOf(kind: DayKind): string {
  switch (kind.kind) {
    case 'weekday':
      return '工作日';
    case 'weekend':
      return '周末';
    case 'make-up':
      return '调休上班';
    case 'holiday':
      return kind.name;
    default:
      return assertNever(kind);
  }
}

function heading({ from, workingDays }: ComputedDate, reached: PlainDate): string {
  if (workingDays === 0) return `即${dayWithWeekday(from)}当日`;
  const start = workingDays > 0 ? `自${dayWithWeekday(from)}次日起` : `自${dayWithWeekday(from)}前一日起向前`;
  return `${start}计${Math.abs(workingDays)}个工作日，至${dayWithWeekday(reached)}`;
}

function groups(days: readonly ExplainedDay[]): readonly (readonly ExplainedDay[])[] {
  const runs: ExplainedDay[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.[0]?.reason === day.reason) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

function groupText(run: readonly ExplainedDay[]): string {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return '';
  const span = first === last ? chineseDay(first.day) : `${chineseDay(first.day)}至${chineseDay(last.day)}`;
  if (first.counted === null) return `${span}为${first.reason}${first.reason === '周末' ? '' : '假期'}，不计`;
  const numbers = first === last ? `第${first.counted}个` : `第${first.counted}至第${last.counted}个`;
  return first.reason === '工作日' ? `${span}为${numbers}工作日` : `${span}${first.reason}，为${numbers}工作日`;
}

function basisText(calendar: WorkingCalendar, { calendarVersions }: ComputedDate): string {
  const notices = Object.keys(calendarVersions).flatMap(
    (year) => yearTable(calendar, Number(year))?.notice.number ?? [],
  );
  return notices.length === 0 ? '' : `依据${notices.join('、')}。`;
}

function unknownText(calendar: WorkingCalendar, days: readonly ExplainedDay[]): string {
  const unknown = days.filter(({ day }) => yearTable(calendar, yearOf(day)) === undefined);
  const years = [...new Set(unknown.map(({ day }) => yearOf(day)))];
  return years.length === 0 ? '' : `${years.join('、')}年放假安排尚未导入，暂按周一至周五为工作日推算，本日期为暂定。`;
}

function changedText(recorded: PlainDate, reached: PlainDate): string {
  if (recorded === reached) return '';
  const shift = Math.abs(daysBetween(recorded, reached));
  return `记录的日期为${chineseDay(recorded, true)}，系按此前的日历推算，与现行日历相差${shift}天。`;
}

function dayWithWeekday(day: PlainDate): string {
  return `${chineseDay(day, true)}（星期${'日一二三四五六'.charAt(weekdayOf(day))}）`;
}
