import { addDays, isPlainDate, type PlainDate, plainDate } from '../plain-date.ts';
import { hanNumber } from './han-number.ts';
import type { DeadlineKind } from './notice-reading.ts';
import type { NamedDays } from './named-days.ts';
import { quotedParts } from './sentences.ts';

/** A phrase of time in a dense sentence; offsets count in it. */
export interface TimePhrase {
  readonly start: number;
  readonly end: number;
  readonly kind: DeadlineKind;
  readonly date: PlainDate | null;
}

/** What a phrase without a year rests on. */
export interface TimeContext {
  readonly planYear: number | null;
  /** The notice states its year; a year only guessed from what it cites does not carry 三年内. */
  readonly isYearStated: boolean;
  readonly issuedOn: PlainDate | null;
  /** In a cell or line of its own a bare month or year is a limit too. */
  readonly isField: boolean;
  /** Phrases that the vocabulary gives a day of the year. */
  readonly days: NamedDays;
}

interface Match {
  readonly text: string;
  readonly found: RegExpExecArray;
  readonly before: string;
  readonly after: string;
  readonly year: number | null;
  readonly context: TimeContext;
}

type Resolved = Pick<TimePhrase, 'kind' | 'date'> | null;
type Rule = readonly [form: RegExp, resolve: (match: Match) => Resolved];

const han = '[一二两三四五六七八九十]{1,3}';
const yearWord = '(?:(?:20\\d{2})年|今年|明年|本年)';
const before = '(?:之前|以前|前)';
const event =
  /^(?:份)?(?:[^,。;]{0,8})?(?:开工|竣工|完工|建成|通车|投产|投用|投入|启用|完成|举办|召开|启动|上线|开园|开业|试运行|开通|印发|出台|挂牌|验收|交付|运营|实施)/;

const achieves =
  /^(?:将|要|计划|力争|争取|确保|全面|基本|底|实现|完成|新增|新建|建成|培育|建设|选取|开展|组织|举办|启动|推动|推进|全市|全区|全县|全省|达到)/;

// 2025年普及率达到95%: another year at the head of what is promised.
const promises = /^[\u4e00-\u9fa5]{2,13}(?:达|超过|突破|不低于|不少于)/;

// Ordered: the first form that holds at a place is the phrase.
const rules: readonly Rule[] = [
  [
    /(?:(?:本)?(?:文件|文|通知|意见|方案|办法|规划|措施|要点|计划))?(?:印发|发布|下发|施行|实施|出台)(?:之日)?(?:起|后)(?:的)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:个月|个工作日|日|天|年)(?:之)?内/g,
    () => ({ kind: 'relative', date: null }),
  ],
  [new RegExp(`(${yearWord})?(\\d{1,2})月(\\d{1,2})日(?:${before}|止)?`, 'g'), dayPhrase],
  [
    /(20\d{2})[.\-/](\d{1,2})[.\-/](\d{1,2})/g,
    ({ found, context }) =>
      context.isField ? due(dateOf(Number(found[1]), Number(found[2]), Number(found[3]))) : null,
  ],
  [
    /(20\d{2})[.\-/](\d{1,2})(?![\d.])/g,
    ({ found, context }) => (context.isField ? due(monthEnd(Number(found[1]), Number(found[2]))) : null),
  ],
  [
    new RegExp(`(${yearWord})?(?<![\\d.])(\\d{1,2}|${han})月(?:份)?(?:(底|末|上旬|中旬|下旬|初))?(${before})?`, 'g'),
    monthPhrase,
  ],
  [new RegExp(`(${yearWord})?(?:第)?([一二三四1-4])季度(末|底)?(${before})?`, 'g'), quarterPhrase],
  [new RegExp(`(${yearWord})?(上半年|下半年)(末|底)?(${before})?`, 'g'), halfPhrase],
  [
    new RegExp(`(20\\d{2})年(?:年)?(?:底|末|年底|年末)${before}?`, 'g'),
    ({ found, before: lead }) => ({ kind: isUntil(lead) ? 'by' : 'due', date: yearEnd(Number(found[1])) }),
  ],
  [new RegExp(`(?:(今|本|当|明)年)?(?:年)?(?:底|末)${before}?`, 'g'), yearEndPhrase],
  [
    /(?<![\d一二三四五六七八九十每])(?:本)?月(?:底|末)(?:之前|以前|前)?/g,
    ({ context }) =>
      context.issuedOn === null
        ? null
        : due(monthEnd(Number(context.issuedOn.slice(0, 4)), Number(context.issuedOn.slice(5, 7)))),
  ],
  [new RegExp(`(20\\d{2})年${before}`, 'g'), ({ found }) => due(yearEnd(Number(found[1])))],
  [
    /(20\d{2})年内/g,
    ({ found, context }) => ({
      kind: Number(found[1]) === context.planYear ? 'period' : 'by',
      date: yearEnd(Number(found[1])),
    }),
  ],
  [/(20\d{2})年/g, yearPhrase],
  [/([一二两三四五六七八九十]|\d{1,2})年(?:之)?内/g, withinYears],
  [
    /全年|(?<![\d一二两三四五六七八九十半几])年内|今年|本年度|年度内/g,
    ({ year, after }) =>
      /^度?[以来]/.test(after) ? null : { kind: 'period', date: year === null ? null : yearEnd(year) },
  ],
  [/每(?:半)?(?:年度?|个?季度|个?月|周)|按(?:季度?|月|年度|半年)(?=[^份])/g, () => ({ kind: 'period', date: null })],
];

