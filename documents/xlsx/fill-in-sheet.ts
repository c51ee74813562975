import exceljs from 'exceljs';
import { documentLimits } from '../document-limits.ts';
import { documentRefusal } from '../document-refusal.ts';
import { assertHarmless } from '../office-package.ts';
import { zipParts } from '../zip-parts.ts';
import { assertWorkable } from './assert-workable.ts';
import { cellText } from './cell-text.ts';

/** A column of a sheet that people fill in; `key` names it for the machine, in a row that is hidden. */
export interface FillInColumn {
  readonly key: string;
  readonly heading: string;
  readonly width: number;
  /** People write in it; the others say what the row is about. */
  readonly isOpen: boolean;
}

/** A sheet to be filled in; `rows` are texts and numbers in the order of the columns. */
export interface FillInSheet {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly FillInColumn[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly (string | number | null)[] }[];
}

const headRows = 3;
const paper = 'FFEFEFEF';

/** The workbook: a title, a hidden row and a hidden column of keys, headings, and the rows; only open cells may be written in. */
export async function fillInSheet({ name, title, columns, rows }: FillInSheet): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: headRows }] });
  sheet.columns = [{ width: 4, hidden: true }, ...columns.map(({ width }) => ({ width }))];
  sheet.addRow(['', title]);
  sheet.addRow(['行', ...columns.map(({ key }) => key)]).hidden = true;
  sheet.addRow(['', ...columns.map(({ heading }) => heading)]).font = { bold: true };
  sheet.mergeCells(1, 2, 1, columns.length + 1);
  sheet.getRow(1).font = { bold: true, size: 14 };
  for (const { key, cells } of rows) {
    const row = sheet.addRow([key, ...cells.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))]);
    columns.forEach(({ isOpen }, index) => {
      const cell = row.getCell(index + 2);
      cell.alignment = { wrapText: true, vertical: 'top' };
      cell.protection = { locked: !isOpen };
      if (!isOpen) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: paper } };
    });
  }
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatRows: true,
    formatColumns: true,
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

// A text that begins like a formula stays a text wherever the sheet is opened.
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** One filled row: its key, and the text of each cell by the column's key with the cell's address. */
export interface FilledInRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, { readonly text: string; readonly address: string }>>;
}

/** Reads a sheet of ours that was filled in; any other workbook is refused. */
export async function readFillInSheet(bytes: Uint8Array): Promise<readonly FilledInRow[]> {
  const parts = await zipParts(bytes, documentLimits);
  await assertHarmless(parts);
  await assertWorkable(parts, documentLimits);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const sheet = workbook.worksheets.find((each) => cellText(each.getCell(2, 1)) === '行');
  if (sheet === undefined)
    throw documentRefusal('document-wrong-mapping', '不是从本系统下载的填报表，请先下载填报表，填好后再上传。');
  const keys: string[] = [];
  sheet.getRow(2).eachCell({ includeEmpty: true }, (cell, column) => (keys[column] = cellText(cell)));
  const rows: FilledInRow[] = [];
  sheet.eachRow((row, number) => {
    const key = cellText(row.getCell(1)).trim();
    if (number <= headRows || key === '') return;
    const cells = keys.flatMap((name, column) => {
      if (column < 2 || name === '') return [];
      const cell = row.getCell(column);
      return [
        [
          name,
          {
            text: cellText(cell)
              .replace(/^'(?=[=+\-@])/, '')
              .trim(),
            address: cell.address,
          },
        ] as const,
      ];
    });
    rows.push({ key, cells: Object.fromEntries(cells) });
  });
  return rows;
}
