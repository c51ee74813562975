import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaughtMail } from '../../embedded/caught-mail.ts';
import { openPool } from '../../store/pool.ts';
import { claimMails, markSending } from '../../store/post-office/claim-mails.ts';
import { makeMails } from '../../store/post-office/make-mails.ts';
import { freshDatabase } from '../support/database.ts';
import { mailCatcher } from '../support/mail-catcher.ts';
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

describe('a server that refuses', () => {
  it('is asked again after a delay that grows, when it puts a mail off', async () => {
    const catcher = await mailCatcher();
    const { planId } = await planWithLetter(pool);
    const { deliverDue, pass, now } = office({ smtpUrl: catcher.url });
    await catcher.behave({ kind: 'answer', at: 'recipient', code: 451 });
    const first = await deliverDue({ planId });
    expect(first).toMatchObject({ isSettled: false, retrying: 1, underWay: 0, nextTryAt: onSunday('9:01') });
    pass(minutes);
    expect(now()).toBe(first.nextTryAt);
    expect(await deliverDue({ planId })).toMatchObject({ retrying: 1, nextTryAt: onSunday('9:03') });
    await catcher.behave({ kind: 'accept' });
    expect(await deliverDue({ planId })).toMatchObject({ retrying: 1 });
    expect(catcher.mails()).toEqual([]);
    pass(2 * minutes);
    expect(await deliverDue({ planId })).toMatchObject({ isSettled: true });
    expect(catcher.mails()).toHaveLength(1);
    expect(await statesOf(planId)).toEqual(['accepted']);
  });

  it('has refused for good after three days of putting off', async () => {
    const catcher = await mailCatcher();
    const { planId, letterId } = await planWithLetter(pool);
    const { deliverDue, pass, told } = office({ smtpUrl: catcher.url });
    await catcher.behave({ kind: 'answer', at: 'recipient', code: 452 });
    await deliverDue({ planId });
    pass(3 * 24 * 60 * minutes);
    await deliverDue({ planId });
    expect(await statesOf(planId)).toEqual(['failed mailbox']);
    expect(told).toMatchObject([{ letterId, failureClass: 'mailbox' }]);
  });

  it("makes a dead mailbox of officer A, and B gets the letters as a mail of B's own", async () => {
    const catcher = await mailCatcher();
    const { planId, settle } = await planWithLetter(pool);
    await settle({ seat: 'officer', rank: 'B', email: 'b@unit.example' });
    catcher.rejectMailbox('a@unit.example', true);
    const { deliverDue, told } = office({ smtpUrl: catcher.url });
    expect(await deliverDue({ planId })).toMatchObject({ isSettled: true });
    expect(receivers(catcher.mails())).toEqual(['b@unit.example']);
    expect(await statesOf(planId)).toEqual(['failed mailbox', 'accepted']);
    expect(told).toEqual([]);
  });

  it('has its chain told of every letter that reaches nobody, once', async () => {
    const catcher = await mailCatcher();
    const { planId, letterId, post } = await planWithLetter(pool);
    const second = await post({ key: 'progress/other' });
    catcher.rejectMailbox('a@unit.example', true);
    const { deliverDue, told } = office({ smtpUrl: catcher.url });
    await deliverDue({ planId });
    await deliverDue({ planId });
    expect(told.map((each) => each.letterId).toSorted()).toEqual([letterId, second].toSorted());
    expect(told.find((each) => each.letterId === second)).toMatchObject({
      key: 'progress/other',
      failureClass: 'mailbox',
    });
  });

  it('fails the one mail whose content it refuses', async () => {
    const catcher = await mailCatcher();
    const { planId } = await planWithLetter(pool);
    await catcher.behave({ kind: 'answer', at: 'data', code: 554 });
    const { deliverDue, told } = office({ smtpUrl: catcher.url });
    expect(await deliverDue({ planId })).toMatchObject({ isSettled: true });
    expect(await statesOf(planId)).toEqual(['failed content']);
    expect(told).toMatchObject([{ failureClass: 'content' }]);
  });
});

