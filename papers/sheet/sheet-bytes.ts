import exceljs from 'exceljs';
import { fixedPackage } from '../office-file/fixed-package.ts';
import { printable } from '../printable.ts';
import { lineCount } from '../text-width.ts';
import { rehearsalMark } from '../words.ts';
import { mergeKeepingValues } from './merge-cells.ts';
import { bodyPoints, chineseDefault, columnUnits, titlePoints, fonts, lineHeight, thinBorders } from './sheet-look.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';
import type { SheetCell, SheetColumn, TableSheet } from './table-sheet.ts';

const titleRow = 1;
const remarkRow = 2;
const headRow = 3;
const firstRow = headRow + 1;

/** The xlsx file of a table, laid out for print and kept fit for filters; the same table always gives the same bytes. */
export async function sheetBytes(table: TableSheet): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.creator = '督办';
  book.lastModifiedBy = '督办';
  book.title = table.title;
  const { rows, merges } = sheetRows(table);
  const sheet = book.addWorksheet(table.name, {
    views: [{ state: 'frozen', xSplit: table.frozenColumns, ySplit: headRow, showGridLines: false }],
  });
  setUpPage(sheet, table, firstRow + rows.length - 1 + table.closing.length);
  table.columns.forEach(({ width }, index) => (sheet.getColumn(index + 1).width = columnUnits(width, table.paper)));
  writeHeads(sheet, table);
  rows.forEach((row, index) => writeRow(sheet.getRow(firstRow + index), row, table));
  writeClosing(sheet, table, firstRow + rows.length);
  if (table.hasFilter && rows.length > 0) {
    const to = { row: firstRow + rows.length - 1, column: table.columns.length };
    sheet.autoFilter = { from: { row: headRow, column: 1 }, to };
  }
  const ranges = merges.map(({ column, from, to }) => {
    const letter = sheet.getColumn(column + 1).letter;
    return `${letter}${firstRow + from}:${letter}${firstRow + to}`;
  });
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  return fixedPackage(bytes, {
    'xl/styles.xml': chineseDefault,
    'xl/worksheets/sheet1.xml': (xml) => mergeKeepingValues(xml, ranges),
  });
}

const paperSizes = { A3: 8, A4: 9 } as const;
const inches = (mm: number) => mm / 25.4;

function setUpPage(
  sheet: exceljs.Worksheet,
  { paper, columns, isRehearsal, footer }: TableSheet,
  lastRow: number,
): void {
  const lastColumn = sheet.getColumn(columns.length).letter;
  Object.assign(sheet.pageSetup, {
    paperSize: paperSizes[paper],
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${headRow}:${headRow}`,
    printArea: `A1:${lastColumn}${lastRow}`,
    margins: {
      left: inches(12),
      right: inches(12),
      top: inches(18),
      bottom: inches(15),
      header: inches(8),
      footer: inches(7),
    },
  });
  const mark = isRehearsal ? `&C&"黑体,常规"&11&KC00000${rehearsalMark}` : '';
  const pages = `&L&"宋体,常规"&9${footer.replaceAll('&', '&&')}&C&"宋体,常规"&9第 &P 页，共 &N 页`;
  Object.assign(sheet.headerFooter, { oddHeader: mark, oddFooter: pages });
}

function writeHeads(sheet: exceljs.Worksheet, { title, remark, columns, paper }: TableSheet): void {
  for (const row of [titleRow, remarkRow]) sheet.mergeCells(row, 1, row, columns.length);
  const titleCell = sheet.getCell(titleRow, 1);
  titleCell.value = printable(title);
  Object.assign(titleCell, {
    font: fonts.title(paper),
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  });
  sheet.getRow(titleRow).height = roomFor(title, { columns, paper, points: titlePoints[paper] });
  const remarkCell = sheet.getCell(remarkRow, 1);
  remarkCell.value = printable(remark);
  Object.assign(remarkCell, {
    font: fonts.body(paper),
    alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
  });
  sheet.getRow(remarkRow).height = roomFor(remark, { columns, paper, points: bodyPoints[paper] });
  columns.forEach(({ head }, index) => {
    const cell = sheet.getCell(headRow, index + 1);
    cell.value = head;
    Object.assign(cell, {
      font: fonts.head(paper),
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      border: thinBorders({ isFirst: true, isLast: true }),
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } },
    });
  });
  sheet.getRow(headRow).height = lineHeight(paper) * 3;
}

function writeRow(row: exceljs.Row, { cells, lines, part, parts }: SheetRow, { columns, paper }: TableSheet): void {
  row.height = lines * lineHeight(paper) + 4;
  columns.forEach((column, index) => {
    const content = cells[index];
    const cell = row.getCell(index + 1);
    if (content !== undefined) writeCell(cell, content);
    const fill = content?.kind === 'text' ? content.fill : undefined;
    cell.font = fonts.body(paper);
    cell.border = thinBorders({ isFirst: part === 0, isLast: part === parts - 1 });
    cell.alignment = { horizontal: column.align, vertical: verticalOf(column, parts), wrapText: true };
    if (fill !== undefined) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } };
  });
}

// What is merged over many rows, or goes on in the next one, is read from its beginning.
function verticalOf({ merging }: SheetColumn, parts: number): 'top' | 'middle' {
  return merging !== undefined || parts > 1 ? 'top' : 'middle';
}

// A program that opens the file, or saves it as text, may run what begins so.
const formulaStart = /^[=+\-@\t\r]/;

function writeCell(cell: exceljs.Cell, content: SheetCell): void {
  switch (content.kind) {
    case 'text': {
      // A tab becomes a full-width space on paper; what began with one is kept a text all the same.
      if (formulaStart.test(content.text)) cell.numFmt = '@';
      cell.value = content.text === '' ? null : printable(content.text);
      return;
    }
    case 'number':
      cell.value = content.value;
      cell.numFmt = content.unit === '' ? 'General' : `General"${content.unit.replaceAll(/["\\]/g, '')}"`;
      return;
    case 'rate':
      cell.value = content.value;
      cell.numFmt = '0.0%';
  }
}

function writeClosing(sheet: exceljs.Worksheet, { closing, columns, paper }: TableSheet, first: number): void {
  closing.forEach((line, index) => {
    const row = first + index;
    sheet.mergeCells(row, 1, row, columns.length);
    const cell = sheet.getCell(row, 1);
    cell.value = printable(line);
    Object.assign(cell, {
      font: fonts.closing(paper),
      alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
    });
    sheet.getRow(row).height = roomFor(line, { columns, paper, points: bodyPoints[paper] + 2 }) + 8;
  });
}

interface LineRoom {
  readonly columns: readonly SheetColumn[];
  readonly paper: TableSheet['paper'];
  readonly points: number;
}

/** The height of a row over the whole width whose text is set in so many points. */
function roomFor(text: string, { columns, paper, points }: LineRoom): number {
  const characters = columns.reduce((sum, { width }) => sum + width, 0);
  const lines = lineCount(printable(text), (characters * bodyPoints[paper]) / points - 1);
  return Math.ceil(lines * points * 1.5) + 4;
}