const mayHoldTime = /[年月季周旬内]|\d[.\-/]\d/;

/** The phrases of time in a sentence, in order and without overlaps; names in quotation marks hold none. */
export function timePhrases(text: string, context: TimeContext): TimePhrase[] {
  const named = namedDayRule(context.days);
  if (!mayHoldTime.test(text) && named.length === 0) return [];
  const quoted = quotedParts(text);
  const taken = new Uint8Array(text.length);
  const phrases: TimePhrase[] = [];
  const years = [...text.matchAll(/(20\d{2})年(?!以来|以前|之前|度?以来|起)/g)].map((match) => ({
    at: match.index,
    year: Number(match[1]),
  }));
  for (const [form, resolve] of [...named, ...rules]) {
    for (const found of text.matchAll(form)) {
      const start = found.index;
      const end = start + found[0].length;
      if (quoted[start] === 1 || taken[start] === 1 || taken[end - 1] === 1) continue;
      const year = years.findLast(({ at }) => at < start)?.year ?? context.planYear;
      const match: Match = {
        text,
        found,
        before: text.slice(Math.max(0, start - 12), start),
        after: text.slice(end, end + 16),
        year,
        context,
      };
      const resolved = reportsPast(match) ? null : resolve(match);
      if (resolved === null) continue;
      taken.fill(1, start, end);
      phrases.push({ start: start - untilLength(match.before, resolved.kind), end, ...resolved });
    }
  }
  return phrases.toSorted((one, other) => one.start - other.start);
}

/** 汛前, where the vocabulary gives it a day. */
function namedDayRule({ form, monthAndDay }: NamedDays): Rule[] {
  if (form === null) return [];
  return [
    [
      form,
      ({ found, year }) => {
        const own = found[1] === undefined ? year : Number(found[1]);
        const day = own === null ? '' : `${own}-${monthAndDay.get(found[2] ?? '') ?? ''}`;
        return due(isPlainDate(day) ? day : null);
      },
    ],
  ];
}

function due(date: PlainDate | null): Resolved {
  return { kind: 'due', date };
}

function dayPhrase({ found, before: lead, after, year, context }: Match): Resolved {
  const limits = /(?:前|止)$/.test(found[0]) || /(?:至|到|截至)$/.test(lead) || context.isField || event.test(after);
  if (!limits || /^(?:起|以来|开始)/.test(after)) return null;
  const own = yearOfWord(found[1], context) ?? year;
  return due(own === null ? null : dateOf(own, Number(found[2]), Number(found[3])));
}

function monthPhrase({ found, before: lead, after, year, context }: Match): Resolved {
  const month = /^\d/.test(found[2] ?? '') ? Number(found[2]) : hanNumber(found[2] ?? '');
  const limits =
    found[3] !== undefined || found[4] !== undefined || isUntil(lead) || context.isField || event.test(after);
  if (!limits || month === null || month < 1 || month > 12 || /^(?:起|以来|开始|至|到|-)/.test(after)) return null;
  const own = yearOfWord(found[1], context) ?? year;
  if (own === null) return due(null);
  const day = found[3] === '上旬' || found[3] === '初' ? 10 : found[3] === '中旬' ? 20 : null;
  return due(day === null ? monthEnd(own, month) : dateOf(own, month, day));
}

