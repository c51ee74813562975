import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clerk, issue, on, rehearse } from '../../store/plan/rehearsed-plan.ts';
import { chooseFrom } from '../bed/pressing.ts';
import { stillStage } from '../bed/still-stage.ts';

async function workbook(): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('任务表');
  sheet.addRow(['2023年重点任务分解表']);
  sheet.addRow(['序号', '工作任务', '谁来办', '配合单位']);
  sheet.addRow([1, '建设城市感知网络，年内新增站点10个', '市工信局', '市发改委']);
  sheet.addRow([2, '推进企业上云，年内新增企业20家', '市科技局', '市发改委']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('the office that imports the workbook of the next year', { timeout: 120_000 }, () => {
  let stage: Awaited<ReturnType<typeof stillStage>>;

  beforeAll(async () => {
    stage = await stillStage();
    const plan = await rehearse(stage.store);
    await issue(stage.store, plan);
    await plan.advance(on('2023-01-04'));
  }, 240_000);
  afterAll(() => stage.close());

  it('says what a column means where the reader did not know, and finds what last year left open among the open points', async () => {
    const { page, open, close } = await stage.visit(clerk);
    await open('/import');
    const buffer = await workbook();
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.locator('input[type=file]').setInputFiles({ name: '2023年任务表.xlsx', mimeType, buffer });
    await page.getByText('C列“谁来办”：不读取').waitFor();
    await chooseFrom(page, '工作表“任务表”C列读作', '牵头单位');
    await page.getByText('C列“谁来办”：读作牵头单位').waitFor();
    await page.getByLabel('演练（时间由办公室推进，邮件不出本系统）').check();
    await chooseFrom(page, '承接上年', /2022年/);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '任务分解' }).waitFor();
    await page.getByText('牵头：市工信局').first().waitFor();
    const left = page.getByText(/^上年事项的承接：/);
    await left.first().waitFor();
    expect(await left.allInnerTexts()).toEqual([
      expect.stringContaining('新增5G基站'),
      expect.stringContaining('建设产业园'),
    ]);
    await close();
  });
});
