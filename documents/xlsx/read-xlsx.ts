import exceljs from 'exceljs';
import type { DocumentLimits } from '../document-limits.ts';
import { documentRefusal } from '../document-refusal.ts';
import { assertHarmless } from '../office-package.ts';
import type { ReadText } from '../read-text.ts';
import type { ReadSheet, SheetCorrection } from '../sheet-mapping.ts';
import { textWriter } from '../text-writer.ts';
import { writeGrid } from '../write-grid.ts';
import { zipParts } from '../zip-parts.ts';
import { assertWorkable } from './assert-workable.ts';
import { sheetGrid } from './sheet-grid.ts';
import { readSheet, sheetHead } from './sheet-head.ts';

/** What a table of tasks does not consist of, and what the library would unfold or stumble over. */
const ignoredNodes = [
  'autoFilter',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'tableParts',
];

/** Reads a workbook: the tables of its visible sheets, their columns recognised by their headings or as `corrections` say. */
export async function readXlsx(
  bytes: Uint8Array,
  limits: DocumentLimits,
  corrections: readonly SheetCorrection[],
): Promise<ReadText> {
  const parts = await zipParts(bytes, limits);
  await assertHarmless(parts);
  await assertWorkable(parts, limits);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer, { ignoreNodes: ignoredNodes });
  assertNamed(workbook, corrections);
  const writer = textWriter();
  const sheets: ReadSheet[] = [];
  const remarks: string[] = [];
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== 'visible') {
      remarks.push(`工作表“${sheet.name}”是隐藏的，未读入。`);
      continue;
    }
    const grid = sheetGrid(sheet);
    if (grid.rows.length === 0) continue;
    const head = sheetHead(
      grid,
      sheet.name,
      corrections.find(({ sheet: name }) => name === sheet.name),
    );
    if (head === null) remarks.push(`工作表“${sheet.name}”没有认出任务表的表头，请核对，必要时指定各列的含义。`);
    remarks.push(...hiddenRemarks(sheet));
    sheets.push(readSheet(grid, sheet.name, head));
    writeGrid(writer, grid, head);
  }
  return { text: writer.text(), origins: writer.origins(), remarks, sheets };
}

function assertNamed(workbook: exceljs.Workbook, corrections: readonly SheetCorrection[]): void {
  for (const { sheet } of corrections) {
    const found = workbook.getWorksheet(sheet);
    if (found === undefined || found.state !== 'visible')
      throw documentRefusal('document-wrong-mapping', `中没有名为“${sheet}”的可见工作表。`);
  }
}

/** A filter hides rows that are tasks like the others: they are read, and it is said. */
function hiddenRemarks(sheet: exceljs.Worksheet): string[] {
  let rows = 0;
  sheet.eachRow((row) => {
    if (row.hidden) rows += 1;
  });
  return rows > 0 ? [`工作表“${sheet.name}”有${rows}个隐藏或筛选掉的行，已一并读入，请核对。`] : [];
}
