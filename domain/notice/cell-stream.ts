import { placesOf } from './lines.ts';
import { type SourceText, trimmedSpan } from './source-text.ts';
import type { Span } from './span.ts';

/** Cells in the order of the text, and for each the number of lines up to its end. */
export interface CellStream {
  readonly cells: readonly Span[];
  readonly nextLine: readonly number[];
  /** Bars tell where each cell ends, blank ones too. */
  readonly isBarred: boolean;
}

// Between two bars a cell has hardly more lines than this; where no bar comes any more the table has ended.
const mostLinesOfCell = 12;

/**
 * The cells from `lines[first]` on, where each has lines of its own: a line is a cell, or bars on lines of their own or
 * at the ends of lines part the cells. At most `most` cells.
 */
export function cellStream(source: SourceText, lines: readonly Span[], first: number, most: number): CellStream {
  return partedByBars(source, lines, first)
    ? barredCells(source, lines, first, most)
    : lineCells(source, lines, first, most);
}

function partedByBars(source: SourceText, lines: readonly Span[], first: number): boolean {
  const head = textOf(source, lines[first]);
  const next = textOf(source, lines[first + 1]);
  return !head.startsWith('|') && (/^[| ]+$/.test(next) || /[^|]\|+$/.test(head));
}

function lineCells(source: SourceText, lines: readonly Span[], first: number, most: number): CellStream {
  const cells: Span[] = [];
  const nextLine: number[] = [];
  for (let index = first; index < lines.length && cells.length < most; index += 1) {
    let [start, end] = lines[index] ?? [0, 0];
    while (start < end && source.folded.charAt(start) === '|') start += 1;
    while (end > start && source.folded.charAt(end - 1) === '|') end -= 1;
    cells.push(trimmedSpan(source, [start, end]));
    nextLine.push(index + 1);
  }
  return { cells, nextLine, isBarred: false };
}

function barredCells(source: SourceText, lines: readonly Span[], first: number, most: number): CellStream {
  const cells: Span[] = [];
  const nextLine: number[] = [];
  let start = lines[first]?.[0] ?? 0;
  let lastBar = first;
  for (let index = first; index < lines.length && cells.length < most; index += 1) {
    const line = lines[index];
    if (line === undefined || index - lastBar > mostLinesOfCell) break;
    for (const bar of placesOf(source.folded, '|', line)) {
      cells.push(trimmedSpan(source, [start, bar]));
      nextLine.push(index + 1);
      start = bar + 1;
      lastBar = index;
    }
  }
  return { cells, nextLine, isBarred: true };
}

function textOf(source: SourceText, line: Span | undefined): string {
  return line === undefined ? '' : source.folded.slice(line[0], Math.min(line[1], line[0] + 80));
}
