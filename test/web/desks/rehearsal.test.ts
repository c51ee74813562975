import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../domain/instant.ts';
import { readPlanClock } from '../../../store/plan/plan-clock.ts';
import { clerk } from '../../store/plan/rehearsed-plan.ts';
import { fillDay } from '../bed/fill-day.ts';
import { chooseFrom } from '../bed/pressing.ts';
import { smallNotice } from '../bed/small-plan.ts';
import { type WebStage, webStage } from '../bed/web-stage.ts';

const stepMs = 120_000;

describe('the office that plays a year before it issues the notice', { timeout: 480_000 }, () => {
  let stage: WebStage;
  let planId = '';
  let desk: Awaited<ReturnType<WebStage['visit']>>;

  beforeAll(async () => {
    stage = await webStage();
    desk = await stage.visit(clerk);
  }, 240_000);
  afterAll(() => stage.close());

  const today = async () => {
    const clock = await readPlanClock(stage.store, planId);
    return clock.clock === 'stepped' ? dayOf(clock.instant) : null;
  };
  const factOf = (page: Page, name: string) => page.locator(`dt:text-is("${name}") + dd`).first().innerText();
  const status = (page: Page, said: string) =>
    page.getByRole('status').filter({ hasText: said }).waitFor({ timeout: stepMs });

  it('begins with a scenario and the notice, on a page that says where it stands', async () => {
    const { page, open } = desk;
    await open('/import');
    await page.locator('input[type=file]').setInputFiles({
      name: '工作要点.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(smallNotice),
    });
    await page.getByRole('radio', { name: /^演练/ }).check();
    await chooseFrom(page, '演练方案', /^平常的一年/);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '任务分解' }).waitFor();
    planId = /plans\/([^/]+)\//.exec(page.url())?.[1] ?? '';
    await open(`/plans/${planId}/rehearsal`);
    await status(page, '尚未开始');
    expect(await factOf(page, '方案')).toContain('平常的一年');
    expect(await factOf(page, '演练时间')).toContain('2022年8月15日');
  });

  it('goes on by a day and by a week, and tells what came of it', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '前进一天' }).click();
    await page.getByText('2022年8月16日').first().waitFor({ timeout: stepMs });
    await status(page, '已到所定日期');
    expect(await today()).toBe('2022-08-16');
    await page.getByRole('button', { name: '前进一周' }).click();
    await page.getByText('2022年8月23日').first().waitFor({ timeout: stepMs });
    await status(page, '已到所定日期');
    expect(await today()).toBe('2022-08-23');
    await page.getByText(/^无意见\d+个单位/).waitFor();
    const { rows } = await stage.store.pool.query('SELECT phase FROM plan WHERE plan_id = $1', [planId]);
    expect(rows).toEqual([{ phase: 'issued' }]);
    await page.getByText('印发交办').first().waitFor();
  });

  it('plays slowly, stops when it is asked to, and goes on to the day that was chosen', async () => {
    const { page } = desk;
    await chooseFrom(page, '播放速度', /^快/);
    await fillDay(page, /^推进到/, '2022-08-30');
    await page.getByRole('button', { name: '播放到2022年8月30日' }).click();
    await status(page, '正在播放');
    await page.getByRole('button', { name: '暂停' }).click();
    await status(page, '已到所定日期');
    expect(String(await today()) < '2022-08-30').toBe(true);
    await page.getByRole('button', { name: '播放到2022年8月30日' }).click();
    await page.getByText('2022年8月30日 ').first().waitFor({ timeout: stepMs });
    await status(page, '已到所定日期');
    expect(await today()).toBe('2022-08-30');
  });

  it('is held in the middle of a play without rests, and goes on', async () => {
    const { page } = desk;
    await chooseFrom(page, '播放速度', '不停顿');
    await fillDay(page, /^推进到/, '2022-09-07');
    await page.getByRole('button', { name: '播放到2022年9月7日' }).click();
    await page.getByRole('button', { name: '暂停' }).click();
    await status(page, '已暂停');
    const held = await today();
    expect(String(held) < '2022-09-07').toBe(true);
    await page.getByRole('button', { name: '继续' }).click();
    await status(page, '已到所定日期');
    expect(await today()).toBe('2022-09-07');
  });

  it('leads to the pages on which what would happen can be read, all of them marked', async () => {
    const { page, complaints } = desk;
    expect(await factOf(page, '报送')).toMatch(/逾期未报\d+项/);
    await page.getByRole('main').getByRole('link', { name: '台账' }).click();
    await page.getByText('建设城市感知网络').first().waitFor();
    await page.getByText('演练数据·非真实情况').first().waitFor();
    expect(complaints).toEqual([]);
    await desk.close();
  });
});
