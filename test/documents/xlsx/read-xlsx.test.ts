import type exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { documentLimits } from '../../../documents/document-limits.ts';
import type { SheetCorrection } from '../../../documents/sheet-mapping.ts';
import { readXlsx } from '../../../documents/xlsx/read-xlsx.ts';
import { tasksIn } from '../sample-notice.ts';
import { xlsxFile } from '../xlsx-file.ts';

const read = async (fill: (workbook: exceljs.Workbook) => void, corrections: readonly SheetCorrection[] = []) =>
  readXlsx(await xlsxFile(fill), documentLimits, corrections);

describe('a sheet whose headings are not recognised', () => {
  const fill = (workbook: exceljs.Workbook) => {
    const sheet = workbook.addWorksheet('任务');
    sheet.addRow(['附表']);
    sheet.addRow(['No', '甲', '乙', '丙']);
    sheet.addRow([1, '建设算力平台', '市数据局', '市科技局']);
    sheet.addRow([2, '培育重点企业', '市商务局', '市财政局']);
  };

  it('is read as it is, and says so', async () => {
    const { text, remarks, sheets } = await read(fill);
    expect(text).toContain('| 1 | 建设算力平台 | 市数据局 | 市科技局 |');
    expect(remarks).toEqual(['工作表“任务”没有认出任务表的表头，请核对，必要时指定各列的含义。']);
    expect(sheets).toMatchObject([{ sheet: '任务', headRow: null }]);
  });

  it('is read as a person says that its columns are meant', async () => {
    const correction = { sheet: '任务', headRow: 2, headings: { b: '工作任务', C: '牵头单位', D: '配合单位' } };
    const { text, sheets, remarks } = await read(fill, [correction]);
    expect(tasksIn(text)).toMatchObject([
      { number: '1', title: '建设算力平台', lead: ['市数据局'], support: ['市科技局'] },
      { number: '2', title: '培育重点企业', lead: ['市商务局'], support: ['市财政局'] },
    ]);
    expect(remarks).toEqual([]);
    expect(sheets[0]).toMatchObject({ headRow: 2 });
    expect(sheets[0]?.columns[1]).toEqual({ column: 'B', heading: '甲', readAs: '工作任务', meaning: '工作内容' });
  });

  it.each([
    {
      why: 'the row of headings is not said',
      correction: { sheet: '任务', headings: { B: '工作任务' } },
      message: '请同时指定表头所在的行',
    },
    {
      why: 'no column names a unit',
      correction: { sheet: '任务', headRow: 2, headings: { B: '工作任务' } },
      message: '一列单位',
    },
    {
      why: 'a heading is no heading',
      correction: { sheet: '任务', headRow: 2, headings: { B: '这是什么' } },
      message: '“这是什么”不是可以识别的栏目',
    },
    {
      why: 'a column is not there',
      correction: { sheet: '任务', headRow: 2, headings: { K: '牵头单位' } },
      message: '没有K列',
    },
    { why: 'a sheet is not there', correction: { sheet: '别处', headings: {} }, message: '没有名为“别处”' },
    { why: 'the row is empty', correction: { sheet: '任务', headRow: 9, headings: {} }, message: '第9行是空的' },
  ])('refuses a correction when $why', async ({ correction, message }) => {
    await expect(read(fill, [correction])).rejects.toMatchObject({
      code: 'document-wrong-mapping',
      message: expect.stringContaining(message),
    });
  });
});

describe('the cells of a sheet', () => {
  it('are said as people see them', async () => {
    const { text } = await read((workbook) => {
      const row = workbook
        .addWorksheet('表')
        .addRow([
          0.155,
          0.1 + 0.2,
          new Date(Date.UTC(2026, 2, 31)),
          new Date(Date.UTC(2026, 5, 1)),
          { richText: [{ text: '市数据' }, { text: '局' }] },
          { text: '网页', hyperlink: 'https://example.com' },
          '两行\r\n文字',
          true,
        ]);
      row.getCell(1).numFmt = '0.0%';
      row.getCell(3).numFmt = 'yyyy-mm-dd';
      row.getCell(4).numFmt = 'yyyy"年"m"月"';
    });
    expect(text).toBe('| 15.5% | 0.3 | 2026年3月31日 | 2026年6月 | 市数据局 | 网页 | 两行<br>文字 | 是 |\n');
  });
});

describe('what a workbook hides', () => {
  it('is left out as a sheet and read as a row, and both are said', async () => {
    const { text, remarks } = await read((workbook) => {
      const sheet = workbook.addWorksheet('表');
      sheet.addRow(['序号', '工作任务', '牵头单位']);
      sheet.addRow([1, '建设平台', '市数据局']).hidden = true;
      workbook.addWorksheet('底稿', { state: 'hidden' }).addRow(['旧任务']);
    });
    expect(text).toBe('| 序号 | 工作任务 | 牵头单位 |\n| 1 | 建设平台 | 市数据局 |\n');
    expect(remarks).toEqual([
      '工作表“表”有1个隐藏或筛选掉的行，已一并读入，请核对。',
      '工作表“底稿”是隐藏的，未读入。',
    ]);
  });
});

describe('a sheet with wide rules for its cells', () => {
  it('is read without making every cell that they cover', async () => {
    const { text } = await read((workbook) => {
      const sheet = workbook.addWorksheet('表');
      sheet.addRow(['序号', '工作任务', '牵头单位']);
      sheet.addRow([1, '建设平台', '市数据局']);
      sheet.autoFilter = 'A1:C2';
      sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['"甲,乙"'] };
    });
    expect(text).toBe('| 序号 | 工作任务 | 牵头单位 |\n| 1 | 建设平台 | 市数据局 |\n');
  });
});
