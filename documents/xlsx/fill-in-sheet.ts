import exceljs from 'exceljs';

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

/** Title, keys and headings; the rows that people fill in come after them. */
export const headRows = 3;
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
