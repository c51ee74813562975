import { type SourceText, trimmedSpan } from './source-text.ts';
import type { Span } from './span.ts';
import type { Table, TableRow } from './table.ts';
import { columnOf, isTaskTable, settledColumns, type TableColumn } from './table-columns.ts';

/** Reads a table whose cells stand between bars, one row a line, from `lines[first]` on; `null` where none begins. */
export function markdownTable(
  source: SourceText,
  lines: readonly Span[],
  first: number,
): { table: Table; next: number } | null {
  const head = lines[first];
  if (head === undefined || countBars(source, head) < 2) return null;
  const headCells = cellsOf(source, head);
  const columns = headColumns(source, headCells);
  if (columns === null) return null;
  const rows: TableRow[] = [];
  const failed: Span[] = [];
  let next = first + 1;
  for (let line = lines[next]; line !== undefined && countBars(source, line) >= 1; line = lines[next]) {
    next += 1;
    if (/^[\s|:.-]*$/.test(source.folded.slice(...line))) continue;
    const cells = cellsOf(source, line);
    if (cells.length === columns.length) rows.push({ span: line, cells });
    else if (cells.length < columns.length && cells.length > 1) failed.push(line);
    else if (cells.length > columns.length) rows.push({ span: line, cells: cells.slice(0, columns.length) });
    else break;
  }
  const end = lines[next - 1]?.[1] ?? head[1];
  return { table: { span: [head[0], end], columns, head: headCells, rows, failed }, next };
}

/** The columns that the cells of a head announce, settled; `null` where it is no head of a table of tasks. */
export function headColumns(source: SourceText, cells: readonly Span[]): TableColumn[] | null {
  const columns = cells.map(
    (cell): TableColumn => columnOf(source.folded.slice(...cell).replace(/\s/g, '')) ?? { kind: 'ignored', label: '' },
  );
  const known = columns.filter(({ label }) => label !== '').length;
  return known * 2 > columns.length && isTaskTable(columns) ? settledColumns(columns) : null;
}

function countBars(source: SourceText, [start, end]: Span): number {
  let count = 0;
  for (
    let index = source.folded.indexOf('|', start);
    index !== -1 && index < end;
    index = source.folded.indexOf('|', index + 1)
  )
    count += 1;
  return count;
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
