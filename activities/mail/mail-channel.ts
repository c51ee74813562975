import { type Instant, epochOf, instantOfEpoch } from '../../domain/instant.ts';
import type { PlanClock } from '../../domain/plan/plan-state.ts';
import { isChannelTrouble, type SendOutcome } from './send-outcome.ts';
import { type SmtpLine, type SmtpPatience, createSmtpLine } from './smtp-line.ts';
import { smtpSettings } from './smtp-settings.ts';

/** Delays between tries, on the wall clock: each twice the one before, up to `mostMs`. */
export interface Delays {
  readonly firstMs: number;
  readonly mostMs: number;
}

export interface ChannelPlan {
  readonly url: string;
  /** Connections at once; each sends one mail at a time. */
  readonly lines: number;
  readonly patience: SmtpPatience;
  /** Before a mail is tried again that the server put off. */
  readonly retryDelays: Delays;
  /** Before anything is tried again when the server itself cannot be worked with. */
  readonly pauseDelays: Delays;
  /** After so long a mail that is only ever put off has failed; null where it is tried for ever. */
  readonly giveUpAfterMs: number | null;
}

/** One way out for mail: its connections, and whether it rests because the server cannot be worked with. */
export interface MailChannel {
  readonly plan: ChannelPlan;
  /** The connections to use now: one alone while the server has yet to show that it works again, none during a pause. */
  readonly usableLines: (now: Instant) => readonly SmtpLine[];
  /** Until when nothing is to be tried; null when it works as far as known. */
  readonly pausedUntil: (now: Instant) => Instant | null;
  /** Every outcome is told here: trouble on the way makes the channel pause, longer each time; any answer ends that. */
  readonly note: (outcome: SendOutcome, now: Instant) => void;
  readonly close: () => void;
}

/** The channel to one server; nothing is connected before the first mail. */
export function createMailChannel(plan: ChannelPlan): MailChannel {
  const settings = smtpSettings(plan.url);
  const lines = Array.from({ length: plan.lines }, () => createSmtpLine(settings, plan.patience));
  let troubles = 0;
  let paused: Instant | null = null;
  return {
    plan,
    usableLines: (now) => (paused !== null && paused > now ? [] : troubles > 0 ? lines.slice(0, 1) : lines),
    pausedUntil: (now) => (paused !== null && paused > now ? paused : null),
    note: (outcome, now) => {
      if (outcome.state === 'claim-lost') return;
      if (!isChannelTrouble(outcome)) {
        troubles = 0;
        paused = null;
        return;
      }
      // Lines that fail together are one trouble.
      if (paused !== null && paused > now) return;
      troubles += 1;
      paused = after(now, plan.pauseDelays, troubles);
    },
    close: () => {
      for (const line of lines) line.close();
    },
  };
}

/** The instant of the next try after the `count`th one in vain. */
export function after(now: Instant, { firstMs, mostMs }: Delays, count: number): Instant {
  return instantOfEpoch(epochOf(now) + Math.min(firstMs * 2 ** Math.min(count - 1, 30), mostMs));
}

const patience: SmtpPatience = { connectionMs: 10_000, greetingMs: 10_000, socketMs: 60_000, mailMs: 120_000 };
const [seconds, minutes, days] = [1_000, 60_000, 86_400_000];

/** How the relay for real people is treated. */
export function relayPlan(url: string): ChannelPlan {
  return {
    url,
    lines: 4,
    patience,
    retryDelays: { firstMs: minutes, mostMs: 60 * minutes },
    pauseDelays: { firstMs: 5 * seconds, mostMs: 10 * minutes },
    giveUpAfterMs: 3 * days,
  };
}

/** How the sandbox of rehearsals is treated: it is our own, so it is asked again soon, and a stepped plan waits for it. */
export function sandboxPlan(url: string): ChannelPlan {
  return {
    url,
    lines: 4,
    patience: { ...patience, socketMs: 10 * seconds, mailMs: 20 * seconds },
    retryDelays: { firstMs: 500, mostMs: 5 * seconds },
    pauseDelays: { firstMs: 500, mostMs: 5 * seconds },
    giveUpAfterMs: null,
  };
}

/** The ways out of this process: real plans through the relay, stepped ones into the sandbox and nowhere else. */
export function createMailChannels({
  smtpUrl,
  sandboxSmtpUrl,
}: {
  readonly smtpUrl: string | null;
  readonly sandboxSmtpUrl: string | null;
}): Readonly<Record<PlanClock, MailChannel | null>> {
  return {
    real: smtpUrl === null ? null : createMailChannel(relayPlan(smtpUrl)),
    stepped: sandboxSmtpUrl === null ? null : createMailChannel(sandboxPlan(sandboxSmtpUrl)),
  };
}
