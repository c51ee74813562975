import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instant, epochOf, instantOfEpoch } from '../../../domain/instant.ts';
import { openPool } from '../../../store/pool.ts';
import {
  type MailAttempt,
  claimMails,
  finishAttempt,
  lapseLeases,
  markSending,
  releaseMail,
} from '../../../store/post-office/claim-mails.ts';
import { makeMails } from '../../../store/post-office/make-mails.ts';
import { freshDatabase } from '../../support/database.ts';
import { onSunday, town } from './town.ts';

let pool: ReturnType<typeof openPool>;
beforeAll(async () => {
  const { appUrl } = await freshDatabase();
  pool = openPool({ url: appUrl, size: 10, name: 'test' });
});
afterAll(async () => pool.end());

const now = onSunday('9:00');
const later = (minutes: number): Instant => instantOfEpoch(epochOf(now) + minutes * 60_000);
const leaseMs = 300_000;

/** A plan with `count` mails to as many heads. */
async function planWithMails(count: number) {
  const { planId, home, settle, post } = await town(pool);
  for (let each = 0; each < count; each += 1) await settle({ seat: 'head' });
  await post({ receiver: { unitId: home, seat: 'head' } });
  await makeMails(pool, planId, { now, publicUrl: 'https://duban.example', messageDomain: 'duban.example' });
  const claim = (at: Instant = now, limit = 100) =>
    claimMails(pool, { clock: 'real', planId, now: at, leaseMs, limit });
  const states = async () => {
    const { rows } = await pool.query<{ state: string; fence: number; attempts: number; failure_class: string | null }>(
      'SELECT state, fence, attempts, failure_class FROM mail WHERE plan_id = $1 ORDER BY id',
      [planId],
    );
    return rows;
  };
  return { planId, claim, states };
}

async function only<T>(claimed: Promise<readonly T[]>): Promise<T> {
  const [first, ...others] = await claimed;
  if (first === undefined || others.length > 0) throw new Error('exactly one mail was to be claimed');
  return first;
}

const accepted: MailAttempt = {
  outcome: 'accepted',
  failureClass: null,
  responseCode: 250,
  response: '250 OK',
  beganAt: now,
  endedAt: later(0.1),
  nextTryAt: now,
};

describe('claiming mails', () => {
  it('gives every mail to one of eight senders that claim at once', async () => {
    const { claim } = await planWithMails(40);
    const batches = await Promise.all(Array.from({ length: 8 }, () => claim(now, 7)));
    const ids = batches.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length + (await claim()).length).toBe(40);
  });

  it('gives stepped and real mails to different channels', async () => {
    const { planId } = await planWithMails(1);
    expect(await claimMails(pool, { clock: 'stepped', planId, now, leaseMs, limit: 10 })).toEqual([]);
  });

  it('gives a mail again when the lease of a vanished sender ends, and holds that sender off', async () => {
    const { claim, states } = await planWithMails(1);
    const vanished = await only(claim());
    await lapseLeases(pool, later(4.9), { real: leaseMs, stepped: leaseMs });
    expect(await claim(later(4.9))).toEqual([]);
    await lapseLeases(pool, later(5), { real: leaseMs, stepped: leaseMs });
    const second = await only(claim(later(5)));
    expect(second.fence).toBe(vanished.fence + 1);
    expect(await markSending(pool, vanished, later(5), leaseMs)).toBe(false);
    expect(await finishAttempt(pool, vanished, accepted)).toBe(false);
    expect(await markSending(pool, second, later(5), leaseMs)).toBe(true);
    expect(await finishAttempt(pool, second, accepted)).toBe(true);
    expect(await states()).toEqual([{ state: 'accepted', fence: 2, attempts: 1, failure_class: null }]);
  });

  it('takes a mail whose sender vanished after the content went out as ambiguous, and gives it to nobody', async () => {
    const { planId, claim, states } = await planWithMails(1);
    const mail = await only(claim());
    await markSending(pool, mail, now, leaseMs);
    await lapseLeases(pool, later(5), { real: leaseMs, stepped: 1 });
    expect(await states()).toEqual([{ state: 'ambiguous', fence: 1, attempts: 1, failure_class: 'sender-lost' }]);
    expect(await claim(later(60))).toEqual([]);
    const { rows } = await pool.query(
      'SELECT began_at, outcome FROM mail_attempt WHERE mail_id IN (SELECT id FROM mail WHERE plan_id = $1)',
      [planId],
    );
    expect(rows).toEqual([{ began_at: now, outcome: 'ambiguous' }]);
  });

  it('marks a mail as being sent only once', async () => {
    const { claim } = await planWithMails(1);
    const mail = await only(claim());
    const marks = await Promise.all([markSending(pool, mail, now, leaseMs), markSending(pool, mail, now, leaseMs)]);
    expect(marks.filter(Boolean)).toHaveLength(1);
  });

  it('gives back untried mails as they were', async () => {
    const { claim, states } = await planWithMails(1);
    const mail = await only(claim());
    await releaseMail(pool, mail, later(1));
    expect(await states()).toMatchObject([{ state: 'due', attempts: 0 }]);
    expect(await claim(now)).toEqual([]);
    expect(await claim(later(1))).toHaveLength(1);
  });

  it('keeps what the server answered, once per attempt, and tries again when it is time', async () => {
    const { planId, claim } = await planWithMails(1);
    const first = await only(claim());
    const putOff = { ...accepted, outcome: 'retry', failureClass: 'mailbox', responseCode: 451 } as const;
    await finishAttempt(pool, first, { ...putOff, response: '451 later', nextTryAt: later(2) });
    expect(await claim(later(1))).toEqual([]);
    const second = await only(claim(later(2)));
    expect(second).toMatchObject({ attempts: 1, firstTriedAt: now });
    await finishAttempt(pool, second, accepted);
    const { rows } = await pool.query(
      `SELECT fence, outcome, response_code, response FROM mail_attempt
       WHERE mail_id IN (SELECT id FROM mail WHERE plan_id = $1) ORDER BY fence`,
      [planId],
    );
    expect(rows).toEqual([
      { fence: 1, outcome: 'retry', response_code: 451, response: '451 later' },
      { fence: 2, outcome: 'accepted', response_code: 250, response: '250 OK' },
    ]);
  });
});
