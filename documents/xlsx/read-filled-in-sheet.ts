import exceljs from 'exceljs';
import type { DocumentLimits } from '../document-limits.ts';
import { documentRefusal } from '../document-refusal.ts';
import type { FilledInRow } from '../filled-in-row.ts';
import { assertHarmless } from '../office-package.ts';
import { zipParts } from '../zip-parts.ts';
import { assertWorkable } from './assert-workable.ts';
import { cellText } from './cell-text.ts';
import { headRows } from './fill-in-sheet.ts';

/** Reads a sheet of ours that was filled in, without bounds of memory and time: for the reading process, which has them. */
export async function readFilledInSheet(bytes: Uint8Array, limits: DocumentLimits): Promise<readonly FilledInRow[]> {
  const parts = await zipParts(bytes, limits);
  await assertHarmless(parts);
  await assertWorkable(parts, limits);
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
