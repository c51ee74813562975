import type { ActivityLife } from '../../../activities/mail/activity-life.ts';
import {
  type ChannelPlan,
  type MailChannel,
  createMailChannel,
  relayPlan,
} from '../../../activities/mail/mail-channel.ts';
import { type PostOffice, createPostOffice } from '../../../activities/post-office.ts';
import { type Instant, epochOf, instantOfEpoch } from '../../../domain/instant.ts';
import type { Store } from '../../../store/store.ts';
import type { LostLetter } from '../../../store/post-office/settle-failures.ts';
import { type Town, onSunday, town } from '../../store/post-office/town.ts';
import { onTestFinished } from 'vitest';

/** A post office with a clock that stands still until it is moved, and sleeps that only move it. */
export interface TestOffice extends PostOffice {
  readonly told: readonly LostLetter[];
  readonly now: () => Instant;
  readonly pass: (ms: number) => void;
  /** From now on every activity hears that it has to stop. */
  readonly shutDown: () => void;
  readonly starts: () => number;
}

export interface OfficePlan {
  readonly pool: Store['pool'];
  readonly smtpUrl: string | null;
  readonly sandboxUrl?: string;
  /** What happens while the office sleeps; the number counts the sleeps from 1. */
  readonly whileAsleep?: (count: number) => Promise<void>;
  /** How far a sleep moves the clock; as long as it was asked for where nothing is said. */
  readonly sleepMs?: number;
}

/** How every mail of the plan stands, with the class of its failure. */
export async function mailStates(pool: Store['pool'], planId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ what: string }>(
    `SELECT concat_ws(' ', state, failure_class) AS what FROM mail WHERE plan_id = $1 ORDER BY plan_day, sequence, id`,
    [planId],
  );
  return rows.map(({ what }) => what);
}

/** A plan whose one officer, `a@unit.example`, has a letter for this morning. */
export async function planWithLetter(pool: Store['pool']): Promise<Town & { readonly letterId: string }> {
  const plan = await town(pool);
  await plan.settle({ seat: 'officer', rank: 'A', email: 'a@unit.example' });
  return { ...plan, letterId: await plan.post() };
}

/** Opens the post office, closed when the test ends, on Sunday 9 October 2022, 09:00. */
export function openOffice({ pool, smtpUrl, sandboxUrl, whileAsleep, sleepMs }: OfficePlan): TestOffice {
  let epoch = epochOf(onSunday('9:00'));
  let [isStopping, sleeps, starts] = [false, 0, 0];
  const told: LostLetter[] = [];
  const now = (): Instant => instantOfEpoch(epoch);
  const life: ActivityLife = {
    isStopping: () => isStopping,
    sleep: async (waitMs) => {
      epoch += sleepMs ?? waitMs;
      sleeps += 1;
      await whileAsleep?.(sleeps);
    },
    alive: (work) => work(),
  };
  const channels = { real: impatient(smtpUrl), stepped: impatient(sandboxUrl ?? null) };
  onTestFinished(() => {
    channels.real?.close();
    channels.stepped?.close();
  });
  const office = createPostOffice({
    store: { pool },
    mailFrom: '督办 <duban@duban.example>',
    publicUrl: 'https://duban.example/',
    now,
    life: () => life,
    channels,
    tellFailure: async (letter) => void told.push(letter),
    startLeftDeliveries: async () => void (starts += 1),
    startLateWriters: async () => {},
  });
  return {
    ...office,
    told,
    now,
    pass: (ms) => void (epoch += ms),
    shutDown: () => void (isStopping = true),
    starts: () => starts,
  };
}

// A server that says nothing is given up soon, yet one on a busy machine is not; the delays run on the test's own clock.
const patience: ChannelPlan['patience'] = { connectionMs: 3_000, greetingMs: 1_500, socketMs: 1_500, mailMs: 4_000 };

function impatient(url: string | null): MailChannel | null {
  return url === null ? null : createMailChannel({ ...relayPlan(url), patience });
}
