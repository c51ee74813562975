import { placesOf } from './lines.ts';
import { type SourceText, trimmedSpan } from './source-text.ts';
import type { Span } from './span.ts';
import type { Table, TableRow } from './table.ts';
import { headColumns, twoRowColumns } from './table-head.ts';

/** Reads a table whose cells stand between bars, one row a line, from `lines[first]` on; `null` where none begins. */
export function markdownTable(
  source: SourceText,
  lines: readonly Span[],
  first: number,
): { table: Table; next: number } | null {
  const head = lines[first];
  if (head === undefined || countBars(source, head) < 2) return null;
  const headCells = cellsOf(source, head);
  const second = secondRow(source, lines, first);
  const both = twoRowColumns(source, headCells, second === null ? [] : second.cells);
  const columns = both ?? headColumns(source, headCells);
  if (columns === null) return null;
  const rows: TableRow[] = [];
  const failed: Span[] = [];
  let next = both === null || second === null ? first + 1 : second.next;
  for (let line = lines[next]; line !== undefined && countBars(source, line) >= 1; line = lines[next]) {
    next += 1;
    if (isRule(source, line)) continue;
    const cells = cellsOf(source, line);
    if (cells.length === columns.length) rows.push({ span: line, cells });
    else if (cells.length < columns.length && cells.length > 1) failed.push(line);
    else if (cells.length > columns.length) rows.push({ span: line, cells: cells.slice(0, columns.length) });
    else break;
  }
  const end = lines[next - 1]?.[1] ?? head[1];
  return { table: { span: [head[0], end], columns, head: headCells, rows, failed }, next };
}

/** The cells of the first row below the head; many lines of bars alone are no table. */
function secondRow(source: SourceText, lines: readonly Span[], first: number): { cells: Span[]; next: number } | null {
  const next = isRule(source, lines[first + 1] ?? [0, 0]) ? first + 2 : first + 1;
  const line = lines[next];
  return line === undefined || countBars(source, line) < 2 ? null : { cells: cellsOf(source, line), next: next + 1 };
}

/** |---|---| between a head and its rows. */
function isRule(source: SourceText, line: Span): boolean {
  return /^[\s|:.-]*$/.test(source.folded.slice(...line));
}

function countBars(source: SourceText, line: Span): number {
  return placesOf(source.folded, '|', line).length;
}

function cellsOf(source: SourceText, [start, end]: Span): Span[] {
  const { folded } = source;
  const from = folded.charAt(start) === '|' ? start + 1 : start;
  const to = folded.charAt(end - 1) === '|' && end - 1 >= from ? end - 1 : end;
  const cells: Span[] = [];
  let cellStart = from;
  for (let index = from; index <= to; index += 1) {
    if (index !== to && folded.charAt(index) !== '|') continue;
    cells.push(trimmedSpan(source, [cellStart, index]));
    cellStart = index + 1;
  }
  return cells;
}
