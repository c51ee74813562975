import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { breakdownVersion, readDrafts } from '../../../store/plan/breakdown.ts';
import { taskStarts } from '../../../store/plan/task-starts.ts';
import { clerk, driven, leader, on } from '../../store/plan/rehearsed-plan.ts';
import { axeFindings, comesToFit } from '../bed/axe.ts';
import { pictures } from '../bed/look-at.ts';
import { chooseFrom } from '../bed/pressing.ts';
import { stillStage } from '../bed/still-stage.ts';

const notice = [
  '2022年数字应用工作要点',
  '一、重点工作',
  '(一)数字应用',
  '1.建设城市感知网络。年内新增站点30个以上。年内举办推介活动3场以上。(市工信局牵头,市发改委、丹阳市、句容市配合)',
  '2.推进企业上云。年内新增上云企业20家以上。(市科技局牵头,市工信局等按职责分工负责)',
  '3.培育软件产业。年内新增软件企业5家以上。(市工信局牵头,市发改委配合)',
  '4.发展软件园区。年内建成园区2个以上。(市工信局牵头,市科技局配合)',
  '各单位要于2022年11月30日前建立项目库并完成入库。项目库按月更新。',
  '市数字经济工作领导小组',
  '2022年8月15日',
  '',
].join('\n');

interface Issued {
  readonly number: string;
  readonly item: string;
  readonly value: number | null;
  readonly due: string;
  readonly shares: readonly object[];
}

