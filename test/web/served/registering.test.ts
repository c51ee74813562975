import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailTest } from '../../../activities/mail/mail-test.ts';
import { dayOf, instantOfEpoch } from '../../../domain/instant.ts';
import { addDays, chineseDay, plainDate } from '../../../domain/plain-date.ts';
import { type MailCatcher, startMailCatcher } from '../../../embedded/mail-catcher.ts';
import { readEvents } from '../../../store/ledger/load.ts';
import { calendarTables, ruleVersions } from '../../../store/read/registry-list.ts';
import { unitByKey } from '../../../store/registry/units.ts';
import { oneTimePassword } from '../../api/one-time-password.ts';
import { actor } from '../../store/plan/rehearsed-plan.ts';
import { settled } from '../bed/browser.ts';
import { fillDay } from '../bed/fill-day.ts';
import { chooseFrom } from '../bed/pressing.ts';
import { stillStage } from '../bed/still-stage.ts';

const admin = actor('shuziban-admin', 'admin', 'shuziban');
const writer = actor('gongxinju-writer', 'writer', 'gongxinju');
const today = dayOf(instantOfEpoch(Date.now()));
const notice = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
国务院办公厅
2026年11月3日`;

const userName = 'wangxin';
const [firstPassword, secondPassword] = ['春江花月夜-2026-秋', '海上生明月-2026-冬'];

describe('the administrator’s desk', { timeout: 120_000 }, () => {
  let stage: Awaited<ReturnType<typeof stillStage>>;
  let catcher: MailCatcher;
  const folder = mkdtempSync(join(tmpdir(), 'duban-mails-'));

  beforeAll(async () => {
    catcher = await startMailCatcher({ folder, port: 0 });
    const now = () => instantOfEpoch(Date.now());
    stage = await stillStage({ mailTest: mailTest({ smtpUrl: catcher.url, mailFrom: 'duban@duban.invalid', now }) });
  }, 240_000);
  afterAll(async () => {
    await stage.close();
    await catcher.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const registered = async () => (await readEvents(stage.store, 'registry')).map(({ event }) => event);
  const rowOf = async (page: Page, words: string) => {
    await page.getByRole('searchbox').fill(words);
    await page.getByText(/^1 \/ \d+ 条$/).waitFor();
    return page.getByRole('row').filter({ hasText: words });
  };

  it('takes somebody in with their seat, whose invitation makes them a user with a password of their own', async () => {
    const desk = await stage.visit(admin);
    await desk.open('/admin/people');
    await desk.page.getByRole('button', { name: '登记人员' }).click();
    const form = desk.page.getByRole('dialog');
    await form.getByLabel('姓名').fill('王新');
    await form.getByLabel('邮箱').fill('wangxin@kejiju.demo.invalid');
    await form.getByLabel('办公电话').fill('0511-80000000');
    await form.getByLabel('编号').fill('kejiju-officer-a');
    await chooseFrom(desk.page, '单位', /^市科技局$/);
    await chooseFrom(desk.page, '岗位', /^联络员$/);
    await chooseFrom(desk.page, '联络员A、B角', 'B角');
    await form.getByRole('button', { name: '登记' }).click();
    await form.getByText('这个编号已有人员使用').waitFor();
    await form.getByLabel('编号').fill('kejiju-wangxin');
    await form.getByRole('button', { name: '登记' }).click();
    await form.waitFor({ state: 'hidden' });
    const row = await rowOf(desk.page, '王新');
    await row.getByText(`市科技局联络员B角（${chineseDay(today, true)}起）`).waitFor();
    expect((await registered()).slice(-2)).toMatchObject([
      { type: 'personRegistered', key: 'kejiju-wangxin', by: { personId: admin.personId, seat: 'admin' } },
      { type: 'seatTaken', seat: 'officer', rank: 'B', validFrom: today },
    ]);

    await row.getByRole('button', { name: '邀请王新开通账号' }).click();
    const link = (await desk.page.getByText(/\/invitation\//).innerText()).trim();
    const { page, close } = await stage.visit(null);
    await page.goto(link);
    await page.getByLabel('用户名').fill(userName);
    await page.getByLabel('密码', { exact: true }).fill(firstPassword);
    await page.getByLabel('再次输入密码').fill(secondPassword);
    await page.getByRole('button', { name: '开通' }).click();
    await page.getByText('两次输入的密码不一致').waitFor();
    await page.getByLabel('再次输入密码').fill(firstPassword);
    await page.getByRole('button', { name: '开通' }).click();
    await page.getByRole('link', { name: '去登录' }).click();
    await logIn(page, firstPassword);
    await page.getByText('王新（市科技局联络员）').waitFor();
    await close();
    await desk.open('/admin/people');
    await (await rowOf(desk.page, '王新')).getByText('已开通').waitFor();
    await desk.close();
  });

  it('lets them change the password and add a second factor, both of which the next login asks for', async () => {
    const { page, open, close } = await stage.visit(null);
    await open('/login');
    await logIn(page, firstPassword);
    await page.getByText('王新（市科技局联络员）').waitFor();
    await open('/account');
    const change = page.getByRole('button', { name: '修改密码' });
    await page.getByLabel('现密码').fill('不是现在的密码-2026');
    await page.getByLabel('新密码', { exact: true }).fill(secondPassword);
    await page.getByLabel('再次输入新密码').fill(secondPassword);
    await change.click();
    await page.getByText('密码不正确。').waitFor();
    await page.getByLabel('现密码').fill(firstPassword);
    await change.click();
    await page.getByText('密码已修改').waitFor();

    await page.getByLabel('密码', { exact: true }).fill(secondPassword);
    await page.getByRole('button', { name: '启用' }).click();
    const key = (await page.locator('code').innerText()).trim();
    const address = `otpauth://totp/duban?secret=${key}`;
    await page.getByLabel('动态口令（六位数字）').fill(oneTimePassword(address));
    await page.getByRole('button', { name: '核对并启用' }).click();
    await page.getByText('已启用：登录时除密码外还须输入动态口令。').waitFor();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByLabel('用户名').waitFor();

    await logIn(page, firstPassword);
    await page.getByRole('alert').waitFor();
    await logIn(page, secondPassword);
    await page.getByLabel('动态口令').fill('000000');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page
      .getByText(/动态口令.*(不正确|有误)/)
      .first()
      .waitFor();
    await page.getByLabel('动态口令').fill(oneTimePassword(address, 1));
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('王新（市科技局联络员）').waitFor();
    const text = 'SELECT two_factor_enabled AS "isOn" FROM login WHERE username = $1';
    expect((await stage.store.pool.query(text, [userName])).rows).toEqual([{ isOn: true }]);
    await close();
  });

  it('ends a seat, and who has none left is out at once', async () => {
    const leaver = await stage.visit(writer);
    await leaver.open('/account');
    const { page, open, close } = await stage.visit(admin);
    await open('/admin/people');
    const row = await rowOf(page, 'writer@gongxinju.demo.invalid');
    await row.getByRole('button', { name: /离任：市工信局/ }).click();
    const form = page.getByRole('dialog');
    await fillDay(form, '最后任职日', addDays(today, -1));
    await form.getByRole('button', { name: '登记' }).click();
    await form.waitFor({ state: 'hidden' });
    await row.getByRole('button', { name: /离任/ }).waitFor({ state: 'detached' });
    expect((await registered()).at(-1)).toMatchObject({
      type: 'seatLeft',
      personId: writer.personId,
      validTo: addDays(today, -1),
    });
    await leaver.page.reload();
    await leaver.page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await leaver.close();
    await close();
  });

  it('adds a unit, changes its kind from a day on, and loses nothing of a unit of which one word is changed', async () => {
    const { page, open, close } = await stage.visit(admin);
    await open('/admin/units');
    await page.getByRole('button', { name: '登记单位' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('简称').fill('市低空办');
    await form.getByLabel('全称').fill('镇江市低空经济发展办公室');
    await chooseFrom(page, '类别', '政府部门');
    await form.getByLabel('编号').fill('dikongban');
    await form.getByRole('button', { name: '登记' }).click();
    await form.waitFor({ state: 'hidden' });

    const nextYear = plainDate(`${Number(today.slice(0, 4)) + 1}-01-01`);
    await page.getByRole('button', { name: '修改市低空办的登记' }).click();
    await chooseFrom(page, '类别', '垂直管理部门');
    await fillDay(form, '自何日起', nextYear);
    await form.getByRole('button', { name: '登记' }).click();
    await form.waitFor({ state: 'hidden' });
    const coming = page
      .getByRole('region', { name: '已登记、尚未生效' })
      .getByRole('row')
      .filter({ hasText: '市低空办' });
    expect(await coming.innerText()).toMatch(/垂直管理部门.*1月1日/s);
    const kindOn = async (day: typeof today) =>
      (await unitByKey(stage.store, 'dikongban', { planId: null, day }))?.kind;
    expect([await kindOn(today), await kindOn(nextYear)]).toEqual(['government', 'vertical']);

    await page.getByRole('button', { name: '修改领导小组办公室的登记' }).click();
    await form.getByLabel('别称').fill('市数字办');
    await form.getByRole('button', { name: '登记' }).click();
    await form.waitFor({ state: 'hidden' });
    const view = { planId: null, day: today };
    const [office, host] = await Promise.all(['shuziban', 'fagaiwei'].map((key) => unitByKey(stage.store, key, view)));
    expect(office).toMatchObject({ aliases: ['市数字办'], kind: 'office', hostUnitId: host?.unitId });
    await close();
  });

  it('reads next year’s holidays from the notice, shows them, and registers them only then', async () => {
    const { page, open, close } = await stage.visit(admin);
    const known = async () => (await calendarTables(stage.store)).map(({ year }) => year);
    await open('/admin/calendars');
    const text = page.getByLabel('国务院办公厅通知全文');
    await text.fill(notice.replace('共7天', '共8天'));
    await page.getByRole('button', { name: '读取并核对' }).click();
    await page.getByText('“春节”原文写明共8天，读出7天，请核对原文').waitFor();
    await text.fill(notice);
    await page.getByRole('button', { name: '读取并核对' }).click();
    await page.getByText('请与通知原文核对：2027年').waitFor();
    await page.getByText('1月31日（周日）、2月20日（周六）', { exact: true }).waitFor();
    expect(await known()).not.toContain(2027);
    await page.getByRole('button', { name: '核对无误，导入' }).click();
    await page.getByText('2027年的放假安排已导入').waitFor();
    await page.getByText('放假安排已知到2027年12月31日').waitFor();
    expect(await known()).toContain(2027);
    await close();
  });

  it('changes one rule for a reason; the page says which, who and why', async () => {
    const { page, open, close } = await stage.visit(admin);
    await open('/admin/rules');
    await page.getByRole('button', { name: '发布新版规则' }).click();
    const form = page.getByRole('dialog');
    await chooseFrom(page, '要修改的规则', /^征求意见期限/);
    await page.keyboard.press('Escape');
    await form.getByLabel('征求意见期限').fill('90');
    await form.getByLabel('理由').fill('部门普遍反映征求意见时间不足。');
    await form.getByRole('button', { name: '发布' }).click();
    await form.getByText(/征求意见期限.*应为1至60之间的整数/).waitFor();
    expect(await ruleVersions(stage.store)).toHaveLength(1);
    await form.getByLabel('征求意见期限').fill('5');
    await form.getByRole('button', { name: '发布' }).click();
    await form.waitFor({ state: 'hidden' });
    const said = await page.getByRole('main').innerText();
    for (const part of [
      '第2版（现行）',
      '征求意见期限：3个工作日 → 5个工作日',
      '部门普遍反映征求意见时间不足。',
      '（系统管理员）于',
    ])
      expect(said).toContain(part);
    const [newest, first] = await ruleVersions(stage.store);
    expect(newest).toMatchObject({ version: 2, by: { personId: admin.personId } });
    expect(newest?.rules).toEqual({ ...first?.rules, version: 2, consultationWorkingDays: 5 });
    await close();
  });

  it('tries the mail channel: what arrived and what was refused are told apart in the server’s own words', async () => {
    const { page, open, close } = await stage.visit(admin);
    await open('/admin/mail');
    await page.getByLabel('试发到哪个邮箱').fill('wangxin@kejiju.demo.invalid');
    await page.getByRole('button', { name: '试发' }).click();
    await page.getByText('邮件服务器已接收').waitFor();
    const [mail] = catcher.mails();
    expect(mail?.to).toEqual(['wangxin@kejiju.demo.invalid']);
    expect(readFileSync(join(folder, mail?.file ?? ''), 'utf8')).toContain('Subject:');
    catcher.rejectMailbox('nobody@kejiju.demo.invalid', true);
    await page.getByLabel('试发到哪个邮箱').fill('nobody@kejiju.demo.invalid');
    await page.getByRole('button', { name: '试发' }).click();
    await page.getByText(/邮件服务器未接收.*550/).waitFor();
    expect(catcher.mails()).toHaveLength(1);
    await settled(page);
    await close();
  });
});

async function logIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
