import type { PageItem } from './page-items.ts';

/** A line of a page, numbered from 1. */
export interface PageLine {
  readonly page: number;
  readonly line: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  /** Whether it falls into columns: a row of a table that is printed without lines. */
  readonly hasColumns: boolean;
}

/** Puts the pieces of a page into lines, from top to bottom and left to right, with a blank where there is a gap. */
export function pageLines(items: readonly PageItem[], page: number): PageLine[] {
  const rows: PageItem[][] = [];
  for (const item of items.toSorted((one, other) => one.base - other.base)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && item.base - first.base <= Math.max(item.size, first.size) * 0.45)
      row.push(item);
    else rows.push([item]);
  }
  return rows.map((row, index) => lineOf(row, { page, line: index + 1 }));
}

function lineOf(row: readonly PageItem[], place: { readonly page: number; readonly line: number }): PageLine {
  const items = row.toSorted((one, other) => one.left - other.left);
  let text = '';
  let hasColumns = false;
  let before: PageItem | undefined;
  for (const item of items) {
    if (before !== undefined && isOverprint(before, item)) continue;
    const gap = before === undefined ? 0 : item.left - before.right;
    hasColumns ||= gap > item.size * 2;
    text += before !== undefined && isBlankBetween(before, item, gap) ? ` ${item.text}` : item.text;
    before = item;
  }
  return {
    ...place,
    text,
    left: Math.min(...items.map(({ left }) => left)),
    right: Math.max(...items.map(({ right }) => right)),
    base: Math.max(...items.map(({ base }) => base)),
    size: Math.max(...items.map(({ size }) => size)),
    hasColumns,
  };
}

/** Some programs make bold letters by printing them twice. */
function isOverprint(before: PageItem, item: PageItem): boolean {
  return before.text === item.text && item.left - before.left < item.size * 0.3;
}

/** Justified Chinese text is set apart a little everywhere; words in letters need only a narrow gap. */
function isBlankBetween(before: PageItem, item: PageItem, gap: number): boolean {
  const isWords = /[\w.,;:)]$/.test(before.text) && /^[\w(]/.test(item.text);
  return gap > item.size * (isWords ? 0.2 : 0.8);
}
