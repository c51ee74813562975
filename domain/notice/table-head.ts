import { type ColumnKind, isTaskTable, isUnitColumn, settledColumns, type TableColumn } from './table-columns.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from './span.ts';

const unnamed: TableColumn = { kind: 'ignored', label: '' };

/** The columns that the cells of a head announce, settled; `null` where it is no head of a table of tasks. */
export function headColumns(source: SourceText, cells: readonly Span[]): TableColumn[] | null {
  return settledHead(cells.map((cell) => columnIn(source, cell) ?? unnamed));
}

/**
 * The columns of a head of two rows, a cell for each column in both: below 责任分工 stand 牵头单位 and 配合单位. `null`
 * where the second row is a row of tasks.
 */
export function twoRowColumns(
  source: SourceText,
  upper: readonly Span[],
  lower: readonly Span[],
): TableColumn[] | null {
  if (upper.length !== lower.length || !lower.some((cell) => isFilled(cell))) return null;
  const columns: TableColumn[] = [];
  let group: TableColumn | null = null;
  for (const [index, cell] of upper.entries()) {
    const below = lower[index] ?? [0, 0];
    const own = columnIn(source, cell);
    if (isFilled(cell)) group = own;
    if (!isFilled(below)) {
      columns.push(isFilled(cell) ? (own ?? unnamed) : unnamed);
      continue;
    }
    const lowerColumn = columnIn(source, below);
    // A cell below a head of its own that announces nothing is the first row of the table.
    const isSpread = !isFilled(cell) || !isFilled(upper[index + 1] ?? [0, 1]);
    if (lowerColumn === null && !(isSpread && below[1] - below[0] <= 8 && group !== null)) return null;
    columns.push(lowerColumn ?? group ?? unnamed);
  }
  return settledHead(columns);
}

/**
 * The columns of a head of two rows of which only the words are left, in order: the lower ones take the place of the
 * upper one that they divide. `null` where no upper one can be so divided.
 */
export function dividedColumns(upper: readonly TableColumn[], lower: readonly TableColumn[]): TableColumn[] | null {
  if (lower.length < 2 || !lower.every(({ kind }) => divides(kind))) return null;
  const place = dividedPlace(upper, lower);
  return place === -1 ? null : settledHead([...upper.slice(0, place), ...lower, ...upper.slice(place + 1)]);
}

/** Whether the words of a head's cells, read one after another, hold a second row at their end; its length. */
export function lowerRowLength(columns: readonly TableColumn[]): number {
  const place = columns.findIndex(({ label }) => isGroupLabel(label));
  if (place === -1) return 0;
  let length = 0;
  while (length < columns.length - place - 1 && divides(columns.at(-1 - length)?.kind ?? 'number')) length += 1;
  const lower = columns.slice(columns.length - length);
  // What stands right behind the group may be a column of the upper row: a time ends the row of units.
  const units = lower.findIndex(({ kind }) => isUnitColumn(kind) || kind === 'person');
  const own = units === -1 ? [] : lower.slice(units);
  return own.length >= 2 && own.every(({ kind }) => isUnitColumn(kind) || kind === 'person') ? own.length : 0;
}

function settledHead(columns: readonly TableColumn[]): TableColumn[] | null {
  const known = columns.filter(({ label }) => label !== '').length;
  return known * 2 > columns.length && isTaskTable(columns) ? settledColumns(columns) : null;
}

function columnIn(source: SourceText, cell: Span): TableColumn | null {
  return source.words.columns.columnOf(source.folded.slice(...cell).replace(/\s/g, ''));
}

function isFilled([start, end]: Span): boolean {
  return end > start;
}

function divides(kind: ColumnKind): boolean {
  return isUnitColumn(kind) || kind === 'person' || kind === 'office' || kind === 'progress';
}

function dividedPlace(upper: readonly TableColumn[], lower: readonly TableColumn[]): number {
  const group = upper.findIndex(({ label }) => isGroupLabel(label));
  if (group !== -1) return group;
  const isTime = lower.every(({ kind }) => kind === 'progress');
  return upper.findIndex(({ kind }) => (isTime ? kind === 'time' || kind === 'text' : kind === 'responsible'));
}

function isGroupLabel(label: string): boolean {
  return /分工$|^(?:责任主体|责任落实|责任)$/.test(label);
}
