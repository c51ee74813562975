import { foldedText } from '../domain/notice/source-text.ts';
import { isTaskTable, settledColumns, type TableColumn } from '../domain/notice/table-columns.ts';
import { defaultWords } from '../domain/notice/words.ts';
import type { Place } from './origin.ts';

/** One cell of a table, merged ones counted once; its text may have several lines. */
export interface GridCell {
  readonly text: string;
  readonly place: Place;
}

/** The same cell object stands in every position that it covers; `null` is a position without a cell. */
export interface TableGrid {
  readonly rows: readonly (readonly (GridCell | null)[])[];
  readonly width: number;
}

/** One label for each column; `null` where a column has none. */
export type GridLabels = readonly (GridCell | null)[];

/** Rows `first` to `last` are the head of a table of tasks. */
export interface GridHead {
  readonly first: number;
  readonly last: number;
  readonly labels: GridLabels;
  readonly columns: readonly TableColumn[];
}

/** A head stands near the top: below these rows there are only tasks. */
const rowsLookedAt = 30;

/** Finds the head by its words, on one row or on several that merged cells join; `null` for a table of something else. */
export function gridHead(grid: TableGrid): GridHead | null {
  for (let first = 0; first < Math.min(grid.rows.length, rowsLookedAt); first += 1) {
    const head = headAt(grid, first);
    if (head !== null) return head;
  }
  return null;
}

function announcedColumns(labels: GridLabels): TableColumn[] {
  return labels.map(
    (cell) => defaultWords.columns.columnOf(folded(cell?.text ?? '')) ?? { kind: 'ignored', label: '' },
  );
}

/** The head that begins on this row, its labels changed by `relabel`, with the rows that its merged cells reach down to. */
export function headAt(
  grid: TableGrid,
  first: number,
  relabel: (labels: GridLabels) => GridLabels = (labels) => labels,
): GridHead | null {
  const last = lastRowOf(grid, first);
  const labels = relabel(Array.from({ length: grid.width }, (_, column) => lowestLabel(grid, { first, last, column })));
  const columns = announcedColumns(labels);
  const filled = labels.filter((cell) => (cell?.text ?? '').trim() !== '').length;
  const known = columns.filter(({ label }) => label !== '').length;
  const isHead = filled > 1 && known * 2 > filled && isTaskTable(columns);
  return isHead ? { first, last, labels, columns: settledColumns(columns) } : null;
}

function lastRowOf({ rows }: TableGrid, first: number): number {
  let last = first;
  for (const [column, cell] of (rows[first] ?? []).entries()) {
    if (cell === null || cell.text.trim() === '') continue;
    let row = first;
    while (rows[row + 1]?.[column] === cell) row += 1;
    last = Math.max(last, row);
  }
  // A cell that reaches down a whole table is a frame, not a head.
  return last - first > 3 ? first : last;
}

/** Of a heading over several columns the lower one counts, where there is one. */
function lowestLabel(
  { rows }: TableGrid,
  { first, last, column }: { first: number; last: number; column: number },
): GridCell | null {
  for (let row = last; row >= first; row -= 1) {
    const cell = rows[row]?.[column] ?? null;
    if (cell !== null && cell.text.trim() !== '') return cell;
  }
  return null;
}

function folded(text: string): string {
  return foldedText(text).replace(/\s/g, '');
}
