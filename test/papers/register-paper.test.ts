import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { registerPaper } from '../../papers/register/register-paper.ts';
import { partOf } from './office-parts.ts';
import { head, longText, register, registerRow } from './sample-data.ts';

async function sheetOf(bytes: Uint8Array): Promise<exceljs.Worksheet> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('the book has no sheet');
  return sheet;
}

const headsOf = (sheet: exceljs.Worksheet): readonly unknown[] => (sheet.getRow(3).values as unknown[]).slice(1);
const withRows = (...rows: readonly Parameters<typeof registerRow>[1][]) => ({
  ...register,
  rows: rows.map((change, index) => registerRow(index, change)),
});

describe('the register', () => {
  it('has the columns that leaders know, in their order', async () => {
    expect(headsOf(await sheetOf(await registerPaper(register)))).toEqual([
      '序号',
      '任务组',
      '工作任务',
      '具体事项及目标',
      '约束程度',
      '牵头单位',
      '责任单位',
      '配合单位',
      '完成时限（明确/推定）',
      '阶段目标（本季）',
      '截至10月20日进展',
      '目标值',
      '累计完成',
      '完成率',
      '亮灯及原因',
      '存在问题',
      '下一步举措',
      '市领导',
      '责任领导',
      '联络员及电话',
      '备注',
    ]);
  });

  it('is printed on A3 lying on its side, one page wide, with its head on every page', async () => {
    const { pageSetup } = await sheetOf(await registerPaper(register));
    expect(pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(pageSetup.printTitlesRow).toBe('3:3');
    expect(pageSetup.printArea).toMatch(/^A1:U\d+$/);
  });

  it('keeps its head and its task in sight and can be filtered by every column', async () => {
    const sheet = await sheetOf(await registerPaper(register));
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 3 });
    expect(sheet.autoFilter).toMatch(/^A3:U\d+$/);
  });

  it('merges what belongs together and leaves the value in every row for the filter', async () => {
    const xml = await partOf(await registerPaper(withRows({}, {}, {}, {})), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<mergeCell ref="A4:A6"/>');
    expect(xml).toContain('<mergeCell ref="B4:B7"/>');
    expect(xml).toMatch(/<c r="A5"[^>]*><v>|<c r="A5"[^>]*t="s"/);
  });

  it('shows only the columns that were chosen, in the order in which they were', async () => {
    const chosen = await registerPaper(register, ['责任单位', '进展', '序号']);
    expect(headsOf(await sheetOf(chosen))).toEqual(['责任单位', '截至10月20日进展', '序号']);
  });

  it.each([
    { what: 'a column that it does not have', chosen: ['序号', '天气'], says: '台账没有“天气”一列' },
    { what: 'a column twice', chosen: ['序号', '序号'], says: '写重复了' },
    { what: 'no column at all', chosen: [], says: '至少写出' },
  ])('refuses $what', async ({ chosen, says }) => {
    await expect(registerPaper(register, chosen)).rejects.toThrow(says);
  });

  it.each(['=1+1', '+86', '-5', '@SUM(A1)', '\t=1+1'])('never lets the text %j become a formula', async (problem) => {
    const sheet = await sheetOf(await registerPaper(withRows({ problem }), ['存在问题']));
    const cell = sheet.getCell('A4');
    expect(cell.formula).toBeUndefined();
    expect(cell.numFmt).toBe('@');
    expect(cell.value).toBe(problem.replace('\t', '　'));
  });

  it('gives numbers as numbers with their unit, and a rate only where there is something to complete', async () => {
    const ceiling = { target: { value: 50, unit: '天', comparator: '<=' as const }, value: 62 };
    const sheet = await sheetOf(await registerPaper(withRows({}, ceiling), ['目标值', '累计完成', '完成率']));
    expect(sheet.getCell('A4')).toMatchObject({ value: 1000, numFmt: 'General"个"' });
    expect(sheet.getCell('B4').value).toBe(620);
    expect(sheet.getCell('C4')).toMatchObject({ value: 0.62, numFmt: '0.0%' });
    expect(sheet.getCell('C5').value).toBe('—');
  });

  it('carries a text that no row can hold on into further rows, whole', async () => {
    const done = longText('长文', 60);
    const sheet = await sheetOf(await registerPaper(withRows({ done }, {}), ['进展', '备注']));
    const pieces: string[] = [];
    sheet.eachRow((row, number) => {
      if (number > 3) pieces.push(row.getCell(1).text);
      expect(row.height).toBeLessThanOrEqual(409);
    });
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.slice(0, -1).join('')).toBe(`（2022年第三季度）${done}`);
  });

  it('prints the reason of a light in words beside its colour', async () => {
    const sheet = await sheetOf(await registerPaper(withRows({}), ['亮灯及原因']));
    expect(sheet.getCell('A4').value).toBe(
      '滞后：累计完成620，按计划应达940，落后22.9个百分点，超过10个百分点的限度（2022年10月13日评定，规则第1版）',
    );
    expect(sheet.getCell('A4').fill).toMatchObject({ pattern: 'solid' });
  });

  it('names the plan, the day and the quarter above the table', async () => {
    const sheet = await sheetOf(await registerPaper({ ...register, head: { ...head, documentNumber: null } }));
    expect(sheet.getCell('A1').value).toBe('《2022年镇江市数字经济发展工作要点》任务推进台账');
    expect(sheet.getCell('A2').value).toContain('统计时期：2022年第四季度　　截至：2022年10月20日');
  });
});
