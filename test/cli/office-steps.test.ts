import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seedFile, shippedNotice } from '../../seeds/seed-files.ts';
import { type OpenStore, openStore } from '../../store/store.ts';
import { type EmbeddedDuban, embeddedDuban } from './embedded-duban.ts';
import type { Ended } from './run-duban.ts';

let duban: EmbeddedDuban;
let store: OpenStore;

beforeAll(async () => {
  duban = await embeddedDuban();
  store = openStore({ url: duban.parts.databaseUrl, size: 1, name: 'duban-test' });
});

afterAll(async () => {
  await store.close();
  await duban.close();
});

const run = (...args: readonly string[]): Promise<Ended> => duban.run(...args);

/** How many events the whole ledger holds. */
async function events(): Promise<unknown> {
  return (await store.pool.query('SELECT count(*) FROM event')).rows[0];
}

const sheetsShape = z.array(
  z.object({ phase: z.string(), checkCode: z.string(), paper: z.object({ signedOn: z.string() }).nullable() }),
);
const plansShape = z.array(z.object({ planId: z.string(), phase: z.string(), taskCount: z.number() }));

/** The only plan, as `status` tells it. */
async function planNow() {
  const [plan] = plansShape.parse(JSON.parse((await run('status', '--json')).stdout));
  if (plan === undefined) throw new Error('there is no plan');
  return plan;
}

const refusedWith = (status: number, says: string) => ({ status, stderr: expect.stringContaining(says) });

