import { type PlainDate, isPlainDate, weekdayOf, yearOf } from '../plain-date.ts';
import type { CalendarYear, WorkingCalendar } from './working-calendar.ts';

/** What reading a year's table gives: the table, or every fault found in it, each naming its place and what to do. */
export type ParsedCalendarTable =
  | { readonly ok: true; readonly value: CalendarYear }
  | { readonly ok: false; readonly issues: readonly string[] };

type Fields = Readonly<Record<string, unknown>>;

/** Reads one year's table from parsed JSON; says all faults at once, so that a table is corrected in one go. */
export function parseCalendarTable(raw: unknown): ParsedCalendarTable {
  if (!isFields(raw))
    return { ok: false, issues: ['日历文件的内容不是一个对象，请按“年份、版本、通知、节假日、调休上班日”的格式填写'] };
  const issues: string[] = [];
  const value: CalendarYear = {
    year: wholeNumber(raw['year'], '年份（year）', { least: 1990, most: 2200 }, issues),
    version: wholeNumber(raw['version'], '版本（version）', { least: 1, most: 999 }, issues),
    notice: notice(raw['notice'], issues),
    holidays: holidays(raw['holidays'], issues),
    makeUpDays: dayList(raw['makeUpDays'], '调休上班日（makeUpDays）', issues),
  };
  if (issues.length === 0) issues.push(...contradictions(value));
  return issues.length === 0 ? { ok: true, value } : { ok: false, issues };
}

/** The calendar of these years in their order; throws where a year is given twice, since then nobody could say which one holds. */
export function workingCalendarOf(years: readonly CalendarYear[]): WorkingCalendar {
  const sorted = years.toSorted((a, b) => a.year - b.year);
  const twice = sorted.find((table, index) => sorted[index + 1]?.year === table.year);
  if (twice !== undefined) throw new Error(`the calendar holds the year ${twice.year} twice`);
  return sorted;
}

function contradictions(table: CalendarYear): readonly string[] {
  const { year } = table;
  const daysOff = table.holidays.flatMap(({ name, days }) => days.map((day) => ({ name, day })));
  const seen = new Set<PlainDate>();
  const issues: string[] = [];
  for (const { day, name } of [...daysOff, ...table.makeUpDays.map((day) => ({ name: '调休上班日', day }))]) {
    if (yearOf(day) !== year && !day.startsWith(`${year - 1}-12-`)) {
      issues.push(`“${name}”中的 ${day} 不在${year}年内（上一年仅可含12月的日期），请核对年份`);
    }
    if (seen.has(day))
      issues.push(`${day} 重复出现（“${name}”），一天只能列一次，也不能既放假又上班，请删去多余的一处`);
    seen.add(day);
  }
  for (const day of table.makeUpDays.filter((each) => weekdayOf(each) % 6 !== 0)) {
    issues.push(`调休上班日 ${day} 不是星期六或星期日，请核对通知原文`);
  }
  return issues;
}

function notice(raw: unknown, issues: string[]): CalendarYear['notice'] {
  const fields = isFields(raw) ? raw : {};
  if (!isFields(raw)) issues.push('通知（notice）缺失，请填写文号（number）、标题（title）和发文日期（issuedOn）');
  const issuedOn = fields['issuedOn'];
  const isDay = typeof issuedOn === 'string' && isPlainDate(issuedOn);
  if (isFields(raw) && !isDay) issues.push(`通知的发文日期（notice.issuedOn）${notADay(issuedOn)}`);
  return {
    number: isFields(raw) ? filledText(fields['number'], '通知的文号（notice.number）', issues) : '',
    title: isFields(raw) ? filledText(fields['title'], '通知的标题（notice.title）', issues) : '',
    issuedOn: isDay ? issuedOn : ('' as PlainDate),
  };
}

function holidays(raw: unknown, issues: string[]): CalendarYear['holidays'] {
  if (!Array.isArray(raw)) {
    issues.push('节假日（holidays）不是列表，请逐项填写名称（name）和放假日期（days）');
    return [];
  }
  return raw.map((each: unknown, index) => {
    const place = `节假日第${index + 1}项`;
    const fields = isFields(each) ? each : {};
    const name = filledText(fields['name'], `${place}的名称（name）`, issues);
    const days = dayList(fields['days'], `${place}${name === '' ? '' : `“${name}”`}的放假日期（days）`, issues);
    if (Array.isArray(fields['days']) && days.length === 0) issues.push(`${place}没有放假日期，请补填或删去该项`);
    return { name, days };
  });
}

function dayList(raw: unknown, place: string, issues: string[]): readonly PlainDate[] {
  if (!Array.isArray(raw)) {
    issues.push(`${place}不是日期列表，请填写形如 ["2022-10-08"] 的列表`);
    return [];
  }
  return raw.flatMap((each: unknown, index) => {
    if (typeof each === 'string' && isPlainDate(each)) return [each];
    issues.push(`${place}的第${index + 1}个${notADay(each)}`);
    return [];
  });
}

function notADay(raw: unknown): string {
  return `“${typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? '空')}”不是有效日期，请改为形如 2022-10-08 的日期`;
}

function wholeNumber(raw: unknown, place: string, range: { least: number; most: number }, issues: string[]): number {
  if (typeof raw === 'number' && Number.isInteger(raw) && raw >= range.least && raw <= range.most) return raw;
  issues.push(`${place}必须是${range.least}到${range.most}之间的整数，请更正`);
  return range.least;
}

function filledText(raw: unknown, place: string, issues: string[]): string {
  if (typeof raw === 'string' && raw.trim() !== '') return raw;
  issues.push(`${place}没有填写，请补填`);
  return '';
}

function isFields(raw: unknown): raw is Fields {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
