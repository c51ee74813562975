import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../../../domain/actor.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { readEvents } from '../../../store/ledger/load.ts';
import { issueProgress } from '../../../store/rehearsal/issue-progress.ts';
import { taskIdOf } from '../../../store/task/task-page.ts';
import { actor, clerk, leader } from '../../store/plan/rehearsed-plan.ts';
import { settled } from '../bed/browser.ts';
import { chooseFrom, countedPresses, sendNow } from '../bed/pressing.ts';
import { gongxinju, smallNotice } from '../bed/small-plan.ts';
import { type WebStage, webStage } from '../bed/web-stage.ts';

const { officer, writer, head } = gongxinju;
const supervisor = actor('duchashi-supervisor-1', 'supervisor', 'duchashi');
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

describe('a plan from its notice to an accepted return, done in the browser step by step', { timeout: 240_000 }, () => {
  let stage: WebStage;
  let planId = '';
  const returnPath = () => `/plans/${planId}/returns/${unitIdOf('gongxinju')}/2022Q3/progress`;

  beforeAll(async () => {
    stage = await webStage();
  });
  afterAll(() => stage.close());

  const phaseOf = async (): Promise<string> => {
    const { rows } = await stage.store.pool.query<{ phase: string }>('SELECT phase FROM plan WHERE plan_id = $1', [
      planId,
    ]);
    return rows[0]?.phase ?? '';
  };
  const act = async (who: PersonActor, sent: object): Promise<number> => {
    const { context, close } = await stage.visit(who);
    const seat = { seat: who.seat, unitId: who.unitId };
    const answer = await context.request.post(`${stage.origin}/api/plans/${planId}/acts`, {
      data: { actId: crypto.randomUUID(), seat, act: sent },
      headers: { origin: stage.origin },
    });
    await close();
    return answer.status();
  };

  it('begins with the notice, whose open points nobody can pass over', async () => {
    const { page, open, close } = await stage.visit(clerk);
    await open('/import');
    await page.locator('input[type=file]').setInputFiles({
      name: '工作要点.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(smallNotice),
    });
    await page.getByRole('radio', { name: /^演练/ }).check();
    await page.getByRole('button', { name: '导入' }).click();
    await page.getByRole('heading', { name: '待定事项（2）' }).waitFor();
    planId = /plans\/([^/]+)\//.exec(page.url())?.[1] ?? '';
    await page
      .getByRole('button', { name: /智慧工厂30家/ })
      .first()
      .click();
    expect(await page.locator('.notice-text .is-chosen').allTextContents()).toEqual([
      expect.stringContaining('智慧工厂30家'),
    ]);
    await open(`/plans/${planId}/overview`);
    await page.getByText('还有2处待定事项').waitFor();
    expect(await page.getByRole('button', { name: '发起征求意见' }).count()).toBe(0);
    expect(await act(clerk, { type: 'askApproval' })).toBe(422);

    await open(`/plans/${planId}/breakdown`);
    await page.getByRole('button', { name: '确认', exact: true }).first().click();
    await chooseFrom(page, /如何处理/, '不列入');
    await page.getByLabel('理由').fill('另有专项部署，不列入本年任务。');
    await page.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await page.getByRole('heading', { name: '待定事项（1）' }).waitFor();
    await page.getByRole('button', { name: '其余1处全部按建议确认' }).click();
    await page.getByText('全部待定事项已确认').waitFor();
    await close();
  });

  it('goes through consultation, approval and issue by the buttons of the three desks', async () => {
    const desk = await stage.visit(clerk);
    const press = async (label: string, phase: string): Promise<void> => {
      await desk.open(`/plans/${planId}/overview`);
      await desk.page.getByRole('button', { name: label }).click();
      await desk.page.getByRole('dialog').getByRole('button', { name: label }).click();
      await sendNow(desk.page);
      expect(await phaseOf()).toBe(phase);
    };
    await press('发起征求意见', 'consultation');
    for (const unit of ['gongxinju', 'fagaiwei']) {
      const who = actor(`${unit}-officer-a`, 'officer', unit);
      const { page, open, close } = await stage.visit(who);
      await open(`/plans/${planId}/consultation`);
      await page.getByRole('button', { name: '反馈：对17项任务均无意见' }).click();
      await page.getByText('本单位已反馈：无意见').waitFor();
      await close();
    }
    await press('报请审定', 'approval');
    const { page, open, close } = await stage.visit(leader);
    await open(`/plans/${planId}/approval`);
    await page.getByRole('button', { name: '同意' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '同意' }).click();
    await page.getByText('任务分解已于').waitFor();
    await close();
    await press('印发交办', 'issued');
    await desk.close();
    await expect.poll(() => issueProgress(stage.store, planId), { timeout: 60_000 }).toMatchObject({ issued: 17 });
  });

  it('lets a unit receipt its seventeen tasks with two presses, the link in its mail included', async () => {
    await stage.pass(planId, plainDate('2022-08-16'));
    const mails = stage.catcher.mails().filter(({ to }) => to.includes('officer-a@gongxinju.demo.invalid'));
    const texts = await Promise.all(mails.map(({ file }) => simpleParser(readFileSync(join(stage.folder, file)))));
    const html = texts
      .map(({ html: told }) => (told === false ? undefined : told))
      .find((told) => told?.includes('/receipt') === true);
    const { page, close } = await stage.visit(officer);
    await page.setContent((html ?? '').replaceAll('http://duban.invalid', stage.origin));
    const presses = await countedPresses(page);
    await page.locator('a[href$="/receipt"]').first().click();
    await page.getByRole('button', { name: '签收', exact: true }).click();
    await page.getByText(/^已于.*签收，共17项任务/).waitFor();
    expect(presses()).toBeLessThanOrEqual(2);
    await close();
  });

  it('lets a unit with nothing to say send its table of contributions with two presses', async () => {
    await stage.pass(planId, plainDate('2022-10-09'));
    const { page, open, close } = await stage.visit(officer);
    await open(`/plans/${planId}/desk`);
    const presses = await countedPresses(page);
    await page.getByRole('link', { name: /第三季度配合情况/ }).click();
    await page.getByRole('button', { name: '报送（空白的行即本季无）' }).click();
    await page
      .getByText('已报送，待审核')
      .or(page.getByText('已审核通过'))
      .or(page.getByText('已通过'))
      .first()
      .waitFor();
    expect(presses()).toBeLessThanOrEqual(2);
    const lines = await stage.store.pool.query(
      `SELECT phase FROM return WHERE plan_id = $1 AND kind = 'contribution' AND submitted_at IS NOT NULL`,
      [planId],
    );
    expect(lines.rows).toHaveLength(1);
    await close();
  });

  it('keeps what a writer typed into the row that was handed over, and shows the writer no other row', async () => {
    const desk = await stage.visit(officer);
    await desk.open(returnPath());
    await chooseFrom(desk.page, /：经办人$/, /./);
    await desk.page.locator('.ant-select-loading').waitFor({ state: 'detached' });
    await desk.close();
    const { page, open, close } = await stage.visit(writer);
    await open(returnPath());
    expect(await page.getByLabel(/：进展情况$/).count()).toBe(1);
    await page.getByLabel(/：累计完成$/).fill('6');
    await page.getByLabel(/：进展情况$/).fill('已建成示范项目6个。');
    await page.getByText('已保存').waitFor();
    await close();
  });

  it('shows what a filled-in workbook would change before it is saved', async () => {
    const { page, context, open, close } = await stage.visit(officer);
    await open(returnPath());
    const address = await page.getByRole('link', { name: '下载 Excel 表' }).getAttribute('href');
    const workbook = new exceljs.Workbook();
    const sheet = await context.request.get(`${stage.origin}${address}`);
    await workbook.xlsx.load(new Uint8Array(await sheet.body()).buffer);
    const table = workbook.worksheets[0];
    const columns = table?.getRow(2).values;
    const place = (key: string) => (Array.isArray(columns) ? columns.indexOf(key) : -1);
    for (let row = 5; row <= 12; row += 1) {
      const line = table?.getRow(row);
      if (line === undefined) continue;
      line.getCell(place('value')).value = row;
      line.getCell(place('done')).value = `第${row}行：示范项目按计划推进。`;
    }
    await page.getByLabel('传回填好的 Excel 表').setInputFiles({
      name: '填报表.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
    });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('将修改8行，1行没有变化').waitFor();
    expect(await page.getByText('第12行：示范项目按计划推进。').count()).toBe(1);
    await dialog.getByRole('button', { name: '保存这些修改' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(
      await page
        .getByLabel(/：进展情况$/)
        .nth(8)
        .inputValue(),
    ).toBe('第12行：示范项目按计划推进。');
    await close();
  });

  it('keeps a file of evidence with its row when the row is saved again', async () => {
    const { page, open, close } = await stage.visit(officer);
    await open(returnPath());
    const upload = page.getByLabel(/上传佐证材料，严禁上传涉密内容/).first();
    await upload.setInputFiles({ name: '验收意见.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.getByRole('link', { name: '验收意见.pdf' }).waitFor();
    await page
      .getByLabel(/：存在问题$/)
      .first()
      .fill('个别点位供电尚未落实。');
    await page.getByRole('button', { name: '保存', exact: true }).waitFor({ state: 'detached' });
    await open(returnPath());
    expect(
      await page
        .getByLabel(/：存在问题$/)
        .first()
        .inputValue(),
    ).toBe('个别点位供电尚未落实。');
    expect(await page.getByRole('link', { name: '验收意见.pdf' }).count()).toBe(1);
    await close();
  });

  it('keeps the form while the engine is away, and records its act once when it is back', async () => {
    const taskId = (await taskIdOf(stage.store, planId, '1')) ?? '';
    const { page, open, close } = await stage.visit(leader);
    await open(`/plans/${planId}/tasks/${taskId}`);
    await page.getByRole('button', { name: '批示' }).click();
    await page.getByLabel('批示内容').fill('请加快进度。');
    await stage.withoutEngine(async () => {
      await page.getByRole('dialog').getByRole('button', { name: '批示' }).click();
      await page.getByText('尚未确认，可以再次提交，不会重复记录。').waitFor();
    });
    expect(await page.getByLabel('批示内容').inputValue()).toBe('请加快进度。');
    await page.getByRole('dialog').getByRole('button', { name: '再次提交' }).first().click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const events = await readEvents(stage.store, `task/${taskId}`);
    expect(events.filter(({ event }) => event.type === 'instructionGiven')).toHaveLength(1);
    await close();
  });

  it('lets a head approve nine rows with two presses', async () => {
    const desk = await stage.visit(officer);
    await desk.open(returnPath());
    await desk.page.getByRole('button', { name: '送单位负责人审签' }).click();
    await desk.page.getByText('已送单位负责人审签').waitFor();
    await desk.close();
    const { page, open, close } = await stage.visit(head);
    await open(`/plans/${planId}/desk`);
    const presses = await countedPresses(page);
    await page.getByRole('link', { name: /第三季度进展情况表待审签/ }).click();
    await page.getByRole('button', { name: '审签并报送（共9行）' }).click();
    await page.getByText('已报送，待审核').first().waitFor();
    expect(presses()).toBeLessThanOrEqual(2);
    await close();
  });

  it('refuses a review that an officer forges, and one that another site sends with the office’s session', async () => {
    const of = { unitId: unitIdOf('gongxinju'), kind: 'progress', period: '2022Q3' };
    const review = { type: 'reviewReturn', of, version: 1, sendBack: [] };
    expect(await act(officer, review)).toBe(403);
    const { context, close } = await stage.visit(clerk);
    const seat = { seat: clerk.seat, unitId: clerk.unitId };
    const answer = await context.request.post(`${stage.origin}/api/plans/${planId}/acts`, {
      data: { actId: crypto.randomUUID(), seat, act: review },
      headers: { origin: 'https://elsewhere.invalid' },
    });
    expect(answer.status()).toBe(403);
    await close();
  });

  it('brings a row that the office sent back to the unit and again to the office, which accepts it', async () => {
    const desk = await stage.visit(clerk);
    await desk.open(returnPath());
    await desk.page.getByRole('button', { name: '退回部分行……' }).click();
    await desk.page.locator('.send-back-row').getByRole('checkbox').nth(2).check();
    await desk.page.getByLabel(/：退回原因$/).fill('请写明分县区的数字。');
    await desk.page.getByRole('button', { name: '退回所选的1行，其余通过' }).click();
    await sendNow(desk.page);

    const unit = await stage.visit(officer);
    await expect
      .poll(
        async () => {
          await unit.open(returnPath());
          return unit.page.getByText('退回原因：请写明分县区的数字。').count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    expect(await unit.page.getByLabel(/：进展情况$/).count()).toBe(1);
    await unit.page.getByLabel(/：进展情况$/).fill('示范项目：东片区3个，西片区4个。');
    await unit.page.getByRole('button', { name: '送单位负责人审签' }).click();
    await unit.page.getByText('已送单位负责人审签').waitFor();
    await unit.close();
    const chief = await stage.visit(head);
    await chief.open(returnPath());
    await chief.page.getByRole('button', { name: '审签并报送（共1行）' }).click();
    await chief.page.getByText('已报送，待审核').first().waitFor();
    await chief.close();

    await expect
      .poll(
        async () => {
          await desk.open(`/plans/${planId}/reviews`);
          return desk.page.getByRole('button', { name: '全部通过：市工信局2022年第三季度进展情况表' }).count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    await desk.page.getByRole('button', { name: '全部通过：市工信局2022年第三季度进展情况表' }).click();
    await sendNow(desk.page);
    await desk.open(returnPath());
    await desk.page.getByText('已审核通过').first().waitFor();
    await desk.close();
  });

  it('tells the supervisor the whole story of a task beside the engine’s, and proves the ledger', async () => {
    const taskId = (await taskIdOf(stage.store, planId, '1')) ?? '';
    const { page, open, close } = await stage.visit(supervisor);
    await open(`/plans/${planId}/tasks/${taskId}`);
    await page.getByRole('button', { name: '查看全部经过' }).click();
    await page.locator('.timeline li').first().waitFor();
    await settled(page);
    const story = await page.locator('.timeline').innerText();
    for (const part of ['请加快进度。', '已建成示范项目6个。', '市工信局']) expect(story).toContain(part);
    expect(await page.getByText(/一致/).count()).toBeGreaterThan(0);
    await open('/verification');
    await page.getByRole('button', { name: '开始核验' }).click();
    await page.getByRole('heading', { name: '核验通过' }).waitFor();
    await close();
  });
});