function quarterPhrase({ found, before: lead, after, year, context }: Match): Resolved {
  if (lead.endsWith('每') || /^(?:起|以来|开始)/.test(after)) return null;
  const own = yearOfWord(found[1], context) ?? year;
  const quarter = /^\d/.test(found[2] ?? '') ? Number(found[2]) : (hanNumber(found[2] ?? '') ?? 1);
  const limits = found[3] !== undefined || found[4] !== undefined || context.isField || event.test(after);
  return { kind: limits ? 'due' : 'period', date: own === null ? null : monthEnd(own, quarter * 3) };
}

function halfPhrase({ found, year, context }: Match): Resolved {
  const own = yearOfWord(found[1], context) ?? year;
  const limits = found[3] !== undefined || found[4] !== undefined || context.isField;
  return { kind: limits ? 'due' : 'period', date: own === null ? null : monthEnd(own, found[2] === '上半年' ? 6 : 12) };
}

function yearEndPhrase({ found, before: lead, year }: Match): Resolved {
  const word = found[0];
  if (!word.includes('年') || /[\d去上往每历近]$/.test(lead)) return null;
  return {
    kind: isUntil(lead) ? 'by' : 'due',
    date: year === null ? null : yearEnd(word.startsWith('明') ? year + 1 : year),
  };
}

/** A bare year is a limit after 到 or 力争, or where it opens a part of the sentence; inside a name it is none. */
function yearPhrase({ found, before: lead, after, context }: Match): Resolved {
  const year = Number(found[1]);
  if (/[-~至到]\d{0,4}$|[比较自从于在]$/.test(lead) && !isUntil(lead)) return null;
  if (/^(?:以来|起|度|版|期间|第|\d|-|~|至|到|同期|基础|水平|底数)/.test(after)) return null;
  if (isUntil(lead)) return { kind: 'by', date: yearEnd(year) };
  const isOwn = year === context.planYear;
  const opens = lead === '' || /[,。;:、]$/.test(lead);
  const isPromised = /(?:力争|争取|确保|计划|预计|力求)$/.test(lead);
  const stands =
    context.isField ||
    isPromised ||
    (opens && (/^[,]/.test(after) || after === '' || achieves.test(after) || (!isOwn && promises.test(after))));
  if (!stands) return null;
  return { kind: isOwn ? 'period' : 'by', date: yearEnd(year) };
}

function withinYears({ found, before: lead, context }: Match): Resolved {
  const count = /^\d/.test(found[1] ?? '') ? Number(found[1]) : (hanNumber(found[1] ?? '') ?? 0);
  const stands = context.isField || lead === '' || /(?:[,。;:]|力争|争取|计划|确保|用|在)$/.test(lead);
  if (!stands || count < 1 || count > 30) return null;
  const first = context.isYearStated ? context.planYear : null;
  return { kind: 'by', date: first === null ? null : yearEnd(first + count - 1) };
}

/** 截至2022年底,已建成…: what has been reached is no limit. */
function reportsPast({ before: lead, after }: Match): boolean {
  return /(?:截至|截止)$/.test(lead) && /已|累计|共有|现有|达/.test(after);
}

function isUntil(lead: string): boolean {
  return /(?:到|至|截至|截止)$/.test(lead) && !/\d[年月日]?(?:到|至)$/.test(lead);
}

function untilLength(lead: string, kind: DeadlineKind): number {
  return kind === 'by' && /(?:到|至)$/.test(lead) ? 1 : 0;
}

function yearOfWord(word: string | undefined, { planYear }: TimeContext): number | null {
  if (word === undefined) return null;
  if (/^\d/.test(word)) return Number(word.slice(0, 4));
  return planYear === null ? null : planYear + (word === '明年' ? 1 : 0);
}

/** The last day of a year. */
export function yearEnd(year: number): PlainDate {
  return plainDate(`${year}-12-31`);
}

function monthEnd(year: number, month: number): PlainDate | null {
  const next = month === 12 ? dateOf(year + 1, 1, 1) : dateOf(year, month + 1, 1);
  return next === null ? null : addDays(next, -1);
}

function dateOf(year: number, month: number, day: number): PlainDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isPlainDate(text) ? text : null;
}
