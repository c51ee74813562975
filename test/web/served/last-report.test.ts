import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { head, issue, officer, on, q3, rehearse } from '../../store/plan/rehearsed-plan.ts';
import { chooseFrom } from '../bed/pressing.ts';
import { printedText } from '../bed/printed-text.ts';
import { fillDay } from '../bed/fill-day.ts';
import { stillStage } from '../bed/still-stage.ts';

describe('the last report of a year', { timeout: 120_000 }, () => {
  let stage: Awaited<ReturnType<typeof stillStage>>;
  let path = '';

  beforeAll(async () => {
    stage = await stillStage();
    const plan = await rehearse(stage.store);
    await issue(stage.store, plan);
    await plan.advance(on('2023-01-04'));
    path = `/plans/${plan.planId}/returns/${q3.unitId}/2022Q4/progress`;
  }, 240_000);
  afterAll(() => stage.close());

  it('is not taken without what the unit says of its year, and shows the head what was said', async () => {
    const { page, open, close } = await stage.visit(officer);
    await open(path);
    await page.getByLabel(/：累计完成$/).fill('1203');
    await page.getByLabel(/：进展情况$/).fill('累计建成1203个，其余站址正在协调。');
    await page.getByText('已保存').first().waitFor();
    await page.getByRole('button', { name: '送单位负责人审签' }).click();
    await page.getByRole('alert').filter({ hasText: '尚未填写年终自评' }).waitFor();
    await chooseFrom(page, /：年终自评$/, /^未完成$/);
    await fillDay(page, /：预计完成日期$/, '2023-06-30');
    await page.getByLabel(/：存在问题$/).fill('部分站址协调难。');
    await page.getByLabel(/：下一步举措$/).fill('上半年完成剩余站址建设。');
    await page.getByRole('button', { name: '送单位负责人审签' }).click();
    await page.getByText('已送单位负责人审签').waitFor();
    expect(await printedText(page, '打印供纸质审签')).toContain('年终自评：未完成（2023年6月30日）');
    await close();
    const chief = await stage.visit(head);
    await chief.open(path);
    await chief.page.getByText('未完成（2023年6月30日）').first().waitFor();
    await chief.page.getByRole('button', { name: '审签并报送（共1行）' }).click();
    await chief.page.getByText('已报送，待审核').first().waitFor();
    await chief.close();
  });
});
