import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instant, instant, mailHour } from '../../../domain/instant.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { openPool } from '../../../store/pool.ts';
import { lockPlanMails, makeMails } from '../../../store/post-office/make-mails.ts';
import { duePlans } from '../../../store/post-office/plan-moment.ts';
import { freshDatabase } from '../../support/database.ts';
import { onSunday, town } from './town.ts';

let pool: ReturnType<typeof openPool>;
beforeAll(async () => {
  const { appUrl } = await freshDatabase();
  pool = openPool({ url: appUrl, size: 5, name: 'test' });
});
afterAll(async () => pool.end());

const making = (now: Instant) => ({ now, publicUrl: 'https://duban.example', messageDomain: 'duban.example' });

async function mailsOf(planId: string) {
  const { rows } = await pool.query<{
    person_id: string;
    plan_day: string;
    sequence: number;
    state: string;
    failure_class: string | null;
    subject: string;
    letters: number;
  }>(
    `SELECT person_id, plan_day, sequence, state, failure_class, subject,
            (SELECT count(*) FROM mail_letter WHERE mail_id = mail.id) AS letters
     FROM mail WHERE plan_id = $1 ORDER BY plan_day, sequence, letters DESC`,
    [planId],
  );
  return rows;
}

describe('making mails of a real plan on the working Sunday 9 October 2022', () => {
  it('merges all that one person gets at 09:00 into one mail, and finds nothing more to do', async () => {
    const { planId, settle, post } = await town(pool);
    const officer = await settle({ seat: 'officer', rank: 'A' });
    for (let task = 1; task <= 9; task += 1) await post();

    expect(await makeMails(pool, planId, making(onSunday('9:00')))).toMatchObject({ made: 1, waitUntil: null });
    expect(await mailsOf(planId)).toEqual([
      {
        person_id: officer,
        plan_day: '2022-10-09',
        sequence: 0,
        state: 'due',
        failure_class: null,
        subject: '【督办】季度进展情况表，9 行，10月12日前，还剩3个工作日（2022年第三季度）',
        letters: 9,
      },
    ]);
    expect(await makeMails(pool, planId, making(onSunday('9:01')))).toMatchObject({ made: 0, waitUntil: null });
  });

  it('makes one mail although ten senders make it at once', async () => {
    const { planId, settle, post } = await town(pool);
    await settle({ seat: 'officer', rank: 'A' });
    for (let task = 1; task <= 20; task += 1) await post();
    const made = await Promise.all(Array.from({ length: 10 }, () => makeMails(pool, planId, making(onSunday('9:00')))));
    expect(made.filter((each) => each?.made === 0)).toHaveLength(9);
    expect((await mailsOf(planId)).map(({ letters }) => letters)).toEqual([20]);
  });

  it('waits while somebody else makes mails of the plan', async () => {
    const { planId, settle, post } = await town(pool);
    await settle({ seat: 'officer', rank: 'A' });
    await post();
    const other = await pool.connect();
    await other.query('BEGIN');
    await lockPlanMails(other, planId);
    const delivery = makeMails(pool, planId, making(onSunday('9:00')));
    const waiting = `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database
                     WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted`;
    await expect.poll(async () => (await pool.query(waiting)).rowCount, { interval: 5 }).toBe(1);
    expect(await mailsOf(planId)).toEqual([]);
    await other.query('COMMIT');
    other.release();
    expect(await delivery).toMatchObject({ made: 1 });
  });

  it('leaves out letters that were withdrawn before', async () => {
    const { planId, settle, post } = await town(pool);
    await settle({ seat: 'officer', rank: 'A' });
    await pool.query('UPDATE letter SET withdrawn_at_seq = 2 WHERE id = $1', [await post()]);
    await post();
    await makeMails(pool, planId, making(onSunday('9:00')));
    expect((await mailsOf(planId)).map(({ letters }) => letters)).toEqual([1]);
  });

  it('merges nothing before 09:00, and sends urgent letters at once', async () => {
    const { planId, settle, post } = await town(pool);
    await settle({ seat: 'officer', rank: 'A' });
    await post({ dueAt: onSunday('8:00') });
    await post({ kind: 'notice-issued', mergeClass: 'urgent', dueAt: onSunday('8:30') });
    const made = await makeMails(pool, planId, making(onSunday('8:31')));
    expect(made).toMatchObject({ made: 1, waitUntil: onSunday('9:00') });
    expect((await mailsOf(planId)).map(({ sequence }) => sequence)).toEqual([1]);
    await makeMails(pool, planId, making(onSunday('9:00')));
    expect((await mailsOf(planId)).map(({ sequence }) => sequence)).toEqual([0, 1]);
  });

  it('sends urgent letters on a day off, and daily ones on the next working day', async () => {
    const { planId, settle, post } = await town(pool);
    await settle({ seat: 'officer', rank: 'A' });
    const holiday = instant('2022-10-05T03:00:00.000Z');
    await post({ dueAt: holiday });
    await post({ mergeClass: 'urgent', dueAt: holiday });
    const next = mailHour(plainDate('2022-10-08'));
    expect(await makeMails(pool, planId, making(holiday))).toMatchObject({ made: 1, waitUntil: next });
    await makeMails(pool, planId, making(next));
    expect((await mailsOf(planId)).map(({ plan_day: day, sequence }) => [day, sequence])).toEqual([
      ['2022-10-05', 1],
      ['2022-10-08', 0],
    ]);
  });

  it('keeps a daily letter that comes after the merged mail for the next working day', async () => {
    const { planId, settle, post } = await town(pool);
    await settle({ seat: 'officer', rank: 'A' });
    await post();
    await makeMails(pool, planId, making(onSunday('9:00')));
    await post();
    const monday = mailHour(plainDate('2022-10-10'));
    expect(await makeMails(pool, planId, making(onSunday('11:00')))).toMatchObject({ made: 0, waitUntil: monday });
    expect(await makeMails(pool, planId, making(monday))).toMatchObject({ made: 1, waitUntil: null });
    expect((await mailsOf(planId)).map(({ plan_day: day }) => day)).toEqual(['2022-10-09', '2022-10-10']);
  });

  it('waits until 09:20 for a workflow that has yet to take its wake, and no longer', async () => {
    const { planId, settle, post } = await town(pool);
    await settle({ seat: 'officer', rank: 'A' });
    await post();
    await addHead(planId, 'task', onSunday('8:00'));
    const early = await makeMails(pool, planId, making(onSunday('9:19')));
    expect(early).toMatchObject({ made: 0, merge: { kind: 'waits-for', chain: `task/${planId}` } });
    expect(await makeMails(pool, planId, making(onSunday('9:20')))).toMatchObject({ made: 1 });
  });

  it('waits for no workflow that is parked, and for none whose wake comes later', async () => {
    const { planId, settle, post } = await town(pool);
    await settle({ seat: 'officer', rank: 'A' });
    await post();
    await addHead(planId, 'task', onSunday('8:00'), '账本不一致');
    await addHead(planId, 'plan', onSunday('10:00'));
    expect(await makeMails(pool, planId, making(onSunday('9:00')))).toMatchObject({ made: 1 });
  });

  it('shows a letter to an empty seat as a failed mail, once it is to be sent', async () => {
    const { planId, home, post } = await town(pool);
    await post({ receiver: { unitId: home, seat: 'head' } });
    await makeMails(pool, planId, making(onSunday('9:00')));
    expect(await mailsOf(planId)).toMatchObject([{ state: 'failed', failure_class: 'vacant', letters: 1 }]);
  });

  it('shows a person without a usable address as a failed mail', async () => {
    const { planId, home, settle, post } = await town(pool);
    await settle({ seat: 'head', email: 'a@b.example>\r\nRCPT TO:<all@c.example' });
    await post({ receiver: { unitId: home, seat: 'head' } });
    await makeMails(pool, planId, making(onSunday('9:00')));
    expect(await mailsOf(planId)).toMatchObject([{ state: 'failed', failure_class: 'no-address' }]);
  });

  it('passes over a person whose term in the seat is over', async () => {
    const { planId, settle, post } = await town(pool);
    await settle({ seat: 'officer', rank: 'A', validTo: '2022-10-08' });
    const second = await settle({ seat: 'officer', rank: 'B' });
    await post();
    await makeMails(pool, planId, making(onSunday('9:00')));
    expect(await mailsOf(planId)).toMatchObject([{ person_id: second, state: 'due' }]);
  });

  it('polls plans with something due, and says which of it is urgent', async () => {
    const calm = await town(pool);
    const due = await town(pool);
    const urgent = await town(pool);
    const moment = instant('2022-08-23T01:00:00.000Z');
    await calm.post({ dueAt: instant('2022-08-23T01:00:00.001Z') });
    await due.post({ dueAt: moment });
    await urgent.post({ dueAt: moment, mergeClass: 'urgent' });
    const found = (await duePlans(pool, moment)).toSorted((a) => (a.hasUrgent ? 1 : -1));
    expect(found).toEqual([
      { planId: due.planId, hasUrgent: false },
      { planId: urgent.planId, hasUrgent: true },
    ]);
  });
});

