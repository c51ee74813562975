import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { documentLimits } from '../../../documents/document-limits.ts';
import { readFilledIn } from '../../../documents/read-filled-in.ts';
import { fillInSheet } from '../../../documents/xlsx/fill-in-sheet.ts';
import { xlsxFile } from '../xlsx-file.ts';

const sheet = () =>
  fillInSheet({
    name: '填报',
    title: '市工信局2022年第三季度进展',
    columns: [
      { key: 'item', heading: '具体事项', width: 20, isOpen: false },
      { key: 'value', heading: '累计完成', width: 12, isOpen: true },
    ],
    rows: [{ key: 'task-1 1', cells: ['=1+1', 800] }],
  });

describe('a sheet of ours', () => {
  it('comes back with what was filled in, by its row and column', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await sheet()).slice().buffer);
    const cell = workbook.worksheets[0]?.getCell('C4');
    if (cell !== undefined) cell.value = 860;
    const filled = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await readFilledIn(filled)).toEqual([
      { key: 'task-1 1', cells: { item: { text: '=1+1', address: 'B4' }, value: { text: '860', address: 'C4' } } },
    ]);
  });

  it('is read in a process of its own, within its bounds', async () => {
    const slow = readFilledIn(await sheet(), { ...documentLimits, mostMilliseconds: 1 });
    await expect(slow).rejects.toMatchObject({ code: 'document-too-slow' });
    const heavy = readFilledIn(await sheet(), { ...documentLimits, mostMemoryMiB: 2 });
    await expect(heavy).rejects.toMatchObject({ code: 'document-too-heavy' });
  });
});

describe('a file that is no sheet of ours', () => {
  it.each([
    {
      what: 'another workbook',
      code: 'document-wrong-mapping',
      file: () => xlsxFile((book) => book.addWorksheet('一')),
    },
    { what: 'an old one', code: 'document-old-format', file: async () => Buffer.from('d0cf11e0a1b11ae10000', 'hex') },
    { what: 'a text', code: 'document-wrong-mapping', file: async () => Buffer.from('累计完成') },
  ])('is refused: $what', async ({ file, code }) => {
    await expect(readFilledIn(await file())).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^上传的文件.*请/),
    });
  });
});
