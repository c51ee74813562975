import { assignCells } from './cell-assignment.ts';
import { dividedColumns, headColumns } from './table-head.ts';
import { markAt } from './numbering.ts';
import { type SourceText, trimmedSpan } from './source-text.ts';
import type { Span } from './span.ts';
import type { Table, TableRow } from './table.ts';
import type { TableColumn } from './table-columns.ts';

/** Reads a table flattened to one row a line, cells separated by blanks, from `lines[first]` on. */
export function flatTable(
  source: SourceText,
  lines: readonly Span[],
  first: number,
): { table: Table; next: number } | null {
  const head = lines[first];
  if (head === undefined || head[1] - head[0] > 160) return null;
  const headCells = piecesOf(source, head).filter(([start, end]) => end > start);
  if (
    headCells.length < 3 ||
    !headCells.every((cell) => source.words.columns.columnOf(source.folded.slice(...cell)) !== null)
  )
    return null;
  const lower = lowerRow(source, headCells, lines[first + 1]);
  const columns = lower ?? headColumns(source, headCells);
  if (columns === null) return null;
  const rows: TableRow[] = [];
  const failed: Span[] = [];
  let next = lower === null ? first + 1 : first + 2;
  let heading: TableRow | null = null;
  for (let index = next; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || line[1] - line[0] > 6000) break;
    // A head printed again on the next page.
    if (source.folded.slice(...line) === source.folded.slice(...head)) {
      next = index + 1;
      continue;
    }
    if (isHeadingRow(source, line)) {
      if (heading !== null) break;
      heading = { span: line, cells: columns.map((_, place): Span => (place === 0 ? line : [line[1], line[1]])) };
      continue;
    }
    const pieces = piecesOf(source, line);
    const counts = assignCells(
      source.words.units,
      pieces.map((piece) => source.folded.slice(...piece)),
      columns,
    );
    const isRow = counts !== null && pieces.length > 1;
    if (!isRow && !/^\d{1,3} /.test(source.folded.slice(line[0], line[0] + 5))) break;
    // A line 一、… belongs to the table only where rows follow it.
    if (heading !== null) rows.push(heading);
    heading = null;
    if (isRow) rows.push({ span: line, cells: cellsFrom(pieces, counts) });
    else failed.push(line);
    next = index + 1;
  }
  if (!rows.some(({ cells }) => cells.filter(([start, end]) => end > start).length > 1)) return null;
  return { table: { span: [head[0], lines[next - 1]?.[1] ?? head[1]], columns, head: headCells, rows, failed }, next };
}

/** The columns of a head whose second line divides one of its cells: 责任分工 over 牵头单位 and 配合单位. */
function lowerRow(source: SourceText, upper: readonly Span[], line: Span | undefined): TableColumn[] | null {
  if (line === undefined || line[1] - line[0] > 160) return null;
  const announced = (cells: readonly Span[]) =>
    cells.map((cell) => source.words.columns.columnOf(source.folded.slice(...cell)));
  const isColumn = (column: TableColumn | null): column is TableColumn => column !== null;
  const lower = announced(piecesOf(source, line).filter(([start, end]) => end > start));
  return lower.every(isColumn) ? dividedColumns(announced(upper).filter(isColumn), lower.filter(isColumn)) : null;
}

function isHeadingRow(source: SourceText, line: Span): boolean {
  const style = markAt(source.folded, line[0], 'line')?.style;
  const isMark = style === 'han' || style === 'han-bracket' || style === 'part';
  return isMark && line[1] - line[0] <= 40 && !source.folded.slice(...line).includes('。');
}

/** Joins neighbouring pieces to the cells that they are parts of. */
export function cellsFrom(pieces: readonly Span[], counts: readonly number[]): Span[] {
  let taken = 0;
  return counts.map((count) => {
    const own = pieces.slice(taken, taken + count);
    const at = pieces[taken]?.[0] ?? pieces.at(-1)?.[1] ?? 0;
    taken += count;
    const filled = own.filter(([start, end]) => end > start);
    return [filled[0]?.[0] ?? at, filled.at(-1)?.[1] ?? at];
  });
}

/** Cuts a line at blanks; two blanks or a tab have an empty cell between them. */
function piecesOf(source: SourceText, line: Span): Span[] {
  const [start, end] = trimmedSpan(source, line);
  const pieces: Span[] = [];
  let from = start;
  for (let index = start; index <= end; index += 1) {
    if (index < end && source.folded.charCodeAt(index) !== 32) continue;
    const isSpare = index === from && pieces.at(-1)?.[0] === pieces.at(-1)?.[1];
    if (!isSpare) pieces.push([from, index]);
    from = index + 1;
  }
  return pieces;
}
