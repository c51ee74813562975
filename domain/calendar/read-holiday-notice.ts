import { type PlainDate, addDays, daysBetween, isPlainDate } from '../plain-date.ts';
import { type ParsedCalendarTable, parseCalendarTable } from './calendar-table.ts';

/**
 * Reads a year's table from the words of the State Council's notice (`一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。
 * 1月4日（周日）上班。`). What it cannot read, and what the notice itself counts otherwise, is a fault: nothing is passed over.
 */
export function readHolidayNotice(text: string, version: number): ParsedCalendarTable {
  const lines = text.split(/\r?\n/).map((line) => line.replaceAll(/\s/g, ''));
  const whole = lines.join('');
  const heading = /关于(\d{4})年部分节假日安排的通知/.exec(whole);
  if (heading === null) {
    return {
      ok: false,
      issues: ['没有找到“关于……年部分节假日安排的通知”，请粘贴通知全文，包括标题、文号和落款日期'],
    };
  }
  const year = Number(heading[1]);
  const clauses = lines.flatMap((line) => clauseOf(line, year) ?? []);
  const parsed = parseCalendarTable({
    year,
    version,
    notice: {
      number: /国办发[一-鿿]{0,4}〔\d{4}〕\d+号/.exec(whole)?.[0] ?? '',
      title: `国务院办公厅${heading[0]}`,
      issuedOn: lines.flatMap((line) => signedOn(line) ?? []).at(-1) ?? '',
    },
    holidays: clauses.map(({ name, days }) => ({ name, days })),
    makeUpDays: clauses.flatMap(({ makeUpDays }) => makeUpDays).toSorted(),
  });
  const issues = [
    ...(clauses.length === 0 ? ['没有读出任何节假日，请核对是否粘贴了通知全文'] : []),
    ...clauses.flatMap((clause) => clause.issues),
    ...(parsed.ok ? [] : parsed.issues),
  ];
  return issues.length === 0 ? parsed : { ok: false, issues };
}

interface Clause {
  readonly name: string;
  readonly days: readonly PlainDate[];
  readonly makeUpDays: readonly PlainDate[];
  readonly issues: readonly string[];
}

/** A numbered line about one holiday; what stands in brackets (weekdays, the lunar calendar) explains and says nothing new. */
function clauseOf(line: string, year: number): Clause | null {
  const [, name, words] = /^[一二三四五六七八九十]+、([^：:]{2,20})[：:](.*)$/.exec(line) ?? [];
  if (name === undefined || words === undefined) return null;
  const sentences = words
    .replaceAll(/[（(][^）)]*[）)]/g, '')
    .split('。')
    .filter((sentence) => sentence !== '');
  const off = sentences.filter((sentence) => sentence.includes('放假'));
  const on = sentences.filter((sentence) => sentence.endsWith('上班'));
  const days = off.flatMap((sentence) => spansOf(sentence, year));
  const counted = Number(/(?:共|放假)(\d+)天/.exec(off.join(''))?.[1] ?? days.length);
  const issues = [
    ...(days.length === 0 ? [`“${name}”没有读出放假日期，请核对原文`] : []),
    ...(counted === days.length ? [] : [`“${name}”原文写明共${counted}天，读出${days.length}天，请核对原文`]),
  ];
  return { name, days, makeUpDays: on.flatMap((sentence) => spansOf(sentence, year)), issues };
}

const span = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/g;

/** Every day of the spans that a sentence names; a span without its year is of the table's year. */
function spansOf(sentence: string, year: number): readonly PlainDate[] {
  return [...sentence.matchAll(span)].flatMap(([, fromYear, fromMonth, fromDay, toYear, toMonth, toDay]) => {
    const from = dayOf(fromYear ?? String(year), fromMonth, fromDay);
    const to = toDay === undefined ? from : dayOf(toYear ?? fromYear ?? String(year), toMonth ?? fromMonth, toDay);
    if (from === null || to === null || to < from) return [];
    const last = daysBetween(from, to);
    // Longer than any holiday is a misreading.
    return last > 15 ? [] : Array.from({ length: last + 1 }, (_, place) => addDays(from, place));
  });
}

function signedOn(line: string): PlainDate | null {
  const [, year, month, day] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(line) ?? [];
  return dayOf(year, month, day);
}

function dayOf(year?: string, month = '', day = ''): PlainDate | null {
  const text = `${year ?? ''}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(text) ? text : null;
}
