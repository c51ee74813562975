import { ApplicationFailure } from '@temporalio/common';
import { type Instant, epochOf, instantOfEpoch } from '../domain/instant.ts';
import { mailOutlook, nextDueInstant } from '../store/post-office/mail-outlook.ts';
import { type ActivityLife, activityLife } from './mail/activity-life.ts';
import { type Round, type RoundDeps, deliveryRound } from './mail/delivery-round.ts';

export interface PostOfficeDeps extends Omit<RoundDeps, 'life'> {
  /** Starts the workflows of acts on returns whose start was left out, by a crash between record and start. */
  readonly startLeftDeliveries: () => Promise<void>;
  /** Starts the writers of real plans that let their time pass, as after the loss of the whole engine. */
  readonly startLateWriters: (now: Instant) => Promise<void>;
  /** The worker's own shutdown, known before the grace time is over. */
  readonly shutdown?: AbortSignal;
  /** For tests, which run without an engine. */
  readonly life?: () => ActivityLife;
}

/** What is left of a plan's mail after a delivery. */
export interface DeliveryReport {
  /** Nothing due is on its way any more: every mail is accepted, ambiguous or failed and looked after. */
  readonly isSettled: boolean;
  readonly made: number;
  /** Mails that another sender holds, or that the server could not be reached for. */
  readonly underWay: number;
  readonly retrying: number;
  /** Wall clock: when to deliver again; null where nothing waits for it. */
  readonly nextTryAt: Instant | null;
  /** A chain of the plan that has to take a wake before its merged mails are made. */
  readonly waitsFor: string | null;
  /** The plan's own instant at which letters that are due already go out, since their receivers have had this day's mail. */
  readonly waitUntil: Instant | null;
}

const pollMs = 1_000;
const activityMs = 3_600_000;
const lateWritersMs = 60_000;
// Another sender holds the mail: it is done in less than a second, or its lease ends.
const otherSenderMs = 100;

/** The post office's activities; both deliver by the same round. */
export interface PostOffice {
  /** Delivers as long as it is let: polls every second, sooner when something is due sooner; returns after an hour. */
  readonly deliverLetters: () => Promise<void>;
  /** Delivers everything of one plan that is due at its own now, until nothing is left but what waits for another try. */
  readonly deliverDue: (request: { readonly planId: string }) => Promise<DeliveryReport>;
}

/** The post office on these ways out; whoever opened the channels closes them. */
export function createPostOffice(deps: PostOfficeDeps): PostOffice {
  return {
    deliverLetters: async () => {
      const life = lifeOf(deps);
      await life.alive(() => deliverForAnHour(deps, life));
    },
    deliverDue: async ({ planId }) => {
      const life = lifeOf(deps);
      return life.alive(() => deliverPlan(deps, life, planId));
    },
  };
}

async function deliverForAnHour(deps: PostOfficeDeps, life: ActivityLife): Promise<void> {
  const endsAt = instantOfEpoch(epochOf(deps.now()) + activityMs);
  const quiet = new Map<string, Instant>();
  let lookAgainAt = deps.now();
  while (!life.isStopping() && deps.now() < endsAt) {
    await deliveryRound({ ...deps, life }, { planId: null, quiet });
    await deps.startLeftDeliveries();
    if (deps.now() >= lookAgainAt) {
      await deps.startLateWriters(deps.now());
      lookAgainAt = instantOfEpoch(epochOf(deps.now()) + lateWritersMs);
    }
    await life.sleep(await untilNextRound(deps));
  }
}

async function deliverPlan(deps: PostOfficeDeps, life: ActivityLife, planId: string): Promise<DeliveryReport> {
  let made = 0;
  for (;;) {
    const round = await deliveryRound({ ...deps, life }, { planId, quiet: new Map() });
    await deps.startLeftDeliveries();
    made += round.made.reduce((sum, each) => sum + each.made, 0);
    const report = await reportOf(deps, planId, { round, made });
    if (report.isSettled || life.isStopping() || mustWait(deps, round, report)) return report;
    if (round.tried === 0 && round.settled === 0) await life.sleep(otherSenderMs);
  }
}

function lifeOf({ life, shutdown }: PostOfficeDeps): ActivityLife {
  return life === undefined ? activityLife(shutdown) : life();
}

async function untilNextRound({ store, now }: PostOfficeDeps): Promise<number> {
  const moment = now();
  const next = await nextDueInstant(store.pool, moment);
  return next === null ? pollMs : Math.min(pollMs, epochOf(next) - epochOf(moment));
}

interface Delivered {
  readonly round: Round;
  readonly made: number;
}

async function reportOf(deps: PostOfficeDeps, planId: string, { round, made }: Delivered): Promise<DeliveryReport> {
  const [plan] = round.made;
  if (plan === undefined) {
    throw ApplicationFailure.nonRetryable(`没有计划 ${planId}，或者演练计划尚未设定时钟。`, 'unknown-plan');
  }
  const { underWay, retrying, unsettled, nextTryAt } = await mailOutlook(deps.store.pool, planId, deps.now());
  const channel = deps.channels[plan.plan.clock];
  if (channel === null && underWay + retrying > 0) throw missingChannel(plan.plan.clock);
  const pausedUntil = channel?.pausedUntil(deps.now()) ?? null;
  const waitsFor = plan.merge.kind === 'waits-for' ? plan.merge.chain : null;
  const isSettled = underWay + retrying + unsettled === 0 && waitsFor === null;
  const soonest = pausedUntil !== null && (nextTryAt === null || nextTryAt < pausedUntil) ? pausedUntil : nextTryAt;
  const next = isSettled ? null : soonest;
  return { isSettled, made, underWay, retrying, nextTryAt: next, waitsFor, waitUntil: plan.waitUntil };
}

// Nothing can be done now: the channel rests, only retries are left, or the merge waits for a workflow.
function mustWait(
  { channels, now }: PostOfficeDeps,
  { made, settled }: Round,
  { underWay, waitsFor }: DeliveryReport,
): boolean {
  const isPaused = made.some(({ plan }) => (channels[plan.clock]?.pausedUntil(now()) ?? null) !== null);
  return isPaused || (underWay === 0 && settled === 0) || waitsFor !== null;
}

function missingChannel(clock: 'real' | 'stepped'): ApplicationFailure {
  const text =
    clock === 'stepped'
      ? '演练计划的邮件只投递到演练邮箱：请设置 SANDBOX_SMTP_URL 后重新启动。'
      : '没有可用的邮件服务器：请设置 SMTP_URL 后重新启动。';
  return ApplicationFailure.nonRetryable(text, 'no-mail-channel');
}
