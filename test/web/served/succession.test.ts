import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, instantOfEpoch } from '../../../domain/instant.ts';
import { addDays, chineseDay } from '../../../domain/plain-date.ts';
import { readEvents } from '../../../store/ledger/load.ts';
import { actor, clerk, head, issue, officer, realPlan } from '../../store/plan/rehearsed-plan.ts';
import { settled } from '../bed/browser.ts';
import { fillDay } from '../bed/fill-day.ts';
import { chooseFrom, doAct } from '../bed/pressing.ts';
import { stillStage } from '../bed/still-stage.ts';

const second = actor('gongxinju-writer', 'writer', 'gongxinju');
const today = dayOf(instantOfEpoch(Date.now()));

describe('a unit in which people change', { timeout: 120_000 }, () => {
  let stage: Awaited<ReturnType<typeof stillStage>>;
  let planId = '';
  type Visitor = Awaited<ReturnType<typeof stage.visit>>;
  let desks: Readonly<Record<'officer' | 'second' | 'head' | 'office', Visitor>>;
  const path = (page: string) => `/plans/${planId}/${page}`;

  beforeAll(async () => {
    stage = await stillStage();
    // Before there is a real plan: with one on the same database nobody signs in for a demonstration any more.
    desks = {
      officer: await stage.visit(officer),
      second: await stage.visit(second),
      head: await stage.visit(head),
      office: await stage.visit(clerk),
    };
    const plan = await realPlan(stage.store);
    await issue(stage.store, plan);
    planId = plan.planId;
  }, 240_000);
  afterAll(() => stage.close());

  const registered = async () => (await readEvents(stage.store, 'registry')).map(({ event }) => event);
  const nameOf = async (page: Page): Promise<string> => {
    const said = await page.locator('.person').innerText();
    return said.replace(/（.*/s, '').trim();
  };
  const openSheet = async (page: Page): Promise<void> => {
    await page.goto(`${stage.origin}${path('sheets')}`);
    await page
      .getByRole('row')
      .filter({ hasText: '联系人变更' })
      .filter({ hasText: '待审签' })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { level: 2 }).waitFor();
    await settled(page);
  };

  it('puts somebody else in an officer’s place with the head’s approval, and the office reads whom to call', async () => {
    const { page, open } = desks.officer;
    await open(path('contacts'));
    await doAct(page, '变更联系人（送审签）', async (dialog) => {
      await fillDay(dialog, '自何日起', today);
      await chooseFrom(page, '离任人员', /联络员B角/);
      await page.keyboard.press('Escape');
      await chooseFrom(page, '接任人员', '尚未登记的人员');
      await chooseFrom(page, '接任岗位', '联络员B角');
      await dialog.getByLabel('姓名').fill('周接任');
      await dialog.getByLabel('邮箱').fill('zhoujieren@gongxinju.demo.invalid');
      await dialog.getByLabel('办公电话').fill('0511-80001234');
      await dialog.getByLabel('变更原因').fill('原联络员B角调离。');
    });
    await openSheet(desks.head.page);
    expect(await desks.head.page.getByRole('main').innerText()).toContain('周接任');
    await doAct(desks.head.page, '同意');
    await desks.office.open(path('contacts'));
    const row = desks.office.page.getByRole('row').filter({ hasText: '市工信局' });
    await row.getByText(/周接任（联络员B角）.*0511-80001234/).waitFor();
    expect(await row.innerText()).not.toContain('0511-00000042');
    expect((await registered()).slice(-3)).toMatchObject([
      { type: 'personRegistered' },
      { type: 'seatLeft', seat: 'officer', validTo: addDays(today, -1) },
      { type: 'seatTaken', seat: 'officer', rank: 'B', validFrom: today },
    ]);
  });

  it('lets a deputy act for its head from a day to a day, and says for whom', async () => {
    const { page, open } = desks.head;
    await open(path('deputies'));
    await desks.second.open('/account');
    const [chief, deputy] = [await nameOf(page), await nameOf(desks.second.page)];
    await doAct(page, '授权代行', async (dialog) => {
      await chooseFrom(page, '代行的岗位', /单位负责人/);
      await chooseFrom(page, '代行人', new RegExp(deputy));
      await fillDay(dialog, '自何日起', today);
      await fillDay(dialog, '至何日止', addDays(today, 3));
      await dialog.getByLabel('理由').fill('赴外地开会。');
    });
    const row = page.getByRole('row').filter({ hasText: deputy });
    await row.getByText(`${chineseDay(today, true)}至${chineseDay(addDays(today, 3), true)}`).waitFor();

    await desks.officer.open(path('contacts'));
    await doAct(desks.officer.page, '变更联系人（送审签）', async (dialog) => {
      await dialog.getByLabel('责任领导、责任处室等其他变更').fill('责任处室改为数字产业处。');
      await dialog.getByLabel('变更原因').fill('内设机构调整。');
    });
    await desks.second.page.reload();
    await settled(desks.second.page);
    await chooseFrom(desks.second.page, '当前岗位', `市工信局单位负责人（代${chief}）`);
    await desks.second.page.locator('.person').getByTitle(`市工信局单位负责人（代${chief}）`).waitFor();
    await openSheet(desks.second.page);
    await doAct(desks.second.page, '同意');
    await desks.second.page
      .getByText(new RegExp(`${deputy}（单位负责人，代${chief}）`))
      .first()
      .waitFor();
    const changed = (await registered()).findLast(({ type }) => type === 'contactsChanged');
    expect(changed).toMatchObject({ by: { personId: second.personId, seat: 'head', deputyFor: head.personId } });

    await open(path('deputies'));
    await doAct(page, '提前结束');
    await row.getByText(`${chineseDay(today, true)}至${chineseDay(today, true)}`).waitFor();
    expect((await registered()).at(-1)).toMatchObject({ type: 'deputyEnded', validTo: today });
  });
});
