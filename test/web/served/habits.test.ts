import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { actor, clerk, issue, leader, officer, on, rehearse } from '../../store/plan/rehearsed-plan.ts';
import { settled } from '../bed/browser.ts';
import { focusWalk } from '../bed/focus-walk.ts';
import { pdfPages } from '../bed/pdf-pages.ts';
import { stillStage } from '../bed/still-stage.ts';

const admin = actor('shuziban-admin', 'admin', 'shuziban');

describe('what people are used to from good pages', { timeout: 120_000 }, () => {
  let stage: Awaited<ReturnType<typeof stillStage>>;
  let planId = '';
  const path = (page: string) => `/plans/${planId}/${page}`;
  const returnPath = () => path(`returns/${unitIdOf('gongxinju')}/2022Q3/progress`);

  beforeAll(async () => {
    stage = await stillStage();
    const plan = await rehearse(stage.store);
    await issue(stage.store, plan);
    await plan.advance(on('2022-10-08'));
    planId = plan.planId;
  }, 240_000);
  afterAll(() => stage.close());

  it('the address holds how a list is looked at: after the way back, after a reload and for somebody else', async () => {
    const { page, open, close } = await stage.visit(clerk);
    const counted = (of: Page) => of.getByRole('search').getByRole('status').innerText();
    await open(path('register'));
    await page.getByRole('searchbox').fill('5G');
    await page.waitForURL(/q=5G/);
    const found = await counted(page);
    expect(found).toMatch(/^\d+ \/ \d+ 条$/);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { level: 2, name: '具体事项' }).waitFor();
    await page.goBack();
    await page.waitForURL(/q=5G/);
    await settled(page);
    expect([await page.getByRole('searchbox').inputValue(), await counted(page)]).toEqual(['5G', found]);
    await page.reload();
    await settled(page);
    expect(await counted(page)).toBe(found);
    const address = page.url().slice(stage.origin.length);
    await close();
    const other = await stage.visit(leader);
    await other.open(address);
    expect(await counted(other.page)).toBe(found);
    await other.close();
  });

  it('what was typed while nothing could be sent is there after a reload, and is saved then', async () => {
    const { page, open, close } = await stage.visit(officer);
    await open(returnPath());
    await page.route('**/acts', (route) => route.abort());
    const field = page.getByLabel(/：进展情况$/).first();
    await field.fill('断网时填写的进展。');
    await page
      .getByText(/未能连接服务器/)
      .first()
      .waitFor();
    await page.reload();
    await settled(page);
    expect(await field.inputValue()).toBe('断网时填写的进展。');
    await page.unroute('**/acts');
    await page.reload();
    await settled(page);
    await page.getByText('已保存').first().waitFor();
    expect(await field.inputValue()).toBe('断网时填写的进展。');
    await close();
  });

  it.each(['desk', 'register', 'receipt'])(
    'the keyboard reaches everything on the page %s, and one sees where it is',
    async (name) => {
      const { page, open, close } = await stage.visit(officer);
      await open(path(name));
      const { first, unseen, missed } = await focusWalk(page);
      expect(first).toBe('跳到主要内容');
      expect(unseen, 'stops whose focus cannot be seen').toEqual([]);
      expect(missed, 'controls that no key reaches').toEqual([]);
      await close();
    },
  );

  it('the link at the beginning jumps over the menu by keys alone', async () => {
    const { page, open, close } = await stage.visit(officer);
    await open(path('desk'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe('content');
    await close();
  });

  it('letters stay as large as a person chose them', async () => {
    const { page, open, close } = await stage.visit(officer);
    const size = () => page.evaluate<string>('getComputedStyle(document.body).fontSize');
    await open(path('desk'));
    const standard = Number.parseFloat(await size());
    await page.getByRole('button', { name: '特大文字' }).click();
    await page.reload();
    await settled(page);
    expect(Number.parseFloat(await size())).toBe(2 * standard);
    await close();
  });

  it('a page on paper is A4, with every row and without what only a screen needs', async () => {
    const { page, context, open, close } = await stage.visit(admin);
    await open('/admin/people');
    const count = Number(/共 (\d+) 条/.exec(await page.getByRole('search').getByRole('status').innerText())?.[1]);
    expect(count).toBeGreaterThan(50);
    const pages = await pdfPages(await page.pdf({ preferCSSPageSize: true }));
    for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    const text = pages.map((each) => each.text).join('\n');
    const told = await context.request.get(`${stage.origin}/api/registry/people?size=200`);
    const { rows: people } = (await told.json()) as { readonly rows: readonly { readonly email: string }[] };
    expect(people).toHaveLength(count);
    expect(people.filter(({ email }) => !text.includes(email))).toEqual([]);
    for (const ofTheScreen of ['退出登录', '邀请', '导出']) expect(text).not.toContain(ofTheScreen);
    await close();
  });

  it('a list of a rehearsal says so on paper', async () => {
    const { page, open, close } = await stage.visit(clerk);
    await open(path('register'));
    const [first] = await pdfPages(await page.pdf({ preferCSSPageSize: true }));
    expect(first?.text).toContain('演练数据·非真实情况');
    await close();
  });

  it('no cell of an exported table is a formula', async () => {
    const { page, open, close } = await stage.visit(officer);
    await open(returnPath());
    await page
      .getByLabel(/：进展情况$/)
      .first()
      .fill('=HYPERLINK("http://elsewhere.invalid","点击")');
    await page.getByText('已保存').first().waitFor();
    const csv = readFileSync(await (await exported(page, '导出 CSV')).path(), 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://elsewhere.invalid"",""点击"")"`);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(readFileSync(await (await exported(page, '导出 Excel')).path())).buffer);
    const cells: exceljs.Cell[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell))));
    expect(cells.filter(({ type }) => type === exceljs.ValueType.Formula)).toEqual([]);
    expect(cells.some(({ text }) => text.includes('HYPERLINK('))).toBe(true);
    expect(workbook.worksheets[0]?.headerFooter.oddHeader).toContain('演练数据·非真实情况');
    await close();
  });

  it('a double click is one act', async () => {
    const { page, open, close } = await stage.visit(officer);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await open(returnPath());
    await page.getByLabel(/：累计完成$/).fill('900');
    await page.getByText('已保存').first().waitFor();
    await page.getByRole('button', { name: '送单位负责人审签' }).dblclick();
    await page.getByText('已送单位负责人审签').waitFor();
    expect(sent.filter((body) => body.includes('askHeadApproval'))).toHaveLength(1);
    const { rows } = await stage.store.pool.query(
      `SELECT FROM event WHERE body -> 'event' ->> 'type' = 'headApprovalAsked'`,
    );
    expect(rows).toHaveLength(1);
    await close();
  });
});

async function exported(page: Page, label: string): Promise<Download> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: label }).first().click();
  return coming;
}
