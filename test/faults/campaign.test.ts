import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRehearsal } from '../../api/engine/rehearsals.ts';
import type { MailBehaviour } from '../../embedded/mail-behaviour.ts';
import { type CampaignBed, campaignBed } from './campaign-bed.ts';
import { playDisturbed, playYear } from './play-year.ts';
import { randomMoments } from './random-moments.ts';
import { type YearProof, triesOf, yearProof } from './year-proof.ts';

const seed = 20221130;
const minutes = 60_000;

let bed: CampaignBed;
let undisturbed: YearProof;

beforeAll(async () => {
  bed = await campaignBed();
  const planId = await bed.importNotice('ordinary');
  await playYear(bed, planId);
  undisturbed = await yearProof(bed, planId);
}, 20 * minutes);
afterAll(() => bed.close(), 2 * minutes);

/** Moments that depend on the seed, in events of the plan, spread over the year. */
function momentsOfYear(count: number): readonly number[] {
  return randomMoments(seed + count, count, [20, Math.floor(undisturbed.events * 0.95)]);
}

/** Plays the year once more with a fault at each moment; everything by which it can be told from the undisturbed one. */
async function disturbedYear(
  moments: readonly number[],
  fault: (planId: string) => Promise<void>,
): Promise<YearProof & { readonly crashes: readonly string[] }> {
  const planId = await bed.importNotice('ordinary');
  await playDisturbed(bed, { planId, moments, fault: () => fault(planId) });
  const crashes = bed.crashes.map(({ name, cause, lastLines }) => `${name} ${cause}\n${lastLines}`);
  return { ...(await yearProof(bed, planId)), crashes };
}

const said = (moments: readonly number[]) => `seed ${seed}, faults after ${moments.join(', ')} events`;

describe('the year of the real notice', { timeout: 20 * minutes }, () => {
  it('is played and proves itself', () => {
    expect(undisturbed).toMatchObject({ isVerified: true, brokenMails: [] });
    expect(undisturbed.events).toBeGreaterThan(500);
    expect(undisturbed.mails.length).toBeGreaterThan(100);
  });

  it('is the same when its worker is killed at five random moments', async () => {
    const moments = momentsOfYear(5);
    const year = await disturbedYear(moments, async () => {
      await bed.killWorker();
      bed.startWorker();
    });
    expect(year, said(moments)).toEqual({ ...undisturbed, crashes: [] });
  });

  it('is the same when PostgreSQL is away for 90 seconds', async () => {
    const moments = momentsOfYear(1);
    const year = await disturbedYear(moments, async () => {
      await bed.postgres.stop();
      await wait(90_000);
      await bed.postgres.start();
    });
    expect(year, said(moments)).toEqual({ ...undisturbed, crashes: [] });
  });

  it('is the same when the Temporal server is stopped once, killed once, and started again', async () => {
    const moments = momentsOfYear(2);
    const ways = [bed.temporal.stop, bed.temporal.kill];
    const year = await disturbedYear(moments, async () => {
      await ways.shift()?.();
      await wait(10_000);
      await bed.temporal.start();
    });
    expect(year, said(moments)).toEqual({ ...undisturbed, crashes: [] });
  });

  it('is the same when the mail server refuses connections, puts mail off, and hangs with the mail lost or kept', async () => {
    const moments = momentsOfYear(4);
    const faults: MailFault[] = [
      { behaviour: { kind: 'refuse-connections' }, shows: 'retry connection' },
      { behaviour: { kind: 'answer', at: 'recipient', code: 451 }, shows: 'retry mailbox' },
      { behaviour: { kind: 'hang', at: 'data', isKept: false }, shows: 'ambiguous no-answer' },
      { behaviour: { kind: 'hang', at: 'data', isKept: true }, shows: 'ambiguous no-answer' },
    ];
    const year = await disturbedYear(moments, async (planId) => {
      const fault = faults.shift();
      if (fault !== undefined) await misbehave(planId, fault);
    });
    expect(year, said(moments)).toEqual({ ...undisturbed, crashes: [] });
    expect(faults).toEqual([]);
  });

  it('is the same when the engine is lost with all it knew and begins again from the ledger', async () => {
    const moments = momentsOfYear(3).slice(1, 2);
    const year = await disturbedYear(moments, async (planId) => {
      await bed.killWorker();
      await bed.loseEngine();
      bed.startWorker();
      await startRehearsal(bed.client, bed.taskQueue, { planId, people: true, until: null });
    });
    expect(year, said(moments)).toEqual({ ...undisturbed, crashes: [] });
  });
});

interface MailFault {
  readonly behaviour: MailBehaviour;
  /** How a try of it goes down in the records. */
  readonly shows: string;
}

/** Lets the mail server misbehave until two mails of the plan have met it. */
async function misbehave(planId: string, { behaviour, shows }: MailFault): Promise<void> {
  const before = await triesOf(bed, planId, shows);
  await bed.mail.behave(behaviour);
  while ((await triesOf(bed, planId, shows)) < before + 2) await wait(200);
  await bed.mail.behave({ kind: 'accept' });
}
