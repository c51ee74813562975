import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRehearsal } from '../../api/engine/rehearsals.ts';
import { type PlainDate, plainDate } from '../../domain/plain-date.ts';
import type { MailBehaviour } from '../../embedded/mail-behaviour.ts';
import { type CampaignBed, campaignBed } from './campaign-bed.ts';
import { playDisturbed, playYear } from './play-year.ts';
import { randomMoments } from './random-moments.ts';
import { type YearProof, triesOf, yearProof } from './year-proof.ts';

const seed = 20221130;
const minutes = 60_000;

let bed: CampaignBed;
let undisturbed: YearProof;

/** What is played, and how far. */
interface Year {
  readonly scenario: string;
  readonly until: PlainDate | null;
}

const ordinary: Year = { scenario: 'ordinary', until: null };
/** Reminders, an urging by hand, a slip that nobody answers, an order, its answer returned and accepted. */
const escalating: Year = { scenario: 'silent-unit', until: plainDate('2022-11-09') };

beforeAll(async () => {
  bed = await campaignBed();
  ({ proof: undisturbed } = await undisturbedYear(ordinary));
}, 20 * minutes);
afterAll(() => bed.close(), 2 * minutes);

async function undisturbedYear({
  scenario,
  until,
}: Year): Promise<{ readonly planId: string; readonly proof: YearProof }> {
  const planId = await bed.importNotice(scenario);
  await playYear(bed, planId, until);
  return { planId, proof: await yearProof(bed, planId) };
}

/** How many events the plan had on the instant of the first event of this type. */
async function eventsUpTo(planId: string, type: string): Promise<number> {
  const { rows } = await bed.store.pool.query<{ readonly events: number }>(
    `WITH own AS (SELECT body -> 'event' AS event FROM event JOIN chain_head USING (chain) WHERE plan_id = $1)
     SELECT count(*)::int AS events FROM own
     WHERE event ->> 'at' <= (SELECT min(event ->> 'at') FROM own WHERE event ->> 'type' = $2)`,
    [planId, type],
  );
  return rows[0]?.events ?? 0;
}

/** Moments that depend on the seed, in events of the plan, spread over the year. */
function momentsOfYear(count: number, { events } = undisturbed): readonly number[] {
  return randomMoments(seed + count, count, [20, Math.floor(events * 0.95)]);
}

/** Plays the year once more with a fault at each moment; everything by which it can be told from the undisturbed one. */
async function disturbedYear(
  moments: readonly number[],
  fault: (planId: string) => Promise<void>,
  { scenario, until } = ordinary,
): Promise<YearProof & { readonly crashes: readonly string[] }> {
  const planId = await bed.importNotice(scenario);
  await playDisturbed(bed, { planId, until, moments, fault: () => fault(planId) });
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

  it('is the same with slips and orders when its worker is killed at five random moments, and twice while they run', async () => {
    const { planId, proof: quiet } = await undisturbedYear(escalating);
    expect(quiet).toMatchObject({ isVerified: true, brokenMails: [] });
    const within = randomMoments(seed, 2, [
      await eventsUpTo(planId, 'slipDrafted'),
      await eventsUpTo(planId, 'stepRecorded'),
    ]);
    const moments = [...momentsOfYear(5, quiet), ...within].toSorted((a, b) => a - b);
    const killed = async () => {
      await bed.killWorker();
      bed.startWorker();
    };
    const year = await disturbedYear(moments, killed, escalating);
    expect(year, said(moments)).toEqual({ ...quiet, crashes: [] });
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
