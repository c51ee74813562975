import { isOneWithAbove } from '../merged-columns.ts';
import { printable } from '../printable.ts';
import { lineCount, wrappedLines } from '../text-width.ts';
import { type SheetCell, type SheetColumn, type TableSheet, cellText, textCell } from './table-sheet.ts';

/** A row as it stands in the sheet: a row of the table, or a part of one that is too high for a single row. */
export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** The row of the table that it belongs to. */
  readonly source: number;
  readonly part: number;
  readonly parts: number;
  readonly lines: number;
}

/** Cells that are shown as one, counted from 0 in the rows of the sheet's table; the end is included. */
export interface MergedRange {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

// No program shows a row of more than 409 points, and none breaks one over two pages; what is longer goes on in the next row.
const mostLines: Readonly<Record<TableSheet['paper'], number>> = { A3: 20, A4: 14 };
// Faces differ in the width of their digits and Latin letters.
const margin = 0.6;

/** The rows of the sheet with the lines that each needs, and what is merged, so that no text is cut. */
export function sheetRows({ columns, rows, paper }: Pick<TableSheet, 'columns' | 'rows' | 'paper'>): {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedRange[];
} {
  const most = mostLines[paper];
  const parted = rows.flatMap((cells, source) => partsOf(columns, cells, { source, most }));
  const merges = columns.flatMap((column, index) =>
    mergesOf({ columns, parted, index, isMerging: column.merging !== undefined }),
  );
  return { rows: withRoomForMerged(columns, parted, merges), merges };
}

function room({ width }: SheetColumn): number {
  return Math.max(1, width - margin);
}

function partsOf(
  columns: readonly SheetColumn[],
  cells: readonly SheetCell[],
  { source, most }: { readonly source: number; readonly most: number },
): readonly SheetRow[] {
  const pieces = columns.map((column, index) => {
    const cell = cells[index] ?? textCell('');
    return cell.kind === 'text' && column.merging === undefined
      ? textPieces(printable(cell.text), room(column), most)
      : null;
  });
  const parts = Math.max(1, ...pieces.map((each) => each?.length ?? 1));
  return Array.from({ length: parts }, (_, part) => {
    const shown = columns.map((_column, index) => {
      const cell = cells[index] ?? textCell('');
      const own = pieces[index];
      // What fits into one row is repeated in the parts and shown as one cell, so that a filter finds all of them.
      if (own === null || own === undefined || own.length === 1 || cell.kind !== 'text') return cell;
      return { ...cell, text: own[part] ?? '' };
    });
    const heights = columns.map((column, index) => {
      const own = pieces[index];
      const isLong = own !== null && own !== undefined && own.length > 1;
      if (column.merging !== undefined || (parts > 1 && !isLong)) return 1;
      return lineCount(cellText(shown[index] ?? textCell('')), room(column));
    });
    return { cells: shown, source, part, parts, lines: Math.max(...heights) };
  });
}

/** The text in pieces that each fit into one row of the sheet. */
function textPieces(text: string, width: number, most: number): readonly string[] {
  const lines = text.split('\n').flatMap((line, index) => {
    const [first = '', ...others] = wrappedLines(line, width);
    return [`${index === 0 ? '' : '\n'}${first}`, ...others];
  });
  const count = Math.ceil(lines.length / most);
  return Array.from({ length: count }, (_, piece) =>
    lines
      .slice(piece * most, (piece + 1) * most)
      .join('')
      .replace(/^\n/, ''),
  );
}

interface MergeQuestion {
  readonly columns: readonly SheetColumn[];
  readonly parted: readonly SheetRow[];
  readonly index: number;
  readonly isMerging: boolean;
}

function mergesOf({ columns, parted, index, isMerging }: MergeQuestion): readonly MergedRange[] {
  const ranges: { column: number; from: number; to: number }[] = [];
  parted.forEach((row, place) => {
    const above = parted[place - 1];
    const isOne =
      above !== undefined &&
      (isMerging ? isOneWithAbove(columns, index, [textsOf(above), textsOf(row)]) : isRepeated(above, row, index));
    const last = ranges.at(-1);
    if (isOne && last !== undefined && last.to === place - 1) last.to = place;
    else ranges.push({ column: index, from: place, to: place });
  });
  return ranges.filter(({ from, to }) => to > from);
}

function textsOf({ cells }: SheetRow): readonly string[] {
  return cells.map(cellText);
}

function isRepeated(above: SheetRow, row: SheetRow, index: number): boolean {
  return above.source === row.source && above.cells[index] === row.cells[index];
}

function withRoomForMerged(
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
): readonly SheetRow[] {
  const lines = rows.map((row) => row.lines);
  columns.forEach((column, index) => {
    const own = merges.filter((range) => range.column === index);
    rows.forEach((row, place) => {
      const range = own.find(({ from, to }) => from <= place && place <= to) ?? { from: place, to: place };
      if (range.from !== place) return;
      const needed = lineCount(printable(cellText(row.cells[index] ?? textCell(''))), room(column));
      const given = lines.slice(range.from, range.to + 1).reduce((sum, each) => sum + each, 0);
      spread(lines, range, needed - given);
    });
  });
  return rows.map((row, place) => ({ ...row, lines: lines[place] ?? row.lines }));
}

// The missing lines are shared out, so that no row of a merged cell grows beyond what a row can be.
function spread(lines: number[], { from, to }: Pick<MergedRange, 'from' | 'to'>, missing: number): void {
  const count = to - from + 1;
  for (let place = from; place <= to; place++) {
    if (missing > 0) lines[place] = (lines[place] ?? 1) + Math.ceil(missing / count);
  }
}
