import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instant, mailHour } from '../../../domain/instant.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { openPool } from '../../../store/pool.ts';
import { type MailAttempt, claimMails, finishAttempt } from '../../../store/post-office/claim-mails.ts';
import { channelTroubles, deadMailboxes } from '../../../store/post-office/delivery-trouble.ts';
import { makeMails } from '../../../store/post-office/make-mails.ts';
import { type LostLetter, settleFailures } from '../../../store/post-office/settle-failures.ts';
import { freshDatabase } from '../../support/database.ts';
import { onSunday, town } from './town.ts';

let pool: ReturnType<typeof openPool>;
beforeAll(async () => {
  const { appUrl } = await freshDatabase();
  pool = openPool({ url: appUrl, size: 5, name: 'test' });
});
afterAll(async () => pool.end());

const now = onSunday('9:00');
const making = (at: Instant = now) => ({ now: at, publicUrl: 'https://duban.example', messageDomain: 'duban.example' });

/** Lets every mail of the plan that can be tried end in this way. */
async function letAllEnd(planId: string, ending: Partial<MailAttempt>): Promise<void> {
  const claimed = await claimMails(pool, { clock: 'real', planId, now: onSunday('23:00'), leaseMs: 1, limit: 100 });
  const attempt = { outcome: 'failed', failureClass: 'mailbox', responseCode: 550, response: '550 5.1.1 no' } as const;
  for (const mail of claimed) {
    await finishAttempt(pool, mail, { ...attempt, beganAt: now, endedAt: now, nextTryAt: now, ...ending });
  }
}

async function settle(planId: string, at: Instant = now) {
  const told: LostLetter[] = [];
  const settlement = await settleFailures(
    pool,
    { planId, making: making(at) },
    async (letter) => void told.push(letter),
  );
  return { ...settlement, told: told.map(({ letterId, failureClass }) => ({ letterId, failureClass })) };
}

async function personsTried(planId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ person_id: string }>(
    'SELECT person_id FROM mail WHERE plan_id = $1 ORDER BY plan_day, made_at, sequence',
    [planId],
  );
  return rows.map(({ person_id: personId }) => personId);
}

describe('a mail that failed for good', () => {
  it("goes from officer A's mailbox to B as a new mail, and only then to the chain", async () => {
    const { planId, settle: settleIn, post } = await town(pool);
    const a = await settleIn({ seat: 'officer', rank: 'A' });
    const b = await settleIn({ seat: 'officer', rank: 'B' });
    const letterId = await post();
    await makeMails(pool, planId, making());
    await letAllEnd(planId, {});
    expect(await settle(planId)).toEqual({ passedOn: 1, lost: 0, told: [] });
    expect(await personsTried(planId)).toEqual([a, b]);
    expect(await settle(planId)).toEqual({ passedOn: 0, lost: 0, told: [] });
    await letAllEnd(planId, {});
    expect(await settle(planId)).toEqual({ passedOn: 0, lost: 1, told: [{ letterId, failureClass: 'mailbox' }] });
    expect(await settle(planId)).toMatchObject({ told: [] });
  });

  it('is told at once where there is no other officer', async () => {
    const { planId, settle: settleIn, post } = await town(pool);
    await settleIn({ seat: 'officer', rank: 'A' });
    const letters = [await post(), await post()];
    await makeMails(pool, planId, making());
    await letAllEnd(planId, {});
    const { told } = await settle(planId);
    expect(told.map(({ letterId }) => letterId).toSorted()).toEqual(letters.toSorted());
  });

  it('is not passed on where the content was refused: B would get the same', async () => {
    const { planId, settle: settleIn, post } = await town(pool);
    await settleIn({ seat: 'officer', rank: 'A' });
    await settleIn({ seat: 'officer', rank: 'B' });
    const letterId = await post();
    await makeMails(pool, planId, making());
    await letAllEnd(planId, { failureClass: 'content', response: '554 spam' });
    expect(await settle(planId)).toEqual({ passedOn: 0, lost: 1, told: [{ letterId, failureClass: 'content' }] });
  });

  it('is not told while another holder of the seat has the letter', async () => {
    const { planId, home, settle: settleIn, post } = await town(pool);
    for (let each = 0; each < 2; each += 1) await settleIn({ seat: 'leader' });
    await post({ receiver: { unitId: home, seat: 'leader' } });
    await makeMails(pool, planId, making());
    const [first] = await claimMails(pool, { clock: 'real', planId, now, leaseMs: 1, limit: 1 });
    if (first === undefined) throw new Error('a mail was to be claimed');
    const failed = { outcome: 'failed', failureClass: 'mailbox', responseCode: 550, response: '550 no' } as const;
    await finishAttempt(pool, first, { ...failed, beganAt: now, endedAt: now, nextTryAt: now });
    expect(await settle(planId)).toMatchObject({ lost: 0 });
    await letAllEnd(planId, { outcome: 'accepted', failureClass: null });
    expect(await settle(planId)).toMatchObject({ lost: 0 });
  });

  it('is told once when all holders of the seat cannot be reached', async () => {
    const { planId, home, settle: settleIn, post } = await town(pool);
    for (let each = 0; each < 3; each += 1) await settleIn({ seat: 'leader' });
    const letterId = await post({ receiver: { unitId: home, seat: 'leader' } });
    await makeMails(pool, planId, making());
    await letAllEnd(planId, {});
    expect((await settle(planId)).told).toEqual([{ letterId, failureClass: 'mailbox' }]);
  });

  it('is told when nobody holds the seat', async () => {
    const { planId, post } = await town(pool);
    const letterId = await post();
    await makeMails(pool, planId, making());
    expect((await settle(planId)).told).toEqual([{ letterId, failureClass: 'vacant' }]);
  });

  it('stays unsettled when its chain could not be told, and is told the next time', async () => {
    const { planId, post } = await town(pool);
    const letterId = await post();
    await makeMails(pool, planId, making());
    const refusing = settleFailures(pool, { planId, making: making() }, () => Promise.reject(new Error('engine away')));
    await expect(refusing).rejects.toThrow('engine away');
    expect((await settle(planId)).told).toEqual([{ letterId, failureClass: 'vacant' }]);
  });
});

