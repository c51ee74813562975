import type { Cell, Worksheet } from 'exceljs';
import { documentRefusal } from '../document-refusal.ts';
import type { GridCell, TableGrid } from '../table-grid.ts';
import { cellText } from './cell-text.ts';

/** The filled part of a sheet as a grid, with the sheet's own numbers of its rows and letters of its columns. */
export interface SheetGrid extends TableGrid {
  readonly rowNumbers: readonly number[];
  readonly columnLetters: readonly string[];
}

/** Cells scattered far apart would make a grid of mostly nothing. */
const mostPositions = 2_000_000;

/** The rows and columns of a sheet that hold anything; a formula is refused, because what it shows is not in the file for sure. */
export function sheetGrid(sheet: Worksheet): SheetGrid {
  const cells = new Map<string, GridCell>();
  const placed: { readonly row: number; readonly column: number; readonly cell: GridCell }[] = [];
  const formulas: string[] = [];
  const letters = new Map<number, string>();
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.formula) formulas.push(cell.address);
      const shown = cellShown(sheet, cell, cells);
      if (shown === null) return;
      letters.set(Number(cell.col), cell.address.replace(/\d+$/, ''));
      placed.push({ row: Number(cell.row), column: Number(cell.col), cell: shown });
    });
  });
  if (formulas.length > 0) throw formulaRefusal(sheet.name, formulas);
  const rowNumbers = [...new Set(placed.map(({ row }) => row))].toSorted((one, other) => one - other);
  const columnNumbers = [...letters.keys()].toSorted((one, other) => one - other);
  if (rowNumbers.length * columnNumbers.length > mostPositions)
    throw documentRefusal(
      'document-too-large',
      `的工作表“${sheet.name}”内容过于分散，已停止读取；请只把任务表复制到新工作簿后再导入。`,
    );
  const rowIndex = new Map(rowNumbers.map((row, index) => [row, index]));
  const columnIndex = new Map(columnNumbers.map((column, index) => [column, index]));
  const rows = rowNumbers.map(() => columnNumbers.map((): GridCell | null => null));
  for (const { row, column, cell } of placed) {
    const cellsOfRow = rows[rowIndex.get(row) ?? -1];
    if (cellsOfRow !== undefined) cellsOfRow[columnIndex.get(column) ?? 0] = cell;
  }
  return {
    rows,
    width: columnNumbers.length,
    rowNumbers,
    columnLetters: columnNumbers.map((column) => letters.get(column) ?? ''),
  };
}

/** A merged cell is its master wherever it is looked at. */
function cellShown(sheet: Worksheet, cell: Cell, known: Map<string, GridCell>): GridCell | null {
  const master = cell.isMerged ? cell.master : cell;
  const before = known.get(master.address);
  if (before !== undefined) return before;
  const text = cellText(master);
  if (text.trim() === '') return null;
  const shown: GridCell = { text, place: { kind: 'sheet-cell', sheet: sheet.name, cell: master.address } };
  known.set(master.address, shown);
  return shown;
}

function formulaRefusal(sheet: string, addresses: readonly string[]): Error {
  const named = addresses.slice(0, 3).join('、');
  return documentRefusal(
    'document-formula',
    `的工作表“${sheet}”中有${addresses.length}个公式单元格（${named}${addresses.length > 3 ? '等' : ''}），其结果可能已过时；` +
      '请全选后复制，用“选择性粘贴—数值”粘贴回原处，保存后再导入。',
  );
}