describe('the office that writes on a breakdown by hand', { timeout: 180_000 }, () => {
  let stage: Awaited<ReturnType<typeof stillStage>>;
  let desk: Awaited<ReturnType<typeof stage.visit>>;
  let page: Page;
  let planId = '';

  beforeAll(async () => {
    stage = await stillStage();
    desk = await stage.visit(clerk);
    ({ page } = desk);
    await desk.open('/import');
    const file = { name: '工作要点.txt', mimeType: 'text/plain', buffer: Buffer.from(notice) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('radio', { name: /^演练/ }).check();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { name: '待定事项（1）' }).waitFor();
    planId = /plans\/([^/]+)\//.exec(page.url())?.[1] ?? '';
  }, 240_000);
  afterAll(async () => {
    await desk.close();
    await stage.close();
  });

  const task = (number: string): Locator =>
    page.locator('.task-draft').filter({ has: page.getByRole('button', { name: new RegExp(`^${number}\\s`) }) });
  const item = (number: string, title: string): Locator =>
    task(number).getByRole('listitem').filter({ hasText: title });
  const form = (): Locator => page.getByRole('dialog');
  const send = async (label: string): Promise<void> => {
    await form().getByRole('button', { name: label, exact: true }).click();
    await form().waitFor({ state: 'hidden' });
  };
  const refusal = async (label: string): Promise<string> => {
    await form().getByRole('button', { name: label, exact: true }).click();
    const told = await form().getByRole('alert').innerText();
    await page.keyboard.press('Escape');
    await form().waitFor({ state: 'hidden' });
    return told;
  };
  const unchoose = (field: string, unit: string): Promise<void> =>
    form()
      .locator('.ant-form-item')
      .filter({ has: page.getByText(field, { exact: true }) })
      .locator('.ant-select-selection-item')
      .filter({ hasText: unit })
      .locator('.ant-select-selection-item-remove')
      .click();
  const drafts = () => readDrafts(stage.store, planId);

  it('finds every form within its window, without a barrier, at any width', async () => {
    const forms = [
      { name: 'revise', button: task('1').getByRole('button', { name: '修改任务' }) },
      { name: 'add', button: task('1').getByRole('button', { name: '增加事项' }) },
      { name: 'split', button: task('1').getByRole('button', { name: '拆分任务' }) },
      { name: 'drop-task', button: task('4').getByRole('button', { name: '不列为任务' }) },
      { name: 'add-task', button: page.getByRole('button', { name: '列为任务', exact: true }).first() },
      { name: 'merge', button: task('3').getByRole('button', { name: '与下一项合并' }) },
      { name: 'item', button: item('1', '站点').getByRole('button', { name: '修改', exact: true }) },
      { name: 'shares', button: item('1', '站点').getByRole('button', { name: '分解指标' }) },
      { name: 'drop', button: item('1', '站点').getByRole('button', { name: '删除' }) },
      { name: 'point', button: page.getByRole('button', { name: '确认', exact: true }) },
    ];
    const faults: string[] = [];
    for (const { name, button } of forms) {
      await button.click();
      await form().waitFor();
      faults.push(...(await axeFindings(page)).map((fault) => `${name}: ${fault}`));
      for (const width of [360, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        if ((await comesToFit(page)) > 0) faults.push(`${name} is wider than ${width}`);
        await page.screenshot({ path: join(pictures, `breakdown-${name}-${width}.png`) });
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.keyboard.press('Escape');
      await form().waitFor({ state: 'hidden' });
    }
    expect(faults).toEqual([]);
  });

  it('divides a task at a sentence of the notice, so that each part shows its own words', async () => {
    await task('1').getByRole('button', { name: '拆分任务' }).click();
    await form().getByLabel('新任务：任务名称').fill('举办推介活动');
    await unchoose('新任务：板块', '丹阳市');
    await unchoose('新任务：板块', '句容市');
    await unchoose('原任务：配合单位', '市发改委');
    await chooseFrom(page, '归入新任务的具体事项', '推介活动');
    await page.keyboard.press('Escape');
    await chooseFrom(page, '新任务的文件原文', '从“年内举办推介活动3场以上。”起');
    await form().getByLabel('理由').fill('两项工作由不同处室推进。');
    await send('拆分任务');
    await task('1-2').waitFor();
    await task('1-2')
      .getByRole('button', { name: /^1-2\s/ })
      .click();
    const chosen = await page.locator('.notice-text .is-chosen').allTextContents();
    expect(chosen.join('')).toMatch(/^年内举办推介活动3场以上。\(市工信局牵头/);
    expect((await drafts()).map(({ number, items }) => [number, items.length])).toEqual([
      ['1', 1],
      ['1-2', 1],
      ['2', 1],
      ['3', 1],
      ['4', 1],
    ]);
  });

  it('hears why tasks with other leads are not merged, and why one is not divided about which something is open', async () => {
    await task('1-2').getByRole('button', { name: '与下一项合并' }).click();
    await form().getByLabel('理由').fill('合并。');
    expect(await refusal('与下一项合并')).toContain(
      '第1-2项任务的牵头单位是市工信局，第2项任务的牵头单位是市科技局，牵头单位不同，不能合并',
    );
    await task('2').getByRole('button', { name: '拆分任务' }).click();
    await form().getByLabel('新任务：任务名称').fill('推进企业用云');
    await form().getByLabel('理由').fill('拆分。');
    expect(await refusal('拆分任务')).toContain('第2项任务还有1个待定事项未确认');
  });

  it('merges neighbours: units, items and words of both are in the one that stays', async () => {
    await task('3').getByRole('button', { name: '与下一项合并' }).click();
    await form().getByLabel('合并后的任务名称').fill('培育软件产业和园区');
    await form().getByLabel('理由').fill('合并推进。');
    await send('与下一项合并');
    await task('4').waitFor({ state: 'detached' });
    expect((await drafts()).at(-1)).toMatchObject({
      number: '3',
      title: '培育软件产业和园区',
      span: [notice.indexOf('3.培育'), notice.indexOf('市科技局配合)') + '市科技局配合)'.length],
      items: [{ id: '1' }, { id: '2' }],
    });
  });

  it('changes an item, and divides its target over districts once the figures add up', async () => {
    await item('1', '站点').getByRole('button', { name: '修改', exact: true }).click();
    await form().getByLabel('目标值').fill('32');
    await form().getByLabel('完成时限').fill('2022-11-30');
    await form().getByLabel('理由').fill('按会议确定的数字。');
    await send('修改');
    await task('1').getByText('不少于32个').waitFor();
    await item('1', '站点').getByRole('button', { name: '分解指标' }).click();
    await form().getByLabel('丹阳市').fill('20');
    await form().getByLabel('句容市').fill('10');
    await form().getByLabel('理由').fill('按基数分配。');
    await form().getByText('合计30个，目标值32个，相差2个').first().waitFor();
    await form().getByRole('button', { name: '分解指标', exact: true }).click();
    await form().getByText('请核对各单位的数值').waitFor();
    await form().getByLabel('句容市').fill('12');
    await send('分解指标');
    await task('1').getByText('分解指标：丹阳市20个、句容市12个（合计32个，目标值32个，两者相等）').waitFor();
    const shares = [20, 12].map((value) => ({ value }));
    expect((await drafts())[0]?.items).toMatchObject([{ target: { value: 32 }, due: '2022-11-30', shares }]);
  });

  it('adds an item that nobody read, at its words, and leaves one out', async () => {
    await task('2').getByRole('button', { name: '增加事项' }).click();
    await form().getByLabel('具体事项').fill('推进企业上云');
    await form().getByLabel('文件原文').fill('推进企业上云。');
    await chooseFrom(page, '责任单位', '市科技局');
    await form().getByLabel('完成时限').fill('2022-12-31');
    await form().getByLabel('理由').fill('漏读。');
    await send('增加事项');
    await item('3', '园区').getByRole('button', { name: '删除' }).click();
    await form().getByLabel('理由').fill('已列入其他计划。');
    await send('删除');
    await item('3', '园区').waitFor({ state: 'detached' });
    const [, , two, three] = await drafts();
    const at = notice.indexOf('推进企业上云。');
    expect(two?.items.at(-1)).toMatchObject({ title: '推进企业上云', span: [at, at + 7] });
    expect(three?.items).toHaveLength(1);
  });

  it('makes a task of words that were left unread, leaves it out again, and hears why another stays', async () => {
    const words = '各单位要于2022年11月30日前建立项目库并完成入库。';
    const passage = page.locator('.open-point').filter({ hasText: words });
    const list = async (): Promise<void> => {
      await passage.getByRole('button', { name: '列为任务', exact: true }).click();
      await form().getByText('列在第3项“培育软件产业和园区”之后').waitFor();
      expect(await form().getByLabel('任务名称').inputValue()).toBe(words.replace('。', ''));
      await form().getByLabel('任务名称').fill('建立项目库');
      await chooseFrom(page, '牵头单位（第一位撰写汇总）', '市发改委');
      await page.keyboard.press('Escape');
      await form().getByLabel('理由').fill('漏读。');
      await send('列为任务');
      await task('3-2').waitFor();
      await page.getByRole('heading', { name: '未读出的段落（0）' }).waitFor();
    };
    await page.getByRole('heading', { name: '未读出的段落（1）' }).waitFor();
    await list();
    await page.screenshot({ path: join(pictures, 'breakdown-added.png') });
    await task('3-2').getByRole('button', { name: '不列为任务' }).click();
    await form().getByLabel('理由').fill('属于一般要求。');
    await send('不列为任务');
    await task('3-2').waitFor({ state: 'detached' });
    await page.getByText('其他未列入任务的内容').click();
    await passage.getByText('原第3-2项“建立项目库”，办公室确定不列为任务：属于一般要求。').waitFor();
    await page.screenshot({ path: join(pictures, 'breakdown-dropped.png') });
    await list();
    await task('2').getByRole('button', { name: '不列为任务' }).click();
    await form().getByLabel('理由').fill('删去。');
    expect(await refusal('不列为任务')).toContain('第2项任务还有1个待定事项未确认');
    const at = notice.indexOf(words);
    expect((await drafts()).at(-1)).toMatchObject({
      number: '3-2',
      group: (await drafts())[0]?.group,
      span: [at, at + words.length],
      items: [],
    });
  });

  it('cannot go on while a point is open, and afterwards issues exactly what was written', async () => {
    await desk.open(`/plans/${planId}/overview`);
    await page.getByText('还有1处待定事项').waitFor();
    await desk.open(`/plans/${planId}/breakdown`);
    await page.getByRole('button', { name: '其余1处全部按建议确认' }).click();
    await page.getByRole('link', { name: '下一步：发起征求意见' }).click();
    await page.getByRole('button', { name: '发起征求意见' }).waitFor();
    await issueAsWritten();
    const { rows } = await stage.store.pool.query<Issued>(
      `SELECT task.number, subject.title AS item, target -> 'value' AS value, due, shares
       FROM subject JOIN task USING (task_id) JOIN task_draft USING (task_id)
       WHERE task.plan_id = $1 ORDER BY position, place`,
      [planId],
    );
    const shares = [
      { unitId: unitIdOf('danyang'), value: 20 },
      { unitId: unitIdOf('jurong'), value: 12 },
    ];
    const plain = { due: '2022-12-31', shares: [] };
    expect(rows).toEqual([
      { number: '1', item: '年内新增站点30个以上', value: 32, due: '2022-11-30', shares },
      { number: '1-2', item: '年内举办推介活动3场以上', value: 3, ...plain },
      { number: '2', item: '年内新增上云企业20家以上', value: 20, ...plain },
      { number: '2', item: '推进企业上云', value: null, ...plain },
      { number: '3', item: '年内新增软件企业5家以上', value: 5, ...plain },
      { number: '3-2', item: '建立项目库', value: null, ...plain },
    ]);
    await desk.open(`/plans/${planId}/register`);
    const lines = (await page.locator('tbody tr').allInnerTexts()).map((line) =>
      line.split('\t').map((each) => each.trim()),
    );
    expect(lines.map(([number, , title, items, lead, support]) => [number, title, items, lead, support])).toEqual([
      ['1', '建设城市感知网络', '年内新增站点30个以上（不少于32个）', '市工信局', ''],
      ['1-2', '举办推介活动', '年内举办推介活动3场以上', '市工信局', '市发改委'],
      ['2', '推进企业上云', '年内新增上云企业20家以上\n推进企业上云', '市科技局', '市工信局'],
      ['3', '培育软件产业和园区', '年内新增软件企业5家以上', '市工信局', '市发改委、市科技局'],
      ['3-2', '建立项目库', '建立项目库', '市发改委', ''],
    ]);
  });

  it('reads in the history of the plan what every change was before and after', async () => {
    await desk.open(`/plans/${planId}/history`);
    await page.screenshot({ path: join(pictures, 'breakdown-history.png'), fullPage: true });
    const change = (text: string) => page.locator('.timeline li li').filter({ hasText: text });
    const changes = async (text: string) => (await change(text).allInnerTexts()).map((each) => each.trim());
    expect(await changes('目标：')).toContain('具体事项1“年内新增站点30个以上”的目标：不少于30个 → 不少于32个');
    expect(await changes('分解指标：')).toEqual([
      '具体事项1“年内新增站点30个以上”的分解指标：（无） → 丹阳市20个、句容市12个',
    ]);
    expect(await changes('任务名称')).toEqual(['任务名称：培育软件产业 → 培育软件产业和园区']);
    await page.getByText('从第1项拆出第1-2项“举办推介活动”：两项工作由不同处室推进。').waitFor();
    await page.getByText('第4项“发展软件园区”并入第3项：合并推进。').waitFor();
    await page.getByText('第3-2项“建立项目库”：属于一般要求。').waitFor();
    expect(desk.complaints).toEqual([]);
  });

  // Nobody answers the consultation; the rest goes as the workflows would do it.
  const issueAsWritten = async (): Promise<void> => {
    const plan = driven(stage.store, planId);
    await plan.act({ type: 'beginConsultation', by: clerk }, on('2022-08-16'));
    await plan.advance(on('2022-08-22'));
    await plan.act({ type: 'askApproval', by: clerk }, on('2022-08-22'));
    const version = await breakdownVersion(stage.store, planId);
    await plan.act({ type: 'approveBreakdown', by: leader, ...version }, on('2022-08-22', 11));
    await plan.act({ type: 'issuePlan', by: clerk }, on('2022-08-22', 14));
    const starts = await taskStarts(stage.store, planId, { after: 0, limit: 10 });
    expect(starts.map(({ number }) => number)).toEqual(['1', '1-2', '2', '3', '3-2']);
    for (const start of starts) await plan.actOnTask(start.number, { type: 'issueTask', start }, start.issuedAt);
  };
});
