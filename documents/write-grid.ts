import type { ColumnKind } from '../domain/notice/table-columns.ts';
import type { GridCell, GridHead, TableGrid } from './table-grid.ts';
import type { Piece, TextWriter } from './text-writer.ts';

const bar: Piece = { text: '|', place: null };

/**
 * Writes a table with its rows on lines and its cells between bars. What is above the head, and a table that is only a
 * frame round its text, becomes plain lines.
 */
export function writeGrid(writer: TextWriter, grid: TableGrid, head: GridHead | null): void {
  const frame = head === null && isFrame(grid);
  for (const [index, row] of grid.rows.entries()) {
    if (frame || (head !== null && index < head.first)) writePlain(writer, newCells(grid, index, row));
    else if (head !== null && index === head.last) writeRow(writer, head.labels);
    else if (head === null || index > head.last) writeRow(writer, bodyRow(grid, index, head));
  }
}

/** A table of one column, or of one filled cell in every row, holds text, not rows. */
function isFrame({ rows }: TableGrid): boolean {
  return rows.every((row) => new Set(row.filter((cell) => cell !== null && cell.text.trim() !== '')).size <= 1);
}

/**
 * A cell over several rows counts for each of them, so units, persons and times are said again in every row; a number, a
 * title or a category is printed once and means one thing.
 */
function bodyRow({ rows }: TableGrid, index: number, head: GridHead | null): readonly (GridCell | null)[] {
  const row = rows[index] ?? [];
  return row.map((cell, column) => {
    if (cell === null || cell === row[column - 1]) return null;
    const isContinued = cell === rows[index - 1]?.[column] && index - 1 > (head?.last ?? -1);
    return isContinued && !isRepeated(head?.columns[column]?.kind) ? null : cell;
  });
}

function isRepeated(kind: ColumnKind | undefined): boolean {
  switch (kind) {
    case 'lead':
    case 'support':
    case 'responsible':
    case 'other':
    case 'person':
    case 'office':
    case 'scope':
    case 'time':
      return true;
    case 'number':
    case 'category':
    case 'title':
    case 'text':
    case 'progress':
    case 'ignored':
    case undefined:
      return false;
  }
}

/** The cells that begin in this row. */
function newCells({ rows }: TableGrid, index: number, row: readonly (GridCell | null)[]): GridCell[] {
  return row.filter(
    (cell, column): cell is GridCell =>
      cell !== null && cell !== row[column - 1] && cell !== rows[index - 1]?.[column] && cell.text.trim() !== '',
  );
}

function writePlain(writer: TextWriter, cells: readonly GridCell[]): void {
  if (cells.length === 0) return;
  if (cells.length === 1) {
    for (const cell of cells) for (const text of cell.text.split('\n')) writer.line([{ text, place: cell.place }]);
    return;
  }
  writer.line(
    cells.flatMap(({ text, place }, index) => [
      { text: index === 0 ? '' : ' ', place: null },
      { text: inOneLine(text), place },
    ]),
  );
}

function writeRow(writer: TextWriter, cells: readonly (GridCell | null)[]): void {
  if (cells.every((cell) => cell === null || cell.text.trim() === '')) return;
  writer.line([...cells.flatMap((cell) => [bar, piece(cell)]), bar]);
}

function piece(cell: GridCell | null): Piece {
  return cell === null ? { text: '  ', place: null } : { text: ` ${inCell(cell.text)} `, place: cell.place };
}

/** A bar inside a cell would end it; the broken bar looks alike and means nothing. */
function inCell(text: string): string {
  return inOneLine(text).replace(/[|｜│┃]/g, '¦');
}

function inOneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, '<br>');
}
