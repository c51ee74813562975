import { defaultWords } from '../../domain/notice/words.ts';
import type { PageLine } from './page-lines.ts';

/** The lines of a document without those that only pages have, and what those said. */
export interface BodyLines {
  readonly lines: readonly (readonly PageLine[])[];
  readonly dropped: readonly string[];
}

/** Takes out page numbers, and lines that stand in the same place on most pages; of a table's repeated head the first stays. */
export function withoutRunningLines(pages: readonly (readonly PageLine[])[]): BodyLines {
  const dropped = new Map<string, string>();
  const numbers = countingOffset(pages);
  const repeated = repeatedForms(pages, numbers ?? 1);
  const heads = new Set<string>();
  const lines = pages.map((page, index) => {
    const apart = new Set(linesApart(page));
    return page.filter((line) => {
      const isOuter = line === page[0] || line === page.at(-1);
      if (isOuter && isPageNumber(line.text, index, numbers)) return false;
      const form = formOf(line, index + (numbers ?? 1));
      if (!apart.has(line) || !repeated.has(form)) return true;
      if (!heads.has(form) && isTableHead(line.text)) {
        heads.add(form);
        return true;
      }
      if (!heads.has(form) && !dropped.has(form)) dropped.set(form, line.text);
      return false;
    });
  });
  return { lines, dropped: [...dropped.values()] };
}

/** So many lines at each edge of a page may be furniture. */
const edge = 2;

/** The lines at the edges of a page that stand farther from the text than its lines from each other. */
function linesApart(page: readonly PageLine[]): PageLine[] {
  const gaps = page.slice(1).map((line, index) => line.base - (page[index]?.base ?? 0));
  const usual = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
  const isWide = (index: number) => (gaps[index] ?? 0) > usual * 1.25;
  const top = [edge, 1].find((count) => isWide(count - 1)) ?? 0;
  const bottom = [edge, 1].find((count) => isWide(gaps.length - count)) ?? 0;
  return page.length <= edge * 2 ? [...page] : [...page.slice(0, top), ...page.slice(page.length - bottom)];
}

/** Text and place of a line, the same on every page where it is furniture; the page's own number counts on in it. */
function formOf({ text, base }: PageLine, own: number): string {
  const still = text.replace(/\s/g, '').replace(/\d+/g, (number) => (Number(number) === own ? '#' : number));
  return `${still}@${Math.round(base / 4)}`;
}

function repeatedForms(pages: readonly (readonly PageLine[])[], offset: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [index, page] of pages.entries()) {
    const forms = new Set(linesApart(page).map((line) => formOf(line, index + offset)));
    for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  // A running line may be missing on the first page, or stand on every second one.
  const least = Math.max(2, Math.ceil(pages.length * 0.4));
  return new Set([...counts].filter(([, count]) => count >= least).map(([form]) => form));
}

const dressedNumber =
  /^[-—–―•·\s]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―•·\s]*$/;

/** What to take from a page's number to get its place, where bare numbers at the edges count the pages; otherwise `null`. */
function countingOffset(pages: readonly (readonly PageLine[])[]): number | null {
  const offsets = new Map<number, number>();
  for (const [index, page] of pages.entries()) {
    const numbers = new Set([page[0], page.at(-1)].map((line) => dressedNumber.exec(line?.text.trim() ?? '')?.[1]));
    for (const number of numbers)
      if (number !== undefined) offsets.set(Number(number) - index, (offsets.get(Number(number) - index) ?? 0) + 1);
  }
  const best = [...offsets].toSorted(([, one], [, other]) => other - one)[0];
  // One number counts nothing, unless it is the first.
  return best !== undefined && (best[1] > 1 || (pages.length === 1 && best[0] === 1)) ? best[0] : null;
}

function isPageNumber(text: string, index: number, offset: number | null): boolean {
  const number = dressedNumber.exec(text.trim())?.[1];
  if (number === undefined) return false;
  return /[-—–―页]/.test(text) || (offset !== null && Number(number) - index === offset);
}

function isTableHead(text: string): boolean {
  return text.split(' ').filter((word) => defaultWords.columns.columnOf(word) !== null).length >= 2;
}
