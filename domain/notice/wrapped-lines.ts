import { markAt } from './numbering.ts';
import type { SourceText } from './source-text.ts';

// So many lines of the same full width are no chance. Widths count columns of print: a figure or a letter takes one,
// a Chinese character two.
const fewestFullLines = 6;
const narrowest = 32;
const widest = 128;
// Punctuation that must not begin a line makes a full line up to this much shorter or longer; the first line of a
// paragraph lacks its indent.
const slack = 4;

/**
 * Joins lines that were broken only because the page was full, as in text taken from a page of print: the folded
 * text gets a blank for the line end, so that every place stays the same. Other texts come back as they are.
 */
export function withoutWrapping(source: SourceText): SourceText {
  const { folded } = source;
  const lines = folded.split('\n');
  const width = fullWidth(lines);
  if (width === null) return source;
  const parts: string[] = [];
  let start = 0;
  lines.forEach((line, index) => {
    const next = start + line.length + 1;
    const last = index === lines.length - 1;
    parts.push(line, last ? '' : isBroken(folded, line, next, width) ? ' ' : '\n');
    start = next;
  });
  return { ...source, folded: parts.join('') };
}

function fullWidth(lines: readonly string[]): number | null {
  const counts = new Map<number, number>();
  let filled = 0;
  for (const line of lines) {
    const length = columnsOf(line.trim());
    if (length === 0) continue;
    filled += 1;
    if (length > widest + slack) return null;
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  const around = (length: number) => [-1, 0, 1].reduce((sum, near) => sum + (counts.get(length + near) ?? 0), 0);
  const longest = [...counts.keys()]
    .filter((length) => around(length) >= 3)
    .reduce((one, other) => Math.max(one, other), 0);
  if (longest < narrowest) return null;
  let full = 0;
  for (const [length, count] of counts) if (Math.abs(length - longest) <= slack) full += count;
  return full >= fewestFullLines && full * 3 >= filled ? longest : null;
}

function isBroken(folded: string, line: string, next: number, width: number): boolean {
  const text = line.trim();
  if (columnsOf(text) < width - slack || /[。;:!?|]$/.test(text)) return false;
  let at = next;
  while (folded.charCodeAt(at) === 32) at += 1;
  return folded.charAt(at) !== '\n' && markAt(folded, at, 'line') === null;
}

function columnsOf(text: string): number {
  let columns = 0;
  for (let index = 0; index < text.length; index += 1) columns += text.charCodeAt(index) > 0x2e7f ? 2 : 1;
  return columns;
}
