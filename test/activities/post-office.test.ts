import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startMailCatcher } from '../../embedded/mail-catcher.ts';
import type { CaughtMail } from '../../embedded/caught-mail.ts';
import { openPool } from '../../store/pool.ts';
import { freshDatabase } from '../support/database.ts';
import { mailCatcher } from '../support/mail-catcher.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { onSunday, town } from '../store/post-office/town.ts';
import { type OfficePlan, mailStates, openOffice, planWithLetter } from './mail/office.ts';

let pool: ReturnType<typeof openPool>;
beforeAll(async () => {
  const { appUrl } = await freshDatabase();
  pool = openPool({ url: appUrl, size: 20, name: 'test' });
});
afterAll(async () => pool.end());

const office = (plan: Omit<OfficePlan, 'pool'>) => openOffice({ pool, ...plan });
const statesOf = (planId: string) => mailStates(pool, planId);

const minutes = 60_000;

const receivers = (mails: readonly CaughtMail[]) => mails.flatMap(({ to }) => to).toSorted((a, b) => (a < b ? -1 : 1));

describe('delivering what is due', () => {
  it('brings one merged mail to each person, with what the database knows of it', async () => {
    const catcher = await mailCatcher();
    const { planId, home, settle, post } = await town(pool);
    await settle({ seat: 'officer', rank: 'A', name: '沈知舟', email: 'a@unit.example' });
    await settle({ seat: 'head', email: 'head@unit.example' });
    for (let task = 1; task <= 9; task += 1) await post();
    await post({ kind: 'approval-due', receiver: { unitId: home, seat: 'head' } });

    const { deliverDue, starts } = office({ smtpUrl: catcher.url });
    expect(await deliverDue({ planId })).toEqual({
      isSettled: true,
      made: 2,
      underWay: 0,
      retrying: 0,
      nextTryAt: null,
      waitsFor: null,
      waitUntil: null,
    });
    expect(receivers(catcher.mails())).toEqual(['a@unit.example', 'head@unit.example']);
    expect(await statesOf(planId)).toEqual(['accepted', 'accepted']);
    expect(starts()).toBeGreaterThan(0);
    const { rows } = await pool.query('SELECT message_id FROM mail WHERE plan_id = $1 AND recipient = $2', [
      planId,
      'a@unit.example',
    ]);
    expect(rows).toEqual([{ message_id: catcher.mails().find(({ to }) => to[0] === 'a@unit.example')?.messageId }]);
    expect(rows[0].message_id).toMatch(/^<[0-9a-f-]{36}@duban\.example>$/);
  });

  it('does nothing the second time', async () => {
    const catcher = await mailCatcher();
    const { planId } = await planWithLetter(pool);
    const { deliverDue } = office({ smtpUrl: catcher.url });
    await deliverDue({ planId });
    expect(await deliverDue({ planId })).toMatchObject({ isSettled: true, made: 0 });
    expect(catcher.mails()).toHaveLength(1);
  });

  it('sends each mail once although four senders deliver at once', async () => {
    const catcher = await mailCatcher();
    const { planId, home, settle, post } = await town(pool);
    for (let each = 1; each <= 60; each += 1) await settle({ seat: 'supervisor', email: `s${each}@unit.example` });
    await post({ kind: 'needs-attention', receiver: { unitId: home, seat: 'supervisor' } });
    const reports = await Promise.all(
      Array.from({ length: 4 }, () => office({ smtpUrl: catcher.url }).deliverDue({ planId })),
    );
    expect(reports.map(({ isSettled }) => isSettled)).toEqual([true, true, true, true]);
    expect(catcher.mails()).toHaveLength(60);
    expect(new Set(catcher.mails().map(({ messageId }) => messageId)).size).toBe(60);
  });

  it('shares its connections between deliveries of one process', async () => {
    const catcher = await mailCatcher();
    const plans = [await planWithLetter(pool), await planWithLetter(pool), await planWithLetter(pool)];
    const { deliverDue } = office({ smtpUrl: catcher.url });
    const reports = await Promise.all(plans.map(({ planId }) => deliverDue({ planId })));
    expect(reports.map(({ isSettled }) => isSettled)).toEqual([true, true, true]);
    expect(catcher.mails()).toHaveLength(3);
  });

  it('tells a plan that does not exist', async () => {
    const { deliverDue } = office({ smtpUrl: null });
    const planId = '00000000-0000-4000-8000-00000000dead';
    await expect(deliverDue({ planId })).rejects.toThrow(`没有计划 ${planId}`);
  });

  it('names the setting that is missing where there is no mail server', async () => {
    const { planId } = await planWithLetter(pool);
    await expect(office({ smtpUrl: null }).deliverDue({ planId })).rejects.toThrow('请设置 SMTP_URL');
    expect(await statesOf(planId)).toEqual(['due']);
  });

  it('claims nothing once it has to stop', async () => {
    const catcher = await mailCatcher();
    const { planId } = await planWithLetter(pool);
    const { deliverDue, shutDown } = office({ smtpUrl: catcher.url });
    shutDown();
    expect(await deliverDue({ planId })).toMatchObject({ isSettled: false, underWay: 1 });
    expect(catcher.mails()).toEqual([]);
  });
});

