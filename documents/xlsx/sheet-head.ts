import { defaultWords } from '../../domain/notice/words.ts';
import { documentRefusal } from '../document-refusal.ts';
import type { ReadSheet, SheetCorrection } from '../sheet-mapping.ts';
import { gridHead, type GridHead, type GridLabels, headAt } from '../table-grid.ts';
import { columnMeaning } from './column-meaning.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** The head of a sheet, as its words announce it and as a person has corrected it; `null` where it has none. */
export function sheetHead(grid: SheetGrid, sheet: string, correction: SheetCorrection | undefined): GridHead | null {
  if (correction === undefined) return gridHead(grid);
  const headings = knownHeadings(grid, correction);
  const first = firstRow(grid, correction);
  if (first === null) throw wrongMapping(`的工作表“${sheet}”没有认出表头，请同时指定表头所在的行。`);
  const head = headAt(grid, first, (labels) => corrected(labels, grid, { sheet, headings, first }));
  if (head !== null) return head;
  throw wrongMapping(
    `的工作表“${sheet}”按所指定的各列仍不能读出任务：表头中至少要有一列任务（如“工作任务”）和一列单位（如“牵头单位”）。`,
  );
}

/** How the columns of a sheet were understood, for people to check. */
export function readSheet(grid: SheetGrid, sheet: string, head: GridHead | null): ReadSheet {
  const printed = head === null ? [] : (grid.rows[head.last] ?? []);
  return {
    sheet,
    headRow: head === null ? null : (grid.rowNumbers[head.last] ?? null),
    columns: grid.columnLetters.map((column, index) => ({
      column,
      heading: printed[index]?.text.trim() ?? '',
      readAs: head?.labels[index]?.text.trim() ?? '',
      meaning: columnMeaning(head?.columns[index]?.kind ?? 'ignored'),
    })),
  };
}

function firstRow(grid: SheetGrid, { sheet, headRow }: SheetCorrection): number | null {
  if (headRow === undefined) return gridHead(grid)?.first ?? null;
  const index = grid.rowNumbers.indexOf(headRow);
  if (index === -1) throw wrongMapping(`的工作表“${sheet}”第${headRow}行是空的，不能作为表头。`);
  return index;
}

function knownHeadings(grid: SheetGrid, { sheet, headings }: SheetCorrection): ReadonlyMap<string, string> {
  const known = Object.entries(headings).map(([column, heading]): [string, string] => [column.toUpperCase(), heading]);
  for (const [column, heading] of known) {
    if (!grid.columnLetters.includes(column)) throw wrongMapping(`的工作表“${sheet}”没有${column}列，或该列是空的。`);
    if (defaultWords.columns.columnOf(heading) === null)
      throw wrongMapping(
        `：“${heading}”不是可以识别的栏目，请用序号、类别、工作任务、工作内容、牵头单位、配合单位、责任单位、责任领导、完成时限或备注。`,
      );
  }
  return new Map(known);
}

interface CorrectedRow {
  readonly sheet: string;
  readonly headings: ReadonlyMap<string, string>;
  readonly first: number;
}

function corrected(labels: GridLabels, grid: SheetGrid, { sheet, headings, first }: CorrectedRow): GridLabels {
  return labels.map((cell, index) => {
    const column = grid.columnLetters[index] ?? '';
    const text = headings.get(column);
    if (text === undefined) return cell;
    const address = `${column}${grid.rowNumbers[first] ?? 1}`;
    return { text, place: cell?.place ?? { kind: 'sheet-cell', sheet, cell: address } };
  });
}

function wrongMapping(message: string): Error {
  return documentRefusal('document-wrong-mapping', message);
}
