import type { Instant } from '../../domain/instant.ts';
import type { PlanClock } from '../../domain/plan/plan-state.ts';
import { lapseLeases } from '../../store/post-office/claim-mails.ts';
import type { MailMaking } from '../../store/post-office/insert-mails.ts';
import { type MadeMails, makeMails } from '../../store/post-office/make-mails.ts';
import { duePlans } from '../../store/post-office/plan-moment.ts';
import { type LostLetter, plansWithFailures, settleFailures } from '../../store/post-office/settle-failures.ts';
import { senderOf } from './compose-mail.ts';
import type { MailChannel } from './mail-channel.ts';
import { type SendingDeps, leaseMs, sendMails } from './send-mails.ts';

/** What a round of the post office needs. */
export interface RoundDeps extends SendingDeps {
  readonly publicUrl: string;
  /** The relay for real plans, the sandbox for stepped ones; null where none is set. */
  readonly channels: Readonly<Record<PlanClock, MailChannel | null>>;
  /** Tells a chain's workflow that a letter has reached nobody, for good; telling it twice does no harm. */
  readonly tellFailure: (letter: LostLetter) => Promise<void>;
}

/** One plan alone, or every real plan; what a stepped plan sends, and when, is decided by its rehearsal. */
export interface RoundScope {
  readonly planId: string | null;
  /** Plans whose letters are known to wait for a merged mail, until this instant. */
  readonly quiet: Map<string, Instant>;
}

/** What one round did. */
export interface Round {
  readonly made: readonly MadeMails[];
  readonly tried: number;
  /** Letters passed on to officer B, or told to their chains as lost. */
  readonly settled: number;
}

/** Due letters into mails, mails to the server, and what failed for good to somebody else or back to its chain. */
export async function deliveryRound(deps: RoundDeps, scope: RoundScope): Promise<Round> {
  const { store, now, channels } = deps;
  await lapseLeases(store.pool, now(), leaseMs);
  const made = await makeDueMails(deps, scope);
  let tried = 0;
  for (const clock of clocksOf(scope, made)) {
    const channel = channels[clock];
    if (channel !== null) tried += await sendMails(deps, { clock, planId: scope.planId, channel });
  }
  let settled = 0;
  for (const planId of await plansWithFailures(store.pool, scope.planId)) {
    const { passedOn, lost } = await settleFailures(store.pool, { planId, making: makingOf(deps) }, deps.tellFailure);
    settled += passedOn + lost;
  }
  return { made, tried, settled };
}

async function makeDueMails(deps: RoundDeps, { planId, quiet }: RoundScope): Promise<readonly MadeMails[]> {
  const { store, now } = deps;
  const all: MadeMails[] = [];
  for (const each of planId === null ? await loudPlans(deps, quiet) : [planId]) {
    const made = await makeMails(store.pool, each, makingOf(deps));
    if (made === null) continue;
    all.push(made);
    if (made.waitUntil === null || made.waitUntil <= now()) quiet.delete(each);
    else quiet.set(each, made.waitUntil);
  }
  return all;
}

// Over a weekend letters wait for Monday: they are not looked at again every second.
async function loudPlans({ store, now }: RoundDeps, quiet: ReadonlyMap<string, Instant>): Promise<readonly string[]> {
  const moment = now();
  const due = await duePlans(store.pool, moment);
  return due
    .filter(({ planId, hasUrgent }) => hasUrgent || (quiet.get(planId) ?? moment) <= moment)
    .map(({ planId }) => planId);
}

function clocksOf({ planId }: RoundScope, made: readonly MadeMails[]): readonly PlanClock[] {
  return planId === null ? ['real'] : made.map(({ plan }) => plan.clock);
}

function makingOf({ now, publicUrl, mailFrom }: RoundDeps): MailMaking {
  const messageDomain = senderOf(mailFrom).address.split('@').at(-1) ?? '';
  return { now: now(), publicUrl: publicUrl.replace(/\/+$/, ''), messageDomain };
}