describe('the office takes a notice through its year from the command line', () => {
  it('imports nothing from a file that cannot become a plan', async () => {
    const [distant, bare] = [join(duban.home, 'distant.txt'), join(duban.home, 'bare.txt')];
    writeFileSync(distant, readFileSync(shippedNotice, 'utf8').replaceAll('2022', '2041'));
    writeFileSync(bare, '这里没有任务，也没有年度。');
    expect(await run('import', distant)).toMatchObject(refusedWith(1, 'calendar-unknown'));
    expect(await run('import', bare)).toMatchObject(refusedWith(1, 'no-plan-year'));
    const beyond = ['--clock', 'stepped', '--from', '2041-01-02'];
    expect(await run('import', shippedNotice, ...beyond)).toMatchObject(refusedWith(2, '不在已知的放假安排内'));
    expect((await run('status', '--json')).stdout).toBe('[]\n');
  });

  it('needs no name for the only plan, refuses what is not its turn, and records what is', async () => {
    expect((await run('import', shippedNotice, '--clock', 'stepped', '--from', '2022-08-15')).status).toBe(0);
    expect(await run('consult')).toMatchObject(refusedWith(1, 'points-open'));
    expect((await run('settle')).status).toBe(0);
    expect((await run('consult')).status).toBe(0);
    expect(await run('issue')).toMatchObject(refusedWith(1, 'wrong-phase'));
    expect(await planNow()).toMatchObject({ phase: 'consultation', taskCount: 26 });
  });

  it('takes a unit’s answer that its head signed on paper, and no print that was changed since', async () => {
    const unit = '市财政局';
    const by = ['--seat', 'officer', '--unit', unit];
    const content = { unit, opinions: [] };
    const draft = JSON.stringify({ sheet: 'yijian-1', action: 'answerConsultation', content });
    expect(await run('act', 'draftSheet', ...by, '--data', draft)).toMatchObject({ status: 0 });
    const print = join(duban.home, 'sheet.docx');
    expect(await run('paper', 'sheet', '--sheet', 'yijian-1', '--out', print)).toMatchObject({ status: 0 });
    const [sheet] = sheetsShape.parse(JSON.parse((await run('sheet', '--json')).stdout));
    const scan = join(duban.home, 'scan.pdf');
    writeFileSync(scan, '%PDF-1.7 signed');
    const signed = ['--paper', scan, '--signed-by', 'caizhengju-head', '--signed-on', '2022-08-15'];
    const approve = ['act', 'approveSheet', ...by, '--data', '{"sheet":"yijian-1","version":1}', ...signed];
    expect(await run(...approve)).toMatchObject(refusedWith(2, '--check-code'));
    expect(await run(...approve, '--check-code', '00000-00000')).toMatchObject(refusedWith(1, 'paper-void'));
    expect(await run(...approve, '--check-code', sheet?.checkCode ?? '')).toMatchObject({ status: 0, stderr: '' });
    expect(sheetsShape.parse(JSON.parse((await run('sheet', '--json')).stdout))).toMatchObject([
      { phase: 'performed', paper: { signedOn: '2022-08-15' } },
    ]);
  });

  it('lets a deputy act for a head within the dates, and nobody else', async () => {
    const unit = '市商务局';
    const data = { unit, seat: 'head', person: 'shangwuju-head', deputy: 'shangwuju-officer-b', reason: '外出' };
    const term = JSON.stringify({ ...data, from: '2022-08-15', to: '2022-08-16' });
    const asHead = ['--seat', 'head', '--unit', unit];
    const answer = ['--data', JSON.stringify({ unit })];
    const asDeputy = [...asHead, '--person', 'shangwuju-officer-b', '--as', 'shangwuju-head'];
    expect(await run('act', 'answerConsultation', ...asDeputy, ...answer)).toMatchObject(refusedWith(2, '代行'));
    expect(await run('act', 'authoriseDeputy', ...asHead, '--data', term)).toMatchObject({ status: 0 });
    expect(await run('act', 'answerConsultation', ...asDeputy, ...answer)).toMatchObject({ status: 0, stderr: '' });
    const { rows } = await store.pool.query(
      `SELECT count(*) AS acts FROM event WHERE body -> 'event' ->> 'type' = 'consultationAnswered'
       AND body -> 'event' -> 'by' ? 'deputyFor'`,
    );
    expect(rows).toEqual([{ acts: 1 }]);
    expect((await run('handover', unit)).stdout).toContain('交接清单');
  });

  it.each([
    { what: 'a seat without the right', act: ['issuePlan', '--seat', 'leader'], status: 1, says: 'not-permitted' },
    { what: 'an unknown act', act: ['dance', '--seat', 'office'], status: 2, says: '没有操作“dance”' },
    {
      what: 'an unknown unit',
      act: ['receiptNotice', '--seat', 'officer', '--unit', '市火星局'],
      status: 2,
      says: '登记簿中没有单位“市火星局”',
    },
    {
      what: 'content that is no JSON',
      act: ['endTask', '--seat', 'office', '--data', '{"task":'],
      status: 2,
      says: '第 1 行第 9 个字符附近有误',
    },
    {
      what: 'content of another form',
      act: ['endTask', '--seat', 'office', '--data', '{"number":"3"}'],
      status: 2,
      says: 'task：无效输入',
    },
    {
      what: 'a task that is not there',
      act: ['endTask', '--seat', 'office', '--data', '{"task":"99"}'],
      status: 2,
      says: '没有序号为“99”的任务',
    },
  ])('refuses $what and writes nothing', async ({ act, status, says }) => {
    const before = await events();
    expect(await run('act', ...act)).toMatchObject(refusedWith(status, says));
    expect(await events()).toEqual(before);
  });

  it('records an act once under its id, names the opinion, and stands on the day that was named', async () => {
    const { planId } = await planNow();
    const said = ['--data', '{"unit":"市科技局","opinions":[{"task":"2","text":"建议延长"}]}'];
    const by = ['act', 'answerConsultation', '--seat', 'head', '--unit', '市科技局'];
    const id = ['--id', '3f0f6b51-2f5e-4c25-8b53-2f6f3c0c7a11'];
    expect((await run(...by, ...said, ...id)).status).toBe(0);
    const recorded = await events();
    expect((await run(...by, ...said, ...id)).status).toBe(0);
    expect(await events()).toEqual(recorded);
    const shown = (await run('status', planId.slice(0, 8))).stdout;
    expect(shown).toMatch(/未处理意见：市科技局对第2项的意见，编号 [0-9a-f-]{36}/);
    expect((await run('advance', planId, '--to', '2022-08-17', '--json')).stdout).toContain('2022-08-17T09:00:00.000Z');
    expect(await run('advance', planId, '--to', '2022-08-16')).toMatchObject(refusedWith(2, '不能退回'));
  });

  it('asks which plan is meant where there are two', async () => {
    expect((await run('import', shippedNotice, '--clock', 'stepped', '--from', '2022-08-15')).status).toBe(0);
    expect(await run('issue')).toMatchObject(refusedWith(2, '现有 2 份工作要点'));
    expect(await run('status', 'nosuch')).toMatchObject(refusedWith(1, 'unknown-plan'));
  });

  it('registers a year of holidays once, and nothing of files of which one has a fault', async () => {
    const year = { ...(seedFile('calendars/2026.json') as object), year: 2027, holidays: [] };
    const [sound, faulty] = [join(duban.home, '2027.json'), join(duban.home, 'faulty.json')];
    writeFileSync(sound, JSON.stringify({ ...year, makeUpDays: ['2027-01-09'] }));
    writeFileSync(faulty, JSON.stringify({ ...year, makeUpDays: ['2027-01-05'] }));
    expect(await run('register', sound, faulty)).toMatchObject(refusedWith(2, '2027-01-05 不是星期六或星期日'));
    expect((await run('register', sound, '--json')).stdout).toBe('{"events":1,"told":0}\n');
    expect((await run('register', sound, '--json')).stdout).toBe('{"events":0,"told":0}\n');
  });

  it('resumes only what is parked, and nothing that is not there', async () => {
    expect(await run('resume', 'task-17')).toMatchObject(refusedWith(2, '应写作 task/编号'));
    const absent = 'plan/00000000-0000-4000-8000-000000000000';
    expect(await run('resume', absent)).toMatchObject(refusedWith(1, 'unknown-plan'));
  });
});
