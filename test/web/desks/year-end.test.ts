import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import type { Override } from '../../../domain/rehearsal/scenario.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { playTimeoutMs } from '../../e2e/rehearsal-stage.ts';
import { actor, clerk, leader } from '../../store/plan/rehearsed-plan.ts';
import { lookAt, pictureName } from '../bed/look-at.ts';
import { fillDay } from '../bed/fill-day.ts';
import { chooseFrom, doAct, sendNow } from '../bed/pressing.ts';
import { printedText } from '../bed/printed-text.ts';
import { winterVisits } from '../bed/visits.ts';
import { type WebStage, webStage } from '../bed/web-stage.ts';

const officer = actor('zhengfawei-officer-a', 'officer', 'zhengfawei');
const head = actor('zhengfawei-head', 'head', 'zhengfawei');
const silent: Override = { unit: 'zhengfawei', kind: 'progress', period: '2022Q4', do: { never: true } };

describe('the year’s end, with one unit’s last report still to come', { timeout: 240_000 }, () => {
  let stage: WebStage;
  let planId = '';
  const path = (page: string) => `/plans/${planId}/${page}`;
  const returnPath = () => path(`returns/${unitIdOf('zhengfawei')}/2022Q4/progress`);

  beforeAll(async () => {
    stage = await webStage();
    const scenario = readScenario('year-end');
    const overrides = [silent, ...scenario.behaviour.overrides];
    const until = plainDate('2023-01-13');
    planId = await stage.play({ ...scenario, behaviour: { ...scenario.behaviour, overrides }, until });
  }, playTimeoutMs);
  afterAll(() => stage.close());

  it('begins with what a unit says of its year, without which its report is not taken', async () => {
    const desk = await stage.visit(officer);
    await desk.open(returnPath());
    await desk.page.getByLabel(/：进展情况$/).fill('市级调处中心已投入运行，两个区尚在改造。');
    await desk.page.getByText('已保存').first().waitFor();
    await desk.page.getByRole('button', { name: '送单位负责人审签' }).click();
    await desk.page.getByRole('alert').filter({ hasText: '尚未填写年终自评' }).waitFor();
    await chooseFrom(desk.page, /：年终自评$/, '未完成');
    await fillDay(desk.page, /：预计完成日期$/, '2023-06-30');
    await desk.page.getByLabel(/：存在问题$/).fill('县级调处中心场地标准不一。');
    await desk.page.getByLabel(/：下一步举措$/).fill('明年上半年完成区级中心改造。');
    await desk.page.getByRole('button', { name: '送单位负责人审签' }).click();
    await desk.page.getByText('已送单位负责人审签').waitFor();
    expect(await printedText(desk.page, '打印供纸质审签')).toContain('年终自评：未完成（2023年6月30日）');
    await desk.close();
    const chief = await stage.visit(head);
    await chief.open(returnPath());
    await chief.page.getByText('未完成（2023年6月30日）').first().waitFor();
    await chief.page.getByRole('button', { name: '审签并报送（共1行）' }).click();
    await chief.page.getByText('已报送，待审核').first().waitFor();
    await chief.close();
  });

  it('goes on with the office, which decides a row otherwise with a reason, and all others as the units say', async () => {
    const { page, open, close } = await stage.visit(clerk);
    await expect
      .poll(
        async () => {
          await open(returnPath());
          return page.getByRole('button', { name: /^全部通过/ }).count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    await page.getByRole('button', { name: /^全部通过/ }).click();
    await sendNow(page);
    await page.getByText('已审核通过').first().waitFor();
    const claim = page.getByRole('row').filter({ hasText: '未完成（2023年6月30日）' });
    await expect
      .poll(
        async () => {
          await open(path('year-end'));
          return claim.filter({ hasText: '市委政法委' }).count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    await claim.filter({ hasText: '市委政法委' }).getByRole('button', { name: '确定' }).click();
    const dialog = page.getByRole('dialog');
    await chooseFrom(page, '办理结果', '结转');
    await dialog.getByRole('button', { name: '确定' }).click();
    await dialog.getByText('与单位自评不同，请说明理由').waitFor();
    await dialog.getByLabel('理由').fill('列入下年度工作要点继续推进。');
    await dialog.getByRole('button', { name: '确定' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^全部按自评确定/ }).click();
    await sendNow(page);
    await page.getByRole('button', { name: /^全部按自评确定/ }).waitFor({ state: 'detached' });
    await close();
  });

  it('ends with the leader, who approves the summary that the office asks for', async () => {
    const desk = await stage.visit(clerk);
    await desk.open(path('year-end'));
    await doAct(desk.page, '报请审定');
    await desk.page.getByText(/年终总结已于.*报请审定/).waitFor();
    expect(await printedText(desk.page, /^打印年终总结呈批单/)).toContain('演练数据·非真实情况');
    await desk.close();
    const { page, open, close } = await stage.visit(leader);
    await open(path('year-end'));
    await doAct(page, '同意');
    await page.getByText(/年终总结已于[^，]*审定。/).waitFor();
    await close();
    const left = async (): Promise<number> => {
      const { rows } = await stage.store.pool.query<{ left: number }>(
        `SELECT count(*)::int AS left FROM task WHERE plan_id = $1 AND phase = 'open'
           AND NOT EXISTS (SELECT FROM subject WHERE subject.task_id = task.task_id AND ending = 'awaiting-statistics')`,
        [planId],
      );
      return rows[0]?.left ?? -1;
    };
    await expect.poll(left, { timeout: 60_000 }).toBe(0);
  });

  it.each(winterVisits)('stands on the page $path of $who.seat, in every width and size of text', async (visit) => {
    expect(
      await lookAt(stage, { ...visit, path: visit.path.replace('PLAN', planId) }, `year-end-${pictureName(visit)}`),
    ).toEqual([]);
  });
});
