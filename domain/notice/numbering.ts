import { hanNumber } from './han-number.ts';

/** The ways of numbering, from the outermost to the innermost as the genre uses them. */
export const markStyles = [
  'part',
  'section',
  'article',
  'han',
  'han-bracket',
  'named',
  'arabic',
  'path',
  'arabic-bracket',
  'circled',
  'ordinal',
] as const;

/** One way of numbering: 第一部分, 第一节, 第一条, 一、, (一), 任务1:, 1., 1.1, (1), ①, 一是. */
export type MarkStyle = (typeof markStyles)[number];

/** A number before a passage; `number` is printed without brackets and points. */
export interface Mark {
  readonly style: MarkStyle;
  readonly number: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const han = '[一二三四五六七八九十百]{1,4}';

const forms: readonly (readonly [style: MarkStyle, form: RegExp])[] = [
  ['part', new RegExp(`第 ?(${han}|\\d{1,2}) ?(?:部分|章|篇|编)[ :、.]?`, 'y')],
  ['section', new RegExp(`第 ?(${han}|\\d{1,2}) ?节[ :、.]?`, 'y')],
  ['article', new RegExp(`第 ?(${han}|\\d{1,3}) ?条[ :、.]?`, 'y')],
  ['han', new RegExp(`(${han}) ?[、.]`, 'y')],
  ['han-bracket', new RegExp(`[(\\[] ?(${han}) ?[)\\]][、.]?`, 'y')],
  ['han-bracket', /([\u3220-\u3229])[、.]?/y],
  [
    'named',
    new RegExp(
      `(?:重点|主要|改革|工作|专项)?(?:任务|事项|举措|措施|行动|工程|项目) ?(${han}|\\d{1,3}) ?(?:[:、.]|(?= ))`,
      'y',
    ),
  ],
  ['path', /(\d{1,2}(?:\.\d{1,2}){1,3})[.、]?(?= |[\u4e00-\u9fff“"])(?! ?[亿万千百倍个元吨公米年])/y],
  ['arabic', /(\d{1,3}) ?[.、](?!\d(?!G))/y],
  ['arabic', /([\u2488-\u249b])/y],
  ['arabic-bracket', /\( ?(\d{1,3}) ?\)[、.]?/y],
  ['arabic-bracket', /([\u2474-\u2487])/y],
  ['arabic-bracket', /(\d{1,2})\)/y],
  ['circled', /([\u2460-\u2473])/y],
  ['ordinal', new RegExp(`(${han})是[:,]?`, 'y')],
];

// Numbers of one character, by the first of each row: ⒈ ⑴ ㈠ ①.
const rows = [0x2488, 0x2474, 0x3220, 0x2460];
const hanDigits = '一二三四五六七八九十';

/**
 * The mark that stands at `index` of folded text, or `null`. Inside a line (`inline`) only the forms count that
 * cannot be a figure or a reference of running text.
 */
export function markAt(folded: string, index: number, place: 'line' | 'inline'): Mark | null {
  for (const [style, form] of forms) {
    if (place === 'inline' && !isInlineStyle(style)) continue;
    form.lastIndex = index;
    const found = form.exec(folded);
    const number = found?.[1];
    if (found === null || number === undefined) continue;
    const value = valueOf(style, number);
    if (value === null || value === 0) continue;
    return { style, number: plainNumber(style, number, value), value, start: index, end: index + found[0].length };
  }
  return null;
}

/** How deep a style stands, 0 for the outermost. */
export function rankOf(style: MarkStyle): number {
  return markStyles.indexOf(style);
}

function isInlineStyle(style: MarkStyle): boolean {
  return style === 'han' || style === 'han-bracket' || style === 'arabic';
}

function valueOf(style: MarkStyle, number: string): number | null {
  const row = rowOf(number);
  if (row !== undefined) return number.charCodeAt(0) - row + 1;
  if (style === 'path') return Number(number.slice(number.lastIndexOf('.') + 1));
  return /^\d+$/.test(number) ? Number(number) : hanNumber(number);
}

/** ⒈ and ⑴ are 1 with a point or brackets, ㈠ is 一; only ① stays as printed. */
function plainNumber(style: MarkStyle, number: string, value: number): string {
  if (style === 'circled' || rowOf(number) === undefined) return number;
  return style === 'han-bracket' ? hanDigits.charAt(value - 1) : String(value);
}

function rowOf(number: string): number | undefined {
  const code = number.charCodeAt(0);
  return rows.find((first) => code >= first && code < first + 20);
}