describe('a server that cannot be worked with', () => {
  it.each([
    [{ kind: 'refuse-connections' }, 'connection'],
    [{ kind: 'hang', at: 'connect' }, 'connection'],
    [{ kind: 'answer', at: 'connect', code: 421 }, 'service'],
    [{ kind: 'answer', at: 'authenticate', code: 535 }, 'authentication'],
  ] as const)('%o makes the channel pause, class %s, and costs no mail', async (behaviour, failureClass) => {
    const catcher = await mailCatcher();
    const { planId, home, settle, post } = await town(pool);
    for (let each = 1; each <= 30; each += 1) await settle({ seat: 'head', email: `h${each}@unit.example` });
    await post({ receiver: { unitId: home, seat: 'head' } });
    await catcher.behave(behaviour);
    const { deliverDue, pass } = office({ smtpUrl: catcher.url.replace('//', '//user:secret@') });
    const report = await deliverDue({ planId });
    expect(report).toMatchObject({ isSettled: false, underWay: 30, nextTryAt: '2022-10-09T01:00:05.000Z' });
    const { rows } = await pool.query<{ failure_class: string }>(
      'SELECT failure_class FROM mail_attempt WHERE mail_id IN (SELECT id FROM mail WHERE plan_id = $1)',
      [planId],
    );
    // One try a line tells enough; the other mails are not worn out on it.
    expect(rows.length).toBeLessThanOrEqual(4);
    expect(new Set(rows.map((row) => row.failure_class))).toEqual(new Set([failureClass]));
    await catcher.behave({ kind: 'accept' });
    pass(5_000);
    expect(await deliverDue({ planId })).toMatchObject({ isSettled: true });
    expect(catcher.mails()).toHaveLength(30);
  });
});

describe('a mail of which nobody knows whether the server has it', () => {
  it.each([
    [{ kind: 'drop', at: 'data', isKept: true }, 1],
    [{ kind: 'drop', at: 'data', isKept: false }, 0],
    [{ kind: 'hang', at: 'data', isKept: true }, 1],
  ] as const)('%o is ambiguous, counts as delivered and is never sent again', async (behaviour, kept) => {
    const catcher = await mailCatcher();
    const { planId } = await planWithLetter(pool);
    await catcher.behave(behaviour);
    const { deliverDue, pass, told } = office({ smtpUrl: catcher.url });
    expect(await deliverDue({ planId })).toMatchObject({ isSettled: true, made: 1 });
    expect(await statesOf(planId)).toEqual(['ambiguous no-answer']);
    await catcher.behave({ kind: 'accept' });
    pass(24 * 60 * minutes);
    expect(await deliverDue({ planId })).toMatchObject({ isSettled: true, made: 0 });
    expect(catcher.mails()).toHaveLength(kept);
    expect(told).toEqual([]);
  });

  it('is the one whose sender was killed after the content went out', async () => {
    const catcher = await mailCatcher();
    const { planId } = await planWithLetter(pool);
    await killedSender(planId, { isContentOut: true });
    const { deliverDue } = office({ smtpUrl: catcher.url, sleepMs: minutes });
    expect(await deliverDue({ planId })).toMatchObject({ isSettled: true });
    expect(await statesOf(planId)).toEqual(['ambiguous sender-lost']);
    expect(catcher.mails()).toEqual([]);
  });

  it('is not the one whose sender was killed before: that is sent, once, when the lease has ended', async () => {
    const catcher = await mailCatcher();
    const { planId } = await planWithLetter(pool);
    await killedSender(planId, { isContentOut: false });
    const { deliverDue, now } = office({ smtpUrl: catcher.url, sleepMs: minutes });
    expect(await deliverDue({ planId })).toMatchObject({ isSettled: true });
    expect(now()).toBe(onSunday('9:05'));
    expect(catcher.mails()).toHaveLength(1);
  });
});

/** Makes the plan's mail and claims it, as far as a sender comes that is killed then. */
async function killedSender(planId: string, { isContentOut }: { readonly isContentOut: boolean }): Promise<void> {
  const now = onSunday('9:00');
  await makeMails(pool, planId, { now, publicUrl: 'https://duban.example', messageDomain: 'duban.example' });
  const [mail] = await claimMails(pool, { clock: 'real', planId, now, leaseMs: 300_000, limit: 1 });
  if (mail === undefined) throw new Error('a mail was to be claimed');
  if (isContentOut) await markSending(pool, mail, now, 300_000);
}
