import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { readEvents } from '../../../store/ledger/load.ts';
import { taskIdOf } from '../../../store/task/task-page.ts';
import { playTimeoutMs } from '../../e2e/rehearsal-stage.ts';
import { actor, clerk, leader } from '../../store/plan/rehearsed-plan.ts';
import { settled } from '../bed/browser.ts';
import { type WebStage, webStage } from '../bed/web-stage.ts';

const officer = actor('gongxinju-officer-a', 'officer', 'gongxinju');

describe('people at their desks while the third quarter is being reviewed', { timeout: 120_000 }, () => {
  let stage: WebStage;
  let planId = '';
  let taskId = '';

  beforeAll(async () => {
    stage = await webStage();
    planId = await stage.play({ ...readScenario('ordinary'), until: plainDate('2022-10-14') });
    taskId = (await taskIdOf(stage.store, planId, '1')) ?? '';
  }, playTimeoutMs);
  afterAll(() => stage.close());

  it('leads from a mailed link over the login to the page of the link', async () => {
    const { page, close } = await stage.visit(null);
    await page.goto(`${stage.origin}/plans/${planId}/desk`);
    await page
      .getByRole('button', { name: /^市工信局联络员/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '本单位要办的事' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/plans/${planId}/desk`);
    await close();
  });

  it('tells an officer who opens the review queue that the seat may not', async () => {
    const { page, close } = await stage.visit(officer);
    await page.goto(`${stage.origin}/plans/${planId}/reviews`);
    await page.getByRole('heading', { name: '当前岗位不能查阅此页面' }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await close();
  });

  // The acts that a page sends, on a clock that the test moves.
  const onClock = async (path: string) => {
    const { page, open, close } = await stage.visit(clerk);
    const types: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'POST' || !request.url().endsWith('/acts')) return;
      types.push((request.postDataJSON() as { readonly act: { readonly type: string } }).act.type);
    });
    await page.clock.install();
    await open(path);
    const pass = (seconds: number) => page.clock.runFor(seconds * 1000);
    return { page, types, pass, close };
  };

  it('sends an acceptance only after ten seconds, and not at all where it was taken back', async () => {
    const { page, types, pass, close } = await onClock(`/plans/${planId}/reviews`);
    const accept = page.getByRole('button', { name: /^全部通过/ });
    const waiting = await accept.count();
    expect(waiting).toBeGreaterThan(0);
    await accept.first().click();
    await page.getByRole('button', { name: '撤销' }).click();
    await pass(12);
    expect(types).toEqual([]);
    await accept.first().dblclick();
    await pass(9);
    expect(types).toEqual([]);
    const recorded = page.waitForResponse((answer) => answer.url().endsWith('/acts') && answer.ok());
    await pass(2);
    await recorded;
    expect(types).toEqual(['reviewReturn']);
    await close();
  });

  it('urges every unit that is late in one act, which can be taken back for ten seconds', async () => {
    const { page, types, pass, close } = await onClock(`/plans/${planId}/urging`);
    const urge = page.getByRole('button', { name: /^全部登记催办/ });
    const units = Number(/(\d+)个单位/.exec((await urge.textContent()) ?? '')?.[1] ?? '0');
    expect(units).toBeGreaterThan(0);
    await urge.click();
    await page.getByRole('button', { name: '撤销' }).click();
    await pass(12);
    expect(types).toEqual([]);
    await urge.click();
    await pass(9);
    expect(types).toEqual([]);
    await pass(2);
    await page.getByText('逾期单位今日均已催办').waitFor();
    expect(types).toEqual(Array.from({ length: units }, () => 'urge'));
    await close();
  });

  it('confirms every drafted slip in one act, which can be taken back for ten seconds', async () => {
    await stage.pass(planId, plainDate('2022-10-19'));
    const { page, types, pass, close } = await onClock(`/plans/${planId}/orders`);
    const confirm = page.getByRole('button', { name: /^全部确认发出/ });
    const slips = Number(/(\d+)份/.exec((await confirm.textContent()) ?? '')?.[1] ?? '0');
    expect(slips).toBeGreaterThan(0);
    await confirm.click();
    await page.getByRole('button', { name: '撤销' }).click();
    await pass(12);
    expect(types).toEqual([]);
    await confirm.click();
    await pass(9);
    expect(types).toEqual([]);
    await pass(2);
    await confirm.waitFor({ state: 'detached' });
    expect(types).toEqual(Array.from({ length: slips }, () => 'confirmSlip'));
    await close();
  });

  it('records a note once although its first answer was lost and it was sent again after a reload', async () => {
    const { page, open, close } = await stage.visit(leader);
    await open(`/plans/${planId}/tasks/${taskId}`);
    await page.getByRole('button', { name: '批示' }).click();
    await page.getByLabel('批示内容').fill('请抓紧推进，按月报告。');
    await page.route('**/acts', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('dialog').getByRole('button', { name: '批示' }).click();
    await page.getByRole('alert').filter({ hasText: '未能连接服务器' }).waitFor();
    await page.unroute('**/acts');
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: '批示' }).click();
    expect(await page.getByLabel('批示内容').inputValue()).toBe('请抓紧推进，按月报告。');
    await page.getByRole('dialog').getByRole('button', { name: '批示' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const events = await readEvents(stage.store, `task/${taskId}`);
    expect(events.filter(({ event }) => event.type === 'instructionGiven')).toHaveLength(1);
    await close();
  });

  it('saves a row of a return as it is typed', async () => {
    const { page, open, close } = await stage.visit(officer);
    const path = `/plans/${planId}/returns/${unitIdOf('gongxinju')}/2022Q4/progress`;
    await open(path);
    await page
      .getByLabel(/：进展情况$/)
      .first()
      .fill('四季度已新建一批站点。');
    await page.getByText('已保存').first().waitFor();
    await open(path);
    expect(
      await page
        .getByLabel(/：进展情况$/)
        .first()
        .inputValue(),
    ).toBe('四季度已新建一批站点。');
    await close();
  });
});
