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

  it('sends an acceptance only after ten seconds, and not at all where it was taken back', async () => {
    const { page, open, close } = await stage.visit(clerk);
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/acts')) sent += 1;
    });
    await page.clock.install();
    await open(`/plans/${planId}/reviews`);
    const accept = page.getByRole('button', { name: /^全部通过/ });
    const waiting = await accept.count();
    expect(waiting).toBeGreaterThan(0);
    await accept.first().click();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.clock.runFor(12_000);
    expect(sent).toBe(0);
    await accept.first().click();
    await page.clock.runFor(9_000);
    expect(sent).toBe(0);
    const recorded = page.waitForResponse((answer) => answer.url().endsWith('/acts') && answer.ok());
    await page.clock.runFor(2_000);
    await recorded;
    expect(sent).toBe(1);
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
