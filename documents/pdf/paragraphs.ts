import type { PageLine } from './page-lines.ts';

/** The lines of one paragraph, in order; they may stand on two pages. */
export type Paragraph = readonly PageLine[];

/** Puts together what the width of the page has cut: a full line, and one that begins at the margin after it. */
export function paragraphsOf(pages: readonly (readonly PageLine[])[]): Paragraph[] {
  const paragraphs: PageLine[][] = [];
  let margins: Margins = { left: 0, right: Infinity };
  for (const page of pages) {
    const own = marginsOf(page);
    for (const line of page) {
      const before = paragraphs.at(-1)?.at(-1);
      const ends = before !== undefined && before.page === line.page ? own : margins;
      if (before !== undefined && isFull(before, ends) && continues(before, line, own)) paragraphs.at(-1)?.push(line);
      else paragraphs.push([line]);
    }
    if (page.length > 0) margins = own;
  }
  return paragraphs;
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Where running text begins and ends on a page. */
function marginsOf(page: readonly PageLine[]): Margins {
  const widest = page.reduce((most, { left, right }) => Math.max(most, right - left), 0);
  const running = page.filter(({ left, right }) => right - left > widest * 0.6);
  return {
    left: running.reduce((least, { left }) => Math.min(least, left), Infinity),
    right: running.reduce((most, { right }) => Math.max(most, right), 0),
  };
}

/** A sign that may not begin a line can leave the line before it up to two letters short. */
function isFull({ right, size }: PageLine, margins: Margins): boolean {
  return right >= margins.right - size * 2.2;
}

function continues(before: PageLine, line: PageLine, { left }: Margins): boolean {
  const isLikeSize = Math.abs(before.size - line.size) <= before.size * 0.12;
  const isAtMargin = line.left <= left + line.size * 0.8;
  const isNear = before.page !== line.page || line.base - before.base <= line.size * 3;
  const isRow = before.hasColumns || line.hasColumns;
  return isLikeSize && isAtMargin && isNear && !isRow && !(endsSentence.test(before.text) && opensItem.test(line.text));
}

const endsSentence = /[。；;：:）)]\s*$/;
const opensItem =
  /^\s*(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[、．.](?!\d)|第[一二三四五六七八九十]{1,3}[章节条]|[①-⑳])/;

/** What stands between two lines of a paragraph: a blank only where it parts words in letters. */
export function seam(before: string, after: string): string {
  return /[A-Za-z,.;]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';
}
