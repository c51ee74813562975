import { elementOf, elementsOf, type MarkupElement } from '../markup.ts';
import type { GridCell, TableGrid } from '../table-grid.ts';
import { isOn, valueOf } from './numbering-levels.ts';

/** More columns than this are no table that anybody reads; a cell may claim any number. */
const mostColumns = 200;

/** The grid of a table, with the text that `cellText` reads out of each cell, called once for each in the order of the text. */
export function docxGrid(
  table: MarkupElement,
  tableNumber: number,
  cellText: (cell: MarkupElement) => string,
): TableGrid {
  const rows: (GridCell | null)[][] = [];
  for (const row of rowsOf(table)) {
    const cells: (GridCell | null)[] = [];
    const skipped = Number(valueOf(elementOf(row, 'w:trPr'), 'w:gridBefore') ?? 0);
    for (let index = 0; index < Math.min(skipped, mostColumns); index += 1) cells.push(null);
    for (const cell of cellsOf(row)) {
      const column = cells.length;
      const continued = isContinued(cell) ? (rows.at(-1)?.[column] ?? null) : null;
      const place = { kind: 'table-cell', table: tableNumber, row: rows.length + 1, column: column + 1 } as const;
      const text = cellText(cell);
      // The cell to the left may go on here too: an older way to merge.
      const sideways = valueOf(elementOf(cell, 'w:tcPr'), 'w:hMerge') === 'continue' ? (cells.at(-1) ?? null) : null;
      const held = continued ?? sideways ?? { text, place };
      for (let index = 0; index < spanOf(cell) && cells.length < mostColumns; index += 1) cells.push(held);
    }
    rows.push(cells);
  }
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return { rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)]), width };
}

function rowsOf(table: MarkupElement): MarkupElement[] {
  return elementsOf(table).flatMap((element) => {
    if (element.name === 'w:tr') return elementOf(elementOf(element, 'w:trPr'), 'w:del') === undefined ? [element] : [];
    return isWrapper(element) ? rowsOf(inside(element)) : [];
  });
}

function cellsOf(row: MarkupElement): MarkupElement[] {
  return elementsOf(row).flatMap((element) => {
    if (element.name === 'w:tc') return [element];
    return isWrapper(element) ? cellsOf(inside(element)) : [];
  });
}

function isWrapper({ name }: MarkupElement): boolean {
  return name === 'w:sdt' || name === 'w:customXml' || name === 'w:ins';
}

function inside(element: MarkupElement): MarkupElement {
  return elementOf(element, 'w:sdtContent') ?? element;
}

function isContinued(cell: MarkupElement): boolean {
  const merge = elementOf(elementOf(cell, 'w:tcPr'), 'w:vMerge');
  return merge !== undefined && merge.attributes['w:val'] !== 'restart' && isOn(merge);
}

function spanOf(cell: MarkupElement): number {
  const span = Number(valueOf(elementOf(cell, 'w:tcPr'), 'w:gridSpan') ?? 1);
  return Number.isInteger(span) && span > 1 ? span : 1;
}
