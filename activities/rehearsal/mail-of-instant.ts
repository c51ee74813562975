import { setTimeout as wait } from 'node:timers/promises';
import { type Instant, epochOf } from '../../domain/instant.ts';
import { dueLettersMark } from '../../store/plan/plan-backlog.ts';
import type { DeliveryReport } from '../post-office.ts';
import { type MailBacklog, type StepDeps, catchUp } from './catch-up.ts';

/** What delivering a plan's mail works with. */
export interface MailDeps extends StepDeps {
  readonly deliverDue: (plan: { readonly planId: string }) => Promise<DeliveryReport>;
  readonly wallClock: () => Instant;
}

/** The mail of one instant of a plan. */
export interface InstantMail {
  /** Delivers what is due; the plan's instant at which letters that wait for another day's mail go out, or null. */
  readonly deliver: (left: MailBacklog) => Promise<Instant | null>;
}

/**
 * Delivers a plan's mail at one instant as often as something may have come in. Nothing is asked of the post office while the letters
 * that are due are those which it has already left for another day: at the same instant it would leave them again.
 */
export function mailOfInstant(deps: MailDeps, planId: string, instant: Instant): InstantMail {
  let leftMark: string | null = null;
  let waitUntil: Instant | null = null;
  return {
    deliver: async ({ letters, mails }) => {
      if (letters === 0 && mails === 0) return null;
      if (mails === 0 && leftMark !== null && (await dueLettersMark(deps.store, planId, instant)) === leftMark)
        return waitUntil;
      ({ waitUntil } = await deliverAll(deps, planId, instant));
      leftMark = waitUntil === null ? null : await dueLettersMark(deps.store, planId, instant);
      return waitUntil;
    },
  };
}

// Retries run on the wall clock, and the plan waits for them: no letter is left behind by a step.
async function deliverAll(deps: MailDeps, planId: string, instant: Instant): Promise<DeliveryReport> {
  for (;;) {
    const report = await deps.deliverDue({ planId });
    if (report.isSettled) return report;
    deps.heartbeat();
    if (report.waitsFor !== null) await catchUp(deps, planId, instant);
    const now = deps.wallClock();
    const pauseMs = report.nextTryAt === null ? pollMs : epochOf(report.nextTryAt) - epochOf(now);
    await wait(Math.min(Math.max(pauseMs, pollMs), longestPauseMs));
  }
}

const pollMs = 50;
const longestPauseMs = 5_000;