describe('making mails of a stepped plan', () => {
  it("goes by the plan's own now, marks every mail as rehearsal, and is never found by a poll", async () => {
    const { planId, settle, post } = await town(pool, onSunday('9:00'));
    await settle({ seat: 'officer', rank: 'A' });
    await post();
    const wallClock = instant('2026-11-23T03:00:00.000Z');
    expect(await duePlans(pool, wallClock)).not.toContainEqual(expect.objectContaining({ planId }));
    await makeMails(pool, planId, making(wallClock));
    const [mail] = await mailsOf(planId);
    expect(mail).toMatchObject({ plan_day: '2022-10-09', subject: expect.stringMatching(/^【演练数据·非真实情况】/) });
  });

  it('waits without limit for a workflow that has yet to take a wake', async () => {
    const { planId, settle, post } = await town(pool, onSunday('12:00'));
    await settle({ seat: 'officer', rank: 'A' });
    await post();
    await addHead(planId, 'task', onSunday('12:00'));
    expect(await makeMails(pool, planId, making(onSunday('12:00')))).toMatchObject({ made: 0 });
    await pool.query(`UPDATE chain_head SET next_wake = '2022-10-09T04:00:00.001Z' WHERE plan_id = $1`, [planId]);
    expect(await makeMails(pool, planId, making(onSunday('12:00')))).toMatchObject({ made: 1 });
  });

  it('gives two rehearsals the same mails, whatever the ids of their plans', async () => {
    const texts = [];
    for (let run = 0; run < 2; run += 1) {
      const { planId, settle, post } = await town(pool, onSunday('9:00'));
      await settle({ seat: 'officer', rank: 'A', name: '沈知舟', email: 'a@unit.example' });
      for (const taskNumber of ['3', '1', '2']) {
        await post({ kind: 'rows-sent-back', facts: { obligationKind: 'progress', period: '2022Q3', taskNumber } });
      }
      await makeMails(pool, planId, making(onSunday('9:00')));
      const { rows } = await pool.query('SELECT plan_day, recipient, subject, text FROM mail WHERE plan_id = $1', [
        planId,
      ]);
      texts.push(rows);
    }
    expect(texts[0]).toHaveLength(1);
    expect(texts[0]).toEqual(texts[1]);
  });
});

async function addHead(planId: string, kind: 'task' | 'plan', nextWake: Instant, parked: string | null = null) {
  await pool.query(
    `INSERT INTO chain_head (chain, kind, plan_id, seq, hash, state, state_version, next_wake, parked_reason)
     VALUES ($1, $2, $3, 1, repeat('0', 64), '{}', 1, $4, $5)`,
    [`${kind}/${planId}`, kind, planId, nextWake, parked],
  );
}
