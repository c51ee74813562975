import type pg from 'pg';
import { type Instant, epochOf, instantOfEpoch } from '../../domain/instant.ts';
import type { PlanClock } from '../../domain/plan/plan-state.ts';
import { inTransaction } from '../transaction.ts';

/** A mail that this sender alone may send until its lease ends, and only while nobody has claimed it with a higher fence. */
export interface ClaimedMail {
  readonly id: string;
  readonly fence: number;
  readonly clock: PlanClock;
  readonly messageId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** On the plan's clock. */
  readonly madeAt: Instant;
  /** How often a server was asked to take it. */
  readonly attempts: number;
  /** Wall clock; null before the first attempt. */
  readonly firstTriedAt: Instant | null;
}

export interface Claim {
  readonly clock: PlanClock;
  /** One plan's mails alone, or null for every plan with this clock. */
  readonly planId: string | null;
  readonly now: Instant;
  readonly leaseMs: number;
  readonly limit: number;
}

/** Claims mails that may be tried now, oldest first; what others are claiming at this moment is passed over. */
export async function claimMails(pool: pg.Pool, claim: Claim): Promise<readonly ClaimedMail[]> {
  const { rows } = await pool.query<ClaimedMail>({
    name: 'claim mails',
    text: `WITH next AS (
             SELECT mail.id FROM mail JOIN plan USING (plan_id)
             WHERE mail.state IN ('due', 'retry') AND mail.next_try_at <= $1 AND plan.clock = $2
               AND ($3::uuid IS NULL OR mail.plan_id = $3)
             ORDER BY mail.next_try_at, mail.id LIMIT $4 FOR UPDATE OF mail SKIP LOCKED
           )
           UPDATE mail SET state = 'claimed', lease_until = $5, fence = mail.fence + 1 FROM next WHERE mail.id = next.id
           RETURNING mail.id, mail.fence, $2::text AS clock, mail.message_id AS "messageId", mail.recipient, mail.subject,
             mail.text, mail.html, mail.made_at AS "madeAt", mail.attempts,
             (SELECT min(began_at) FROM mail_attempt WHERE mail_id = mail.id) AS "firstTriedAt"`,
    values: [claim.now, claim.clock, claim.planId, claim.limit, leaseEnd(claim.now, claim.leaseMs)],
  });
  return rows;
}

type Claimed = Pick<ClaimedMail, 'id' | 'fence'>;

/**
 * The last look before the content goes out: true marks the mail as being sent, with a lease of its own; false means that
 * the claim was lost, and nothing may be sent.
 */
export async function markSending(pool: pg.Pool, mail: Claimed, now: Instant, leaseMs: number): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'mark sending',
    text: `UPDATE mail SET state = 'sending', lease_until = $3 WHERE id = $1 AND fence = $2 AND state = 'claimed'`,
    values: [mail.id, mail.fence, leaseEnd(now, leaseMs)],
  });
  return rowCount === 1;
}

/** Gives a claimed mail back as it was, to be tried from `nextTryAt` on. */
export async function releaseMail(pool: pg.Pool, mail: Claimed, nextTryAt: Instant): Promise<void> {
  await pool.query({
    name: 'release mail',
    text: `UPDATE mail SET state = CASE WHEN attempts = 0 THEN 'due' ELSE 'retry' END, lease_until = NULL, next_try_at = $3
           WHERE id = $1 AND fence = $2 AND state = 'claimed'`,
    values: [mail.id, mail.fence, nextTryAt],
  });
}

/** How one attempt ended, with what the server said. */
export interface MailAttempt {
  readonly outcome: 'accepted' | 'retry' | 'failed' | 'ambiguous';
  readonly failureClass: string | null;
  readonly responseCode: number | null;
  readonly response: string | null;
  readonly beganAt: Instant;
  readonly endedAt: Instant;
  /** When to try again, where the outcome is `retry`. */
  readonly nextTryAt: Instant;
}

/** Records the attempt and what becomes of the mail; false where the claim was lost meanwhile, and nothing is recorded. */
export async function finishAttempt(pool: pg.Pool, mail: Claimed, attempt: MailAttempt): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'finish attempt',
    text: `WITH finished AS (
             UPDATE mail SET state = $3, failure_class = $4, lease_until = NULL, attempts = attempts + 1, next_try_at = $5,
               sent_at = CASE WHEN $3 = 'accepted' THEN $6 END
             WHERE id = $1 AND fence = $2 AND state IN ('claimed', 'sending') RETURNING id, fence
           )
           INSERT INTO mail_attempt (mail_id, fence, began_at, ended_at, outcome, failure_class, response_code, response)
           SELECT id, fence, $7, $6, $3, $4, $8, $9 FROM finished`,
    values: [
      mail.id,
      mail.fence,
      attempt.outcome,
      attempt.failureClass,
      attempt.nextTryAt,
      attempt.endedAt,
      attempt.beganAt,
      attempt.responseCode,
      attempt.response,
    ],
  });
  return rowCount === 1;
}

/**
 * Takes over from senders that vanished: what was only claimed can be tried again; what was being sent may have been taken
 * by the server, nobody knows, and is never sent again by itself.
 */
export async function lapseLeases(
  pool: pg.Pool,
  now: Instant,
  leaseMs: Readonly<Record<PlanClock, number>>,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query({
      name: 'lapse claims',
      text: `UPDATE mail SET state = CASE WHEN attempts = 0 THEN 'due' ELSE 'retry' END, lease_until = NULL, next_try_at = $1
             WHERE state = 'claimed' AND lease_until <= $1`,
      values: [now],
    });
    const { rows } = await client.query<Claimed & { leaseUntil: Instant; clock: PlanClock }>({
      name: 'lapse sendings',
      text: `WITH lost AS (
               SELECT mail.id, lease_until, plan.clock FROM mail JOIN plan USING (plan_id)
               WHERE mail.state = 'sending' AND lease_until <= $1 FOR UPDATE OF mail SKIP LOCKED
             )
             UPDATE mail SET state = 'ambiguous', failure_class = 'sender-lost', lease_until = NULL, attempts = attempts + 1
             FROM lost WHERE mail.id = lost.id RETURNING mail.id, mail.fence, lost.lease_until AS "leaseUntil", lost.clock`,
      values: [now],
    });
    for (const { id, fence, leaseUntil, clock } of rows) {
      await client.query({
        name: 'record lost sending',
        text: `INSERT INTO mail_attempt (mail_id, fence, began_at, ended_at, outcome, failure_class)
               VALUES ($1, $2, $3, $4, 'ambiguous', 'sender-lost')`,
        values: [id, fence, instantOfEpoch(epochOf(leaseUntil) - leaseMs[clock]), now],
      });
    }
  });
}

function leaseEnd(now: Instant, leaseMs: number): Instant {
  return instantOfEpoch(epochOf(now) + leaseMs);
}
