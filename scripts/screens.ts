import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleepFor } from 'node:timers/promises';
import { type BrowserContext, type Page, chromium } from 'playwright-core';
import type { Seat } from '../domain/actor.ts';
import { personIdOf, unitIdOf } from '../domain/duban-namespace.ts';
import { chromiumPath } from './chromium-path.ts';
import { smallPng } from './small-png.ts';

/**
 * Takes the pictures of the desks that the README shows: `node scripts/screens.ts http://127.0.0.1:8080`, with the address that
 * `npm start` said. A year of its own is imported there and played to the middle of the third quarter's reports, when every desk
 * has something to do.
 */
const [origin = ''] = process.argv.slice(2);
const folder = join(import.meta.dirname, '..', 'docs', 'screens');
const midYear = '2022-10-14';
const mostBytes = 150_000;

interface Desk {
  readonly name: string;
  readonly who: readonly [person: string, seat: Seat, unit: string] | null;
  readonly path: string;
  /** What is done on the page before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>;
}

const desks: readonly Desk[] = [
  {
    name: 'login',
    who: null,
    path: '/login',
    before: (page) => page.getByRole('heading', { name: '演练人员' }).waitFor(),
  },
  { name: 'office-today', who: ['shuziban-office-1', 'office', 'shuziban'], path: '/plans/PLAN/today' },
  {
    name: 'office-breakdown',
    who: ['shuziban-office-1', 'office', 'shuziban'],
    path: '/plans/PLAN/breakdown',
    before: async (page) => {
      await page.getByRole('region', { name: '读出的任务' }).getByRole('button', { name: /^2\s/ }).first().click();
      await page.evaluate('window.scrollTo(0, 0)');
    },
  },
  { name: 'unit-desk', who: ['zhengfawei-officer-a', 'officer', 'zhengfawei'], path: '/plans/PLAN/desk' },
  {
    name: 'unit-return',
    who: ['zhengfawei-officer-a', 'officer', 'zhengfawei'],
    path: `/plans/PLAN/returns/${unitIdOf('zhengfawei')}/2022Q3/progress`,
  },
  {
    name: 'supervisor-task',
    who: ['duchashi-supervisor-1', 'supervisor', 'duchashi'],
    path: '/plans/PLAN/tasks/TASK',
    before: async (page) => {
      await page.getByRole('button', { name: '查看全部经过' }).click();
      await settled(page);
      await page
        .getByRole('heading', { name: '全部经过' })
        .evaluate((heading: { readonly scrollIntoView: () => void }) => heading.scrollIntoView());
    },
  },
  { name: 'leader-glance', who: ['shilingdao-group-leader', 'leader', 'shilingdao'], path: '/plans/PLAN/glance' },
  { name: 'admin-people', who: ['shuziban-admin', 'admin', 'shuziban'], path: '/admin/people' },
];

async function asked<T>(context: BrowserContext, method: 'get' | 'post', path: string, data?: unknown): Promise<T> {
  const body = data === undefined ? {} : { data };
  const answer = await context.request.fetch(`${origin}${path}`, { method, headers: { origin }, ...body });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function signIn(context: BrowserContext, who: Desk['who']): Promise<void> {
  if (who === null) return;
  const [person, seat, unit] = who;
  await asked(context, 'post', '/api/demo/session', { personId: personIdOf(person), seat, unitId: unitIdOf(unit) });
}

/** A year that was played to its middle: its plan, and one of its tasks. */
async function playedYear(context: BrowserContext): Promise<{ readonly planId: string; readonly taskId: string }> {
  await signIn(context, ['shuziban-office-1', 'office', 'shuziban']);
  const planId = randomUUID();
  const notice = readFileSync(join(import.meta.dirname, '..', 'seeds', 'notices', 'zhenjiang-2022.txt'));
  const query = new URLSearchParams({ planId, fileName: 'zhenjiang-2022.txt', clock: 'stepped', scenario: 'ordinary' });
  const imported = await context.request.post(`${origin}/api/plans?${query.toString()}`, {
    data: notice,
    headers: { origin, 'content-type': 'application/octet-stream' },
  });
  if (!imported.ok()) throw new Error(await imported.text());
  const rehearsal = `/api/plans/${planId}/rehearsal`;
  await asked(context, 'post', rehearsal, { command: 'play', until: midYear });
  for (;;) {
    const { state, stoppedBy } = await asked<{ state: string; stoppedBy: string | null }>(context, 'get', rehearsal);
    if (stoppedBy !== null) throw new Error(stoppedBy);
    if (state === 'over') break;
    await sleepFor(1_000);
  }
  type Register = { readonly rows: readonly { readonly taskId: string; readonly number: string }[] };
  const { rows } = await asked<Register>(context, 'get', `/api/plans/${planId}/register?size=200`);
  return { planId, taskId: rows.find(({ number }) => number === '14')?.taskId ?? '' };
}

async function settled(page: Page): Promise<void> {
  const waiting = page.locator('.waiting');
  while ((await waiting.count()) > 0) await waiting.first().waitFor({ state: 'detached' });
}

async function run(): Promise<void> {
  if (!origin.startsWith('http')) throw new Error('用法：node scripts/screens.ts 网页地址（npm start 启动后显示）');
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  try {
    const open = () => browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    const { planId, taskId } = await playedYear(await open());
    for (const { name, who, path, before } of desks) {
      const context = await open();
      await signIn(context, who);
      const page = await context.newPage();
      await page.goto(`${origin}${path.replace('PLAN', planId).replace('TASK', taskId)}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('load');
      await settled(page);
      await before?.(page);
      await settled(page);
      await page.evaluate('document.fonts.ready');
      const picture = smallPng(await page.screenshot({ animations: 'disabled' }));
      if (picture.length > mostBytes) throw new Error(`${name} is ${picture.length} bytes large`);
      writeFileSync(join(folder, `${name}.png`), picture);
      console.log(`${name}.png ${picture.length}`);
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

await run();
