import { elementsOf, type MarkupElement } from '../markup.ts';
import type { GridCell, TableGrid } from '../table-grid.ts';
import { cellLines } from './page-lines.ts';

/** More columns than this are no table that anybody reads; a cell may claim any number. */
const mostColumns = 200;

/** The grid of a table of a page, its merged cells in every position that they cover. */
export function pageGrid(table: MarkupElement, tableNumber: number): TableGrid {
  const found = rowsOf(table);
  const rows: (GridCell | null | undefined)[][] = found.map(() => []);
  for (const [row, element] of found.entries()) {
    let column = 0;
    for (const cell of elementsOf(element).filter(({ name }) => name === 'td' || name === 'th')) {
      while (rows[row]?.[column] !== undefined) column += 1;
      if (column >= mostColumns) break;
      const place = { kind: 'table-cell', table: tableNumber, row: row + 1, column: column + 1 } as const;
      const held: GridCell = { text: cellLines(cell), place };
      const width = Math.min(spanOf(cell, 'colspan'), mostColumns - column);
      // Nought means to the end.
      const height = spanOf(cell, 'rowspan') || found.length;
      for (let down = 0; down < Math.min(height, found.length - row); down += 1)
        for (let right = 0; right < width; right += 1) {
          const target = rows[row + down];
          if (target !== undefined) target[column + right] ??= held;
        }
      column += width;
    }
  }
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return { rows: rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null)), width };
}

function rowsOf(element: MarkupElement): MarkupElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return /^(?:tbody|thead|tfoot)$/.test(child.name) ? rowsOf(child) : [];
  });
}

function spanOf({ attributes }: MarkupElement, name: 'colspan' | 'rowspan'): number {
  const span = Number(attributes[name] ?? 1);
  return Number.isInteger(span) && span >= 0 && (span > 0 || name === 'rowspan') ? span : 1;
}
