import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../../../domain/actor.ts';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { taskIdOf } from '../../../store/task/task-page.ts';
import { playTimeoutMs } from '../../e2e/rehearsal-stage.ts';
import { actor, clerk, leader } from '../../store/plan/rehearsed-plan.ts';
import { axeFindings, sidewaysScroll } from '../bed/axe.ts';
import { type WebStage, webStage } from '../bed/web-stage.ts';

const gongxinju = unitIdOf('gongxinju');
const officer = actor('gongxinju-officer-a', 'officer', 'gongxinju');
const head = actor('gongxinju-head', 'head', 'gongxinju');
const supervisor = actor('duchashi-supervisor-1', 'supervisor', 'duchashi');
const admin = actor('shuziban-admin', 'admin', 'shuziban');

interface Visit {
  readonly who: PersonActor | null;
  readonly path: string;
}

const of = (who: PersonActor, ...paths: readonly string[]): readonly Visit[] => paths.map((path) => ({ who, path }));
const office = [
  'today',
  'overview',
  'register',
  'reviews',
  'orders',
  'changes',
  'findings',
  'year-end',
  'sheets',
  'urging',
  'papers',
  'tasks/TASK',
  'receipt',
  'contacts',
  'breakdown',
  'consultation',
  'rehearsal',
  'inbox',
  'coming',
  'returns',
  'history',
  'mails',
  'charts',
].map((page) => `/plans/PLAN/${page}`);
const unit = [
  'desk',
  'receipt',
  'returns',
  `returns/${gongxinju}/2022Q3/progress`,
  `returns/${gongxinju}/plan/stage-plan`,
  'consultation',
  'breakdown',
  'orders',
  'changes',
  'findings',
  'sheets',
  'papers',
].map((page) => `/plans/PLAN/${page}`);
const visits: readonly Visit[] = [
  ...['/login', '/first-administrator', '/invitation/none'].map((path) => ({ who: null, path })),
  ...of(clerk, ...office, '/plans/PLAN/bulletin?period=2022Q3', '/import', '/search?words=5G', '/account', '/seat'),
  ...of(officer, ...unit),
  ...of(head, '/plans/PLAN/desk', `/plans/PLAN/returns/${gongxinju}/2022Q3/progress`),
  ...of(leader, '/plans/PLAN/glance', '/plans/PLAN/approval', '/plans/PLAN/charts'),
  ...of(supervisor, '/plans/PLAN/silent', '/plans/PLAN/tasks/TASK', '/verification'),
  ...of(admin, '/admin/people', '/admin/units', '/admin/calendars', '/admin/rules', '/admin/mail'),
];

describe('the pages of a plan whose third quarter is being reported', () => {
  let stage: WebStage;
  let planId = '';
  let taskId = '';
  const pictures = mkdtempSync(join(tmpdir(), 'duban-pages-'));

  beforeAll(async () => {
    stage = await webStage();
    planId = await stage.play({ ...readScenario('ordinary'), until: plainDate('2022-10-14') });
    taskId = (await taskIdOf(stage.store, planId, '1')) ?? '';
  }, playTimeoutMs);
  afterAll(() => stage.close());

  it.each(visits)(
    '$who.seat finds $path in three widths without a barrier, a refusal or a request elsewhere',
    { timeout: 120_000 },
    async ({ who, path }) => {
      const { page, open, complaints, close } = await stage.visit(who);
      await open(path.replace('PLAN', planId).replace('TASK', taskId));
      expect(await page.getByRole('alert').allTextContents()).toEqual([]);
      expect(await page.locator('.outcome').count(), 'neither forbidden nor lost').toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      for (const width of [360, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        const name = `${who?.seat ?? 'nobody'}${path.replaceAll(/[^A-Za-z0-9]+/g, '-')}-${width}.png`;
        await page.screenshot({ path: join(pictures, name), fullPage: true });
        expect(await sidewaysScroll(page), `at ${width}`).toBe(0);
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );
});