describe('a stepped plan', () => {
  it('goes into the sandbox, and never to the relay', async () => {
    const [relay, sandbox] = [await mailCatcher(), await mailCatcher()];
    const { planId, settle, post } = await town(pool, onSunday('9:00'));
    await settle({ seat: 'officer', rank: 'A' });
    await post();
    const { deliverDue } = office({ smtpUrl: relay.url, sandboxUrl: sandbox.url });
    expect(await deliverDue({ planId })).toMatchObject({ isSettled: true, made: 1 });
    expect([relay.mails().length, sandbox.mails().length]).toEqual([0, 1]);
  });

  it('waits for a sandbox rather than go to the relay', async () => {
    const relay = await mailCatcher();
    const { planId, settle, post } = await town(pool, onSunday('9:00'));
    await settle({ seat: 'officer', rank: 'A' });
    await post();
    const { deliverDue } = office({ smtpUrl: relay.url });
    await expect(deliverDue({ planId })).rejects.toThrow('请设置 SANDBOX_SMTP_URL');
    expect(relay.mails()).toEqual([]);
  });

  it("carries the plan's own instant as its date", async () => {
    const sandbox = await mailCatcher();
    const { planId, settle, post } = await town(pool, onSunday('9:30'));
    await settle({ seat: 'officer', rank: 'A' });
    await post();
    const { deliverDue, pass } = office({ smtpUrl: null, sandboxUrl: sandbox.url });
    pass(1_000 * 24 * 60 * minutes);
    await deliverDue({ planId });
    const { rows } = await pool.query('SELECT made_at, plan_day FROM mail WHERE plan_id = $1', [planId]);
    expect(rows).toEqual([{ made_at: onSunday('9:30'), plan_day: '2022-10-09' }]);
  });
});

describe('names that somebody made up to do harm', () => {
  it('reach the reader as text, and nobody else gets the mail', async () => {
    const hostile = '张三\r\nBcc: all@example.com\r\n\r\n<script>alert("x")</script>\u202Eevil';
    const folder = temporaryFolder();
    const catcher = await startMailCatcher({ folder, port: 0 });
    onTestFinished(() => catcher.close());
    const { planId, settle, post } = await town(pool);
    await settle({ seat: 'officer', rank: 'A', name: hostile, email: 'a@unit.example' });
    await post({ kind: 'task-ended', about: null, facts: { taskNumber: '1', taskTitle: hostile } });
    await pool.query('UPDATE plan SET title = $2 WHERE plan_id = $1', [planId, hostile]);
    await office({ smtpUrl: catcher.url }).deliverDue({ planId });
    const [caught] = catcher.mails();
    expect(caught?.to).toEqual(['a@unit.example']);
    const mail = await simpleParser(readFileSync(join(folder, caught?.file ?? '')));
    expect(mail.subject).toBe('【督办】工作任务已办结，1 项（任务1“张三 Bcc: all@example.com <scri…”）');
    expect([...mail.headers.keys()]).not.toContain('bcc');
    expect(mail.html).toContain('&lt;script&gt;');
    expect(mail.html).not.toContain('<script');
  });
});

describe('the post office that is always open', () => {
  it('delivers every real plan, urgent letters of this minute included, and returns after an hour', async () => {
    const catcher = await mailCatcher();
    const [one, two] = [await planWithLetter(pool), await planWithLetter(pool)];
    const stepped = await town(pool, onSunday('9:00'));
    await stepped.settle({ seat: 'officer', rank: 'A' });
    await stepped.post();
    const whileAsleep = async (count: number) => {
      if (count === 1) await one.post({ mergeClass: 'urgent', kind: 'rows-sent-back', dueAt: onSunday('9:05') });
    };
    const { deliverLetters, now } = office({
      smtpUrl: catcher.url,
      sandboxUrl: catcher.url,
      whileAsleep,
      sleepMs: 10 * minutes,
    });
    await deliverLetters();
    expect(now()).toBe(onSunday('10:00'));
    expect([await statesOf(one.planId), await statesOf(two.planId)]).toEqual([['accepted', 'accepted'], ['accepted']]);
    expect(await statesOf(stepped.planId)).toEqual([]);
  });

  it('sleeps until the next letter is due where that is sooner than its next look', async () => {
    const catcher = await mailCatcher();
    const { planId, post } = await planWithLetter(pool);
    await post({ mergeClass: 'urgent', dueAt: onSunday('9:00').replace('00.000Z', '00.250Z') as never });
    const sent: number[] = [];
    const opened = office({
      smtpUrl: catcher.url,
      whileAsleep: async (count) => {
        sent.push((await statesOf(planId)).length);
        if (count === 2) opened.shutDown();
      },
    });
    await opened.deliverLetters();
    expect(sent).toEqual([1, 2]);
    expect(opened.now()).toBe('2022-10-09T01:00:01.250Z');
  });

  it('finishes what is in flight when it has to stop, and leaves the rest to others', async () => {
    const catcher = await mailCatcher();
    const { planId, home, settle, post } = await town(pool);
    for (let each = 1; each <= 40; each += 1) await settle({ seat: 'head', email: `h${each}@unit.example` });
    await post({ receiver: { unitId: home, seat: 'head' } });
    const opened = office({ smtpUrl: catcher.url });
    const delivery = opened.deliverLetters();
    await expect.poll(() => catcher.mails().length, { interval: 1 }).toBeGreaterThan(0);
    opened.shutDown();
    await delivery;
    const states = await statesOf(planId);
    const acceptedNow = states.filter((state) => state === 'accepted').length;
    expect(acceptedNow).toBe(catcher.mails().length);
    expect(new Set(states)).toEqual(new Set(['accepted', 'due']));
    await office({ smtpUrl: catcher.url }).deliverDue({ planId });
    expect(catcher.mails()).toHaveLength(40);
  });
});
