import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rehearsalRun, startRehearsal } from '../../api/engine/rehearsals.ts';
import { type MailCatcher, startMailCatcher } from '../../embedded/mail-catcher.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';

import { type PlanEngine, issueOnEngine, planEngine, rehearseOnEngine } from '../workflows/plan-engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'duban-folder-'));
let catcher: MailCatcher;
let duban: PlanEngine;

beforeAll(async () => {
  catcher = await startMailCatcher({ folder, port: 0 });
  duban = await planEngine(catcher.url);
  await duban.startWorker(duban.activities);
});
afterAll(async () => {
  await duban.close();
  await catcher.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A plan of two tasks, issued, with every letter of its first days delivered as far as it can be. */
async function issuedPlan(seed: string): Promise<string> {
  const plan = await rehearseOnEngine(duban, seed);
  await issueOnEngine(duban, plan);
  const { planId } = plan;
  await startRehearsal(duban.client, duban.taskQueue, { planId, people: false, until: plainDate('2022-08-24') });
  for (;;) {
    const { state, status } = await rehearsalRun(duban.client, planId);
    if (state === 'over') return planId;
    expect(status?.stoppedBy ?? null).toBeNull();
    await wait(100);
  }
}

/** State, receiver and letters of the plan's mails to officers of a unit. */
async function officersMail(planId: string, unit: string) {
  const { rows } = await duban.store.pool.query<{ state: string; recipient: string; letters: readonly string[] }>(
    `SELECT state, split_part(recipient, '@', 1) AS recipient, array_agg(letter_id::text ORDER BY letter_id) AS letters
     FROM mail JOIN mail_letter ON mail_letter.mail_id = mail.id
     WHERE plan_id = $1 AND recipient LIKE 'officer-%@' || $2 || '.%' GROUP BY mail.id ORDER BY recipient`,
    [planId, unit],
  );
  return rows;
}

interface RecordedFailure {
  readonly letterId: string;
  readonly failureClass: string;
}

async function failuresRecorded(planId: string): Promise<readonly RecordedFailure[]> {
  const { rows } = await duban.store.pool.query<{ event: RecordedFailure }>(
    `SELECT body -> 'event' AS event FROM event JOIN chain_head USING (chain)
     WHERE plan_id = $1 AND body -> 'event' ->> 'type' = 'deliveryFailed' ORDER BY chain, event.seq`,
    [planId],
  );
  return rows.map(({ event }) => event);
}

describe('a mailbox that the server refuses for good', () => {
  it('is officer A’s: officer B gets every letter, and nothing is lost', async () => {
    catcher.rejectMailbox('officer-a@gongxinju.demo.invalid', true);
    const planId = await issuedPlan('refused-a');
    catcher.rejectMailbox('officer-a@gongxinju.demo.invalid', false);
    const mails = await officersMail(planId, 'gongxinju');
    const lettersTo = (recipient: string, state: string) =>
      mails.filter((mail) => mail.recipient === recipient && mail.state === state).flatMap(({ letters }) => letters);
    expect(lettersTo('officer-a', 'failed').length).toBeGreaterThan(0);
    expect(lettersTo('officer-b', 'accepted')).toEqual(expect.arrayContaining(lettersTo('officer-a', 'failed')));
    expect(lettersTo('officer-a', 'accepted')).toEqual([]);
    expect(await failuresRecorded(planId)).toEqual([]);
  });

  it('is that of both officers: the chain of each letter records that it reached nobody, once', async () => {
    const addresses = ['officer-a@fagaiwei.demo.invalid', 'officer-b@fagaiwei.demo.invalid'];
    for (const address of addresses) catcher.rejectMailbox(address, true);
    const planId = await issuedPlan('refused-both');
    const mails = await officersMail(planId, 'fagaiwei');
    expect(mails.map(({ state }) => state)).toEqual(mails.map(() => 'failed'));
    const lost = [...new Set(mails.flatMap(({ letters }) => letters))].toSorted();
    expect(lost.length).toBeGreaterThan(0);
    // The post office tells a chain by a signal, whose recording nobody waits for.
    await vi.waitFor(async () => expect(await failuresRecorded(planId)).toHaveLength(lost.length), { timeout: 20_000 });
    const recorded = await failuresRecorded(planId);
    expect(recorded.map(({ letterId }) => letterId).toSorted()).toEqual(lost);
    expect(new Set(recorded.map(({ failureClass }) => failureClass))).toEqual(new Set(['mailbox']));
    expect(await verifyLedger(duban.store)).toMatchObject({ ok: true });
  });
});
