import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { readEvents } from '../../../store/ledger/load.ts';
import { taskIdOf } from '../../../store/task/task-page.ts';
import { playTimeoutMs } from '../../e2e/rehearsal-stage.ts';
import { actor, clerk } from '../../store/plan/rehearsed-plan.ts';
import { settled } from '../bed/browser.ts';
import { lookAt, pictureName } from '../bed/look-at.ts';
import { fillDay } from '../bed/fill-day.ts';
import { chooseFrom, doAct, sendNow } from '../bed/pressing.ts';
import { printedText } from '../bed/printed-text.ts';
import { escalatedVisits } from '../bed/visits.ts';
import { type WebStage, webStage } from '../bed/web-stage.ts';

const unit = 'zhengfawei';
const officer = actor(`${unit}-officer-a`, 'officer', unit);
const head = actor(`${unit}-head`, 'head', unit);
const supervisor = actor('duchashi-supervisor-1', 'supervisor', 'duchashi');
const scan = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

describe('a unit that let its report pass, from the urging to the case’s end', { timeout: 240_000 }, () => {
  let stage: WebStage;
  let planId = '';
  let taskId = '';
  let orderPath = '';
  const path = (page: string) => `/plans/${planId}/${page}`;
  const returnPath = () => path(`returns/${unitIdOf(unit)}/2022Q3/progress`);

  beforeAll(async () => {
    stage = await webStage();
    planId = await stage.play({ ...readScenario('ordinary'), until: plainDate('2022-10-14') });
    taskId = (await taskIdOf(stage.store, planId, '13')) ?? '';
  }, playTimeoutMs);
  afterAll(() => stage.close());

  const urgedUnits = async (): Promise<readonly string[]> => {
    const events = await readEvents(stage.store, `task/${taskId}`);
    return events.flatMap(({ event }) => (event.type === 'urged' && 'unitId' in event ? [String(event.unitId)] : []));
  };
  const approveSheet = async (): Promise<void> => {
    const { page, open, close } = await stage.visit(head);
    await open(path('sheets'));
    const waiting = page.getByRole('row').filter({ hasText: '待审签' });
    await waiting.getByRole('link').first().click();
    await doAct(page, '同意');
    await close();
  };

  it('is led by the link of its reminder over the login to the report that it owes', async () => {
    const mails = stage.catcher.mails().filter(({ to }) => to.includes(`officer-a@${unit}.demo.invalid`));
    const texts = await Promise.all(mails.map(({ file }) => simpleParser(readFileSync(join(stage.folder, file)))));
    const pages = texts.flatMap(({ html }) => (html === false || html === undefined ? [] : [html]));
    const reminder = pages.findLast((html) => html.includes(returnPath()));
    const { page, close } = await stage.visit(null);
    await page.setContent((reminder ?? '').replaceAll('http://duban.invalid', stage.origin));
    await page.locator(`a[href$="${returnPath()}"]`).first().click();
    await page
      .getByRole('button', { name: /^市委政法委联络员/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: /市委政法委.*2022年第三季度进展情况表/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe(returnPath());
    await close();
  });

  it('is urged with all others that are late in one act, which can be taken back', async () => {
    const { page, open, close } = await stage.visit(clerk);
    await open(path('urging'));
    const all = page.getByRole('button', { name: /^全部登记催办/ });
    await all.click();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.locator('.undo-bar').waitFor({ state: 'detached' });
    expect(await urgedUnits()).toEqual([]);
    await all.click();
    await sendNow(page);
    expect(new Set(await urgedUnits())).toEqual(new Set([unitIdOf('xinfangju'), unitIdOf(unit)]));
    await page.getByRole('region', { name: '催办记录' }).getByText('市委政法委').first().waitFor();
    await close();
  });

  it('is sent a slip with all the others in one act of the office', async () => {
    await stage.pass(planId, plainDate('2022-10-19'));
    const { page, open, close } = await stage.visit(clerk);
    await open(path('orders'));
    const phases = async () => {
      const text = 'SELECT DISTINCT phase FROM work_order WHERE plan_id = $1';
      return (await stage.store.pool.query<{ phase: string }>(text, [planId])).rows.map(({ phase }) => phase);
    };
    const all = page.getByRole('button', { name: /^全部确认发出/ });
    await all.click();
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await phases()).toEqual(['drafted']);
    await all.click();
    await sendNow(page);
    await all.waitFor({ state: 'detached' });
    expect(await phases()).toEqual(['sent']);
    await close();
  });

  it('is put before the supervisors by the office, who open an order with their demand', async () => {
    const desk = await stage.visit(clerk);
    await desk.open(path('orders'));
    const row = desk.page.getByRole('row').filter({ hasText: '市委政法委' });
    await row.getByRole('link').first().click();
    await settled(desk.page);
    await doAct(desk.page, '提请督办', (dialog) => dialog.getByLabel('理由').fill('经电话和群消息催办，仍未报送。'));
    await desk.page.getByRole('link', { name: '查看督办单' }).click();
    await desk.page.getByText('经电话和群消息催办，仍未报送。').first().waitFor();
    orderPath = new URL(desk.page.url()).pathname;
    expect(await desk.page.getByRole('button', { name: '开具督办单' }).count()).toBe(0);
    await desk.close();
    const { page, open, close } = await stage.visit(supervisor);
    await open(orderPath);
    await doAct(page, '开具督办单', (dialog) => dialog.getByLabel('督办要求').fill('请说明原因，并于三日内补报。'));
    await page.getByText('请说明原因，并于三日内补报。').first().waitFor();
    expect(await printedText(page, /^下载督办单/)).toContain('请说明原因，并于三日内补报。');
    await close();
  });

  it('answers by a sheet that its head approves, and is checked by the supervisors meanwhile', async () => {
    const desk = await stage.visit(officer);
    await desk.open(orderPath);
    await doAct(desk.page, '报送整改情况（送审签）', (dialog) =>
      dialog.getByLabel('整改情况').fill('数据核对已完成，即日补报。'),
    );
    await desk.close();
    await approveSheet();
    const chief = await stage.visit(head);
    await chief.open(orderPath);
    expect(await chief.page.getByText('数据核对已完成，即日补报。').count()).toBeGreaterThan(0);
    await chief.close();

    const { page, open, close } = await stage.visit(supervisor);
    await open(path(`tasks/${taskId}`));
    await doAct(page, '发起核查', async (dialog) => {
      await chooseFrom(page, '具体事项', /./);
      await dialog.getByLabel('核查内容（所报情况）').fill('网格重新划分是否全部完成。');
      await chooseFrom(page, '方式', /./);
      await chooseFrom(page, '核查人员（两人）', /./);
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(1).click();
      await dialog.getByLabel('证据').fill('现场抽查三个街道的网格底册。');
    });
    await close();
  });

  it('reports on paper: what its head signed is recorded with the print’s check code and the scan', async () => {
    const { page, open, close } = await stage.visit(officer);
    await open(returnPath());
    await page
      .getByLabel(/：进展情况$/)
      .first()
      .fill('综合网格与微网格重新划分全部完成。');
    await page.getByText('已保存').first().waitFor();
    const printed = await printedText(page, '打印供纸质审签');
    expect(printed).toContain('综合网格与微网格重新划分全部完成。');
    expect(printed).toContain('演练数据·非真实情况');
    const code = /校验码：([0-9A-F]{5}-[0-9A-F]{5})/.exec(printed)?.[1] ?? '';
    await page.getByRole('button', { name: '登记纸质审签' }).click();
    const dialog = page.getByRole('dialog');
    await fillDay(dialog, '签批日期', '2022-10-19');
    await chooseFrom(page, '签批人', /负责人/);
    await dialog.getByLabel('选择扫描件，严禁上传涉密内容').setInputFiles({
      name: '签字件.pdf',
      mimeType: 'application/pdf',
      buffer: scan,
    });
    await dialog.getByLabel('纸上印的校验码').fill('00000-00000');
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog
      .getByText(/与当前内容的校验码.*不一致/)
      .first()
      .waitFor();
    await dialog.getByLabel('纸上印的校验码').fill(code);
    // By key: the button moves when the refusal leaves its field.
    await dialog.getByLabel('纸上印的校验码').press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('已报送，待审核').first().waitFor();
    const { rows } = await stage.store.pool.query(
      `SELECT submitted_paper ->> 'checkCode' AS code, submitted_by ->> 'personId' AS signer FROM return
       WHERE plan_id = $1 AND unit_id = $2 AND kind = 'progress' AND period = '2022Q3'`,
      [planId, unitIdOf(unit)],
    );
    expect(rows).toEqual([{ code, signer: head.personId }]);
    await close();
  });

  it('is heard on what the supervisors found, who then conclude and end the order', async () => {
    const desk = await stage.visit(officer);
    await desk.open(path('findings'));
    await doAct(desk.page, '陈述意见（送审签）', (dialog) => dialog.getByLabel('意见').fill('情况属实，已整改。'));
    await desk.close();
    await approveSheet();
    const { page, open, close } = await stage.visit(supervisor);
    await open(path('findings'));
    await page.getByText('情况属实，已整改。').first().waitFor();
    await doAct(page, '作出结论', async (dialog) => {
      await chooseFrom(page, '结论', /^属实$/);
      await dialog.getByLabel('说明').fill('抽查的三个街道均已完成。');
    });
    await page.getByText('抽查的三个街道均已完成。').first().waitFor();
    await open(orderPath);
    await doAct(page, '审核回复', () => chooseFrom(page, '审核意见', /符合要求，予以办结/));
    await page.getByText('办结', { exact: true }).first().waitFor();
    expect(await page.getByRole('button', { name: '报送整改情况' }).count()).toBe(0);
    await close();
  });

  it('is a story that the supervisor reads whole, beside the engine’s, and whose ledger is proved', async () => {
    const { page, open, close } = await stage.visit(supervisor);
    await open(path(`tasks/${taskId}`));
    await page.getByRole('button', { name: '查看全部经过' }).click();
    await page.locator('.timeline li').first().waitFor();
    await settled(page);
    const story = await page.locator('.timeline').innerText();
    for (const part of ['催办', '网格重新划分是否全部完成。', '情况属实，已整改。']) expect(story).toContain(part);
    expect(await page.getByRole('region', { name: '引擎运行记录' }).innerText()).toContain('一致');
    await open('/verification');
    await page.getByRole('button', { name: '开始核验' }).click();
    await page.getByRole('heading', { name: '核验通过' }).waitFor();
    await close();
  });

  it('asks for more time for the next report, which the office grants and every list shows beside the old day', async () => {
    const desk = await stage.visit(officer);
    await desk.open(path(`tasks/${taskId}`));
    await doAct(desk.page, '申请延期（送审签）', async (dialog) => {
      await chooseFrom(desk.page, '延期的事项', /第四季度进展情况表/);
      await fillDay(dialog, '延期至', '2023-01-31');
      await dialog.getByLabel('理由').fill('年度数据一月下旬方可汇总。');
    });
    await approveSheet();
    const { page, open, close } = await stage.visit(clerk);
    await open(path('changes'));
    await doAct(page, '决定', async (dialog) => {
      await chooseFrom(page, '决定', '同意');
      await dialog.getByLabel('理由').fill('理由充分，同意延期。');
    });
    const decided = page.getByRole('region', { name: '已决定的变更' });
    await decided.getByText(/原定2023年1月\d+日 → 2023年1月31日/).waitFor();
    await close();
    await desk.open(path('desk'));
    const owed = desk.page.getByRole('row').filter({ hasText: '第四季度进展情况表' });
    expect(await owed.allInnerTexts()).toEqual([expect.stringContaining('2023年1月31日')]);
    await desk.close();
  });

  it.each(escalatedVisits)('stands on the page $path of $who.seat, in every width and size of text', async (visit) => {
    const { rows } = await stage.store.pool.query<{ id: string }>(
      'SELECT sheet_id AS id FROM sheet WHERE plan_id = $1 LIMIT 1',
      [planId],
    );
    const path = visit.path
      .replace('/plans/PLAN/orders/ORDER', orderPath)
      .replace('PLAN', planId)
      .replace('TASK', taskId)
      .replace('SHEET', rows[0]?.id ?? '');
    expect(await lookAt(stage, { ...visit, path }, `escalated-${pictureName(visit)}`)).toEqual([]);
  });
});