describe('a mailbox that fails', () => {
  it('shows, sends later letters to B, and is tried again after a week', async () => {
    const { planId, settle: settleIn, post } = await town(pool);
    const a = await settleIn({ seat: 'officer', rank: 'A', email: 'a@dead.example' });
    const b = await settleIn({ seat: 'officer', rank: 'B' });
    await post();
    await makeMails(pool, planId, making());
    await letAllEnd(planId, {});
    expect(await deadMailboxes(pool, planId)).toMatchObject([
      { personId: a, address: 'a@dead.example', failureClass: 'mailbox', response: '550 5.1.1 no' },
    ]);
    await settle(planId);
    for (const day of ['2022-10-12', '2022-10-17']) {
      const morning = mailHour(plainDate(day));
      await post({ dueAt: morning });
      await makeMails(pool, planId, making(morning));
    }
    expect(await personsTried(planId)).toEqual([a, b, b, a]);
  });

  it('does not count for another address of the same person', async () => {
    const { planId, settle: settleIn, post } = await town(pool);
    const a = await settleIn({ seat: 'officer', rank: 'A' });
    await settleIn({ seat: 'officer', rank: 'B' });
    await post();
    await makeMails(pool, planId, making());
    await letAllEnd(planId, {});
    await settle(planId);
    await pool.query(`UPDATE mail SET recipient = 'old@unit.example' WHERE plan_id = $1 AND person_id = $2`, [
      planId,
      a,
    ]);
    const monday = mailHour(plainDate('2022-10-10'));
    await post({ dueAt: monday });
    await makeMails(pool, planId, making(monday));
    expect((await personsTried(planId)).at(-1)).toBe(a);
  });
});

describe('a channel that does not work', () => {
  it('shows until a server answers again', async () => {
    const { planId, settle: settleIn, post } = await town(pool);
    await settleIn({ seat: 'officer', rank: 'A' });
    await post();
    await makeMails(pool, planId, making());
    const wrongPassword = { outcome: 'retry', failureClass: 'authentication', responseCode: 535 } as const;
    await letAllEnd(planId, { ...wrongPassword, response: '535 wrong password', endedAt: onSunday('9:05') });
    expect(await channelTroubles(pool)).toEqual([
      { clock: 'real', failureClass: 'authentication', response: '535 wrong password', lastTriedAt: onSunday('9:05') },
    ]);
    await letAllEnd(planId, { outcome: 'accepted', failureClass: null, endedAt: onSunday('9:06') });
    expect(await channelTroubles(pool)).toEqual([]);
  });
});
