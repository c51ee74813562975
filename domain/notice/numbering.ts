import { hanNumber } from './han-number.ts';

/** The ways of numbering, from the outermost to the innermost as the genre uses them. */
export const markStyles = [
  'part',
  'section',
  'article',
  'han',
  'han-bracket',
  'arabic',
  'path',
  'arabic-bracket',
  'circled',
] as const;

/** One way of numbering: 第一部分, 第一节, 第一条, 一、, (一), 1., 1.1, (1), ①. */
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
  ['path', /(\d{1,2}(?:\.\d{1,2}){1,3})[.、]?(?= |[\u4e00-\u9fff“"])(?! ?[亿万千百倍个元吨公米年])/y],
  ['arabic', /(\d{1,3}) ?[.、](?!\d(?!G))/y],
  ['arabic-bracket', /\( ?(\d{1,3}) ?\)[、.]?/y],
  ['arabic-bracket', /(\d{1,2})\)/y],
  ['circled', /([\u2460-\u2473])/y],
];

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
    return { style, number, value, start: index, end: index + found[0].length };
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
  if (style === 'circled') return number.charCodeAt(0) - 0x245f;
  if (style === 'path') return Number(number.slice(number.lastIndexOf('.') + 1));
  return /^\d+$/.test(number) ? Number(number) : hanNumber(number);
}
