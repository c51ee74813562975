import { assignCells, isNames, mostPieces } from './cell-assignment.ts';
import { cellsFrom } from './flat-table.ts';
import { headColumns } from './markdown-table.ts';
import { type SourceText, trimmedSpan } from './source-text.ts';
import type { Span } from './span.ts';
import type { Table, TableRow } from './table.ts';
import { columnOf, isUnitColumn, type TableColumn } from './table-columns.ts';

/** Reads a table printed one cell a line, with or without bars around the cells, from `lines[first]` on. */
export function cellLinesTable(
  source: SourceText,
  lines: readonly Span[],
  first: number,
): { table: Table; next: number } | null {
  const headCells: Span[] = [];
  let next = first;
  for (
    let cell = cellAt(source, lines, next);
    cell !== null && isHeadCell(source, cell);
    cell = cellAt(source, lines, next)
  ) {
    headCells.push(cell);
    next += 1;
    if (headCells.length > 14) return null;
  }
  if (headCells.length < 3) return null;
  const columns = headColumns(source, headCells);
  if (columns === null) return null;
  const groups = rowGroups(source, lines, next, columns);
  const rows: TableRow[] = [];
  const failed: Span[] = [];
  for (const group of groups.rows) {
    const counts = assignCells(
      group.map((cell) => source.folded.slice(...cell).replace(/\s/g, '')),
      columns,
    );
    const span: Span = [group[0]?.[0] ?? 0, group.at(-1)?.[1] ?? 0];
    if (counts === null) failed.push(span);
    else rows.push({ span, cells: cellsFrom(group, counts) });
  }
  if (rows.length === 0) return null;
  const end = lines[groups.next - 1]?.[1] ?? 0;
  return { table: { span: [headCells[0]?.[0] ?? 0, end], columns, head: headCells, rows, failed }, next: groups.next };
}

interface RowGroups {
  readonly rows: readonly (readonly Span[])[];
  readonly next: number;
}

/** A row begins with the next number, or, without a column of numbers, where text follows names or a date. */
function rowGroups(
  source: SourceText,
  lines: readonly Span[],
  from: number,
  columns: readonly TableColumn[],
): RowGroups {
  const numbered = columns[0]?.kind === 'number';
  const rows: Span[][] = [];
  let next = from;
  let expected = 1;
  for (let cell = cellAt(source, lines, next); cell !== null; cell = cellAt(source, lines, next)) {
    const text = source.folded.slice(...cell);
    const row = rows.at(-1);
    const number = numbered ? /^(\d{1,3})[.、]?$/.exec(text)?.[1] : undefined;
    const starts = numbered
      ? number !== undefined && (Number(number) === expected || row === undefined)
      : row === undefined || isComplete(source, row, columns, text);
    if (starts) {
      expected = Number(number ?? 0) + 1;
      rows.push([cell]);
    } else if (row === undefined || row.length >= mostPieces || endsTable(text)) {
      break;
    } else {
      row.push(cell);
    }
    next += 1;
  }
  return { rows, next };
}

function isComplete(source: SourceText, row: readonly Span[], columns: readonly TableColumn[], text: string): boolean {
  if (columns.length === row.length) return true;
  const hasNames = row.some((cell) => isNames(source.folded.slice(...cell)));
  const last = columns.at(-1)?.kind ?? 'text';
  return hasNames && !isNames(text) && isUnitColumn(last) && text.length > 6;
}

function endsTable(text: string): boolean {
  return /^(?:附件|抄送|\(此件|注:|[一二三四五六七八九十]{1,3}、|\d{4}年\d{1,2}月\d{1,2}日$)/.test(text);
}

function isHeadCell(source: SourceText, cell: Span): boolean {
  return cell[1] - cell[0] <= 24 && columnOf(source.folded.slice(...cell)) !== null;
}

/** The cell in a line, without bars; a line of bars alone is a blank cell. */
function cellAt(source: SourceText, lines: readonly Span[], index: number): Span | null {
  const line = lines[index];
  if (line === undefined) return null;
  let [start, end] = line;
  while (start < end && source.folded.charAt(start) === '|') start += 1;
  while (end > start && source.folded.charAt(end - 1) === '|') end -= 1;
  return trimmedSpan(source, [start, end]);
}
