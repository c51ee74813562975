import { type Instant, epochOf, instantOfEpoch } from '../../domain/instant.ts';
import type { PlanClock } from '../../domain/plan/plan-state.ts';
import {
  type ClaimedMail,
  type MailAttempt,
  claimMails,
  finishAttempt,
  markSending,
  releaseMail,
} from '../../store/post-office/claim-mails.ts';
import { isDatabaseAway } from '../../store/post-office/database-away.ts';
import type { Store } from '../../store/store.ts';
import type { ActivityLife } from './activity-life.ts';
import { composeMail, senderOf } from './compose-mail.ts';
import { type ChannelPlan, type MailChannel, after } from './mail-channel.ts';
import type { SendOutcome } from './send-outcome.ts';
import type { SmtpLine } from './smtp-line.ts';

/** What sending needs, whichever mails it is about. */
export interface SendingDeps {
  readonly store: Pick<Store, 'pool'>;
  readonly mailFrom: string;
  /** Wall clock. */
  readonly now: () => Instant;
  readonly life: ActivityLife;
}

/** Which mails to send, and the one way out for them: a stepped plan's never meet the channel of real ones. */
export interface SendingScope {
  readonly clock: PlanClock;
  readonly planId: string | null;
  readonly channel: MailChannel;
}

/**
 * Longer than the longest a line may take over one mail, so that a lease ends only when its sender is gone. A stepped plan waits
 * for the mails of a sender that died, and its sandbox is asked with less patience: its leases are shorter.
 */
export const leaseMs: Readonly<Record<PlanClock, number>> = { real: 300_000, stepped: 60_000 };

// Few at a time, so that a line that meets a slow server does not keep mails from the others.
const claimedAtOnce = 5;

/** Sends everything in scope that may be tried now, over all usable lines at once; the number of mails that were tried. */
export async function sendMails(deps: SendingDeps, scope: SendingScope): Promise<number> {
  const lines = scope.channel.usableLines(deps.now());
  const counts = await Promise.all(lines.map((line) => sendAlong(deps, scope, line)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function sendAlong(deps: SendingDeps, scope: SendingScope, line: SmtpLine): Promise<number> {
  const { store, now, life } = deps;
  const { clock, planId, channel } = scope;
  const mayGoOn = (): boolean => !life.isStopping() && channel.usableLines(now()).includes(line);
  let tried = 0;
  while (mayGoOn()) {
    const batch = await claimMails(store.pool, {
      clock,
      planId,
      now: now(),
      leaseMs: leaseMs[clock],
      limit: claimedAtOnce,
    });
    if (batch.length === 0) break;
    for (const mail of batch) {
      if (!mayGoOn()) {
        await releaseMail(store.pool, mail, now());
        continue;
      }
      await sendOne(deps, { line, channel, mail });
      tried += 1;
    }
  }
  return tried;
}

interface Sending {
  readonly line: SmtpLine;
  readonly channel: MailChannel;
  readonly mail: ClaimedMail;
}

async function sendOne(deps: SendingDeps, { line, channel, mail }: Sending): Promise<void> {
  const { store, now, mailFrom } = deps;
  const from = senderOf(mailFrom);
  const content = await composeMail({ ...mail, from, to: mail.recipient });
  const beganAt = now();
  const outcome = await line.send({
    from: from.address,
    to: mail.recipient,
    content,
    mayGoOut: () => markSending(store.pool, mail, now(), leaseMs[mail.clock]),
  });
  channel.note(outcome, now());
  const attempt = attemptOf(outcome, { mail, plan: channel.plan, beganAt, endedAt: now() });
  if (attempt !== null) await recordSurely(deps, mail, attempt);
}

interface Tried {
  readonly mail: ClaimedMail;
  readonly plan: ChannelPlan;
  readonly beganAt: Instant;
  readonly endedAt: Instant;
}

function attemptOf(outcome: SendOutcome, { mail, plan, beganAt, endedAt }: Tried): MailAttempt | null {
  if (outcome.state === 'claim-lost') return null;
  const { responseCode, response } = outcome;
  const said = { responseCode, response, beganAt, endedAt, nextTryAt: endedAt };
  if (outcome.state === 'accepted') return { ...said, outcome: 'accepted', failureClass: null };
  const { state, failureClass } = outcome;
  if (state !== 'retry') return { ...said, outcome: state, failureClass };
  if (failureClass !== 'mailbox' && failureClass !== 'content') {
    // The channel's own pause holds it back.
    return { ...said, outcome: 'retry', failureClass };
  }
  const triedForMs = epochOf(endedAt) - epochOf(mail.firstTriedAt ?? beganAt);
  const isGivenUp = plan.giveUpAfterMs !== null && triedForMs >= plan.giveUpAfterMs;
  const nextTryAt = after(endedAt, plan.retryDelays, mail.attempts + 1);
  return { ...said, outcome: isGivenUp ? 'failed' : 'retry', failureClass, nextTryAt };
}

// What the server answered must not get lost because the database restarts just now: it is kept while the lease lasts.
async function recordSurely({ store, now, life }: SendingDeps, mail: ClaimedMail, attempt: MailAttempt): Promise<void> {
  const deadline = instantOfEpoch(epochOf(attempt.endedAt) + leaseMs[mail.clock] / 2);
  for (;;) {
    try {
      await finishAttempt(store.pool, mail, attempt);
      return;
    } catch (error) {
      if (!isDatabaseAway(error) || life.isStopping() || now() >= deadline) throw error;
      await life.sleep(1_000);
    }
  }
}
