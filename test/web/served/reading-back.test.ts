import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, issue, playThirdQuarter, rehearse } from '../../store/plan/rehearsed-plan.ts';
import { fillDay } from '../bed/fill-day.ts';
import { pdfPages } from '../bed/pdf-pages.ts';
import { stillStage } from '../bed/still-stage.ts';

const supervisor = actor('duchashi-supervisor-1', 'supervisor', 'duchashi');

describe('the supervisor who reads back what happened', { timeout: 120_000 }, () => {
  let stage: Awaited<ReturnType<typeof stillStage>>;
  let planId = '';
  let taskId = '';
  const path = (page: string) => `/plans/${planId}/${page}`;

  beforeAll(async () => {
    stage = await stillStage();
    const plan = await rehearse(stage.store);
    await issue(stage.store, plan);
    await playThirdQuarter(plan);
    planId = plan.planId;
    taskId = plan.taskId('1');
  }, 240_000);
  afterAll(() => stage.close());

  const saved = async (page: Page, press: () => Promise<void>): Promise<Buffer> => {
    const coming = page.waitForEvent('download');
    await press();
    return readFileSync(await (await coming).path());
  };

  it('takes the whole case home as one PDF, with the task’s title and what was reported', async () => {
    const { page, open, close } = await stage.visit(supervisor);
    await open(path(`tasks/${taskId}`));
    const file = await saved(page, () => page.getByRole('link', { name: /^下载案卷/ }).click());
    expect(file.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const text = (await pdfPages(file)).map((each) => each.text).join('\n');
    for (const part of ['推进5G建设', '已建成900个基站', '演练数据·非真实情况']) expect(text).toContain(part);
    await close();
  });

  it('takes the register home as a workbook, row for row as it is shown', async () => {
    const { page, open, close } = await stage.visit(supervisor);
    await open(path('register?q=5G'));
    const file = await saved(page, () => page.getByRole('button', { name: '导出 Excel' }).click());
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(file).buffer);
    const rows: string[] = [];
    workbook.worksheets[0]?.eachRow((row) => {
      const cells: string[] = [];
      row.eachCell(({ text }) => cells.push(text));
      rows.push(cells.join(' '));
    });
    expect(rows.filter((row) => row.includes('推进5G建设'))).toHaveLength(1);
    expect(rows.filter((row) => row.includes('建设产业园'))).toEqual([]);
    await close();
  });

  it('sees a task and the register as they were on an earlier day, says so, and comes back to now', async () => {
    const { page, open, close } = await stage.visit(supervisor);
    const late = '累计完成900';
    for (const name of [`tasks/${taskId}`, 'register']) {
      await open(path(name));
      await page.getByText(late).first().waitFor();
      await fillDay(page, /^查看截至/, '2022-09-01');
      await page.getByText('所示为截至2022年9月1日的情况，不是现在的情况。').waitFor();
      await page.getByText(late).first().waitFor({ state: 'detached' });
      expect(new URL(page.url()).searchParams.get('asOf')).toBe('2022-09-01');
      await page.getByRole('button', { name: '回到现在' }).click();
      await page.getByText(late).first().waitFor();
    }
    await close();
  });
});
