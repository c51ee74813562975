import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, clerk, issue, officer, on, rehearse } from '../../store/plan/rehearsed-plan.ts';
import { axeFindings, comesToFit } from '../bed/axe.ts';
import { fillDay } from '../bed/fill-day.ts';
import { stillStage } from '../bed/still-stage.ts';

const admin = actor('shuziban-admin', 'admin', 'shuziban');

describe('a day on a page', { timeout: 120_000 }, () => {
  let stage: Awaited<ReturnType<typeof stillStage>>;
  let planId = '';
  let freshlyIssued = '';

  beforeAll(async () => {
    stage = await stillStage();
    const plan = await rehearse(stage.store);
    await issue(stage.store, plan);
    await plan.advance(on('2022-10-08'));
    planId = plan.planId;
    const other = await rehearse(stage.store, 'seed-2');
    await issue(stage.store, other);
    freshlyIssued = other.planId;
  }, 240_000);
  afterAll(() => stage.close());

  it.each(['2022-09-01', '2022年9月1日', '2022/9/1', '20220901'])(
    'takes %s as it is typed and shows the day in Chinese',
    async (typed) => {
      const { page, open, complaints, close } = await stage.visit(clerk);
      await open(`/plans/${planId}/register`);
      await fillDay(page, '查看截至', typed);
      await page.waitForURL(/asOf=2022-09-01/);
      await page.getByText('所示为截至2022年9月1日的情况').waitFor();
      expect(await page.getByLabel('查看截至').inputValue()).toBe('2022年9月1日');
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('opens a Chinese calendar at the plan’s own day, on a narrow screen too', async () => {
    const { page, open, complaints, close } = await stage.visit(clerk);
    await page.setViewportSize({ width: 360, height: 900 });
    await open(`/plans/${planId}/register`);
    await page.getByLabel('查看截至').click();
    const calendar = page.locator('.ant-picker-dropdown:visible');
    expect(await calendar.innerText()).toMatch(/2022年\s*10月\s*一\s*二\s*三/);
    expect(await axeFindings(page)).toEqual([]);
    expect(await comesToFit(page)).toBe(0);
    await page.keyboard.press('Escape');
    await calendar.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('stands in a form with its label and its fault', async () => {
    const { page, open, complaints, close } = await stage.visit(admin);
    await open('/admin/units');
    await page.getByRole('button', { name: '登记单位' }).first().click();
    const dialog = page.getByRole('dialog', { name: '登记单位' });
    const field = dialog.getByLabel('自何日起');
    expect(await field.inputValue()).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/);
    await fillDay(dialog, '自何日起', '');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await dialog.getByText('请填写“自何日起”').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await fillDay(dialog, '自何日起', '2022-13-40');
    expect(await field.inputValue()).toBe('');
    await fillDay(dialog, '自何日起', '2022-10-19');
    expect(await field.inputValue()).toBe('2022年10月19日');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await dialog.getByText('请填写“自何日起”').waitFor({ state: 'detached' });
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([360, 1280])('that is a deadline says by one press of a key why it is that day, at %i px', async (width) => {
    const { page, open, complaints, close } = await stage.visit(officer);
    await page.setViewportSize({ width, height: 900 });
    await open(`/plans/${freshlyIssued}/desk`);
    const deadline = page.getByRole('button', { name: /查看推算依据/ }).first();
    await deadline.focus();
    await page.keyboard.press('Enter');
    const reason = page.getByRole('main').locator('.date-reason');
    await reason
      .getByText(/个工作日/)
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await comesToFit(page)).toBe(0);
    await page.keyboard.press('Enter');
    await reason.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await close();
  });
});
