import type { Instant } from '../../domain/instant.ts';
import type { PlanClock } from '../../domain/plan/plan-state.ts';
import type { Connection } from '../transaction.ts';

/** A channel through which nothing goes at present: the relay of real plans, or the sandbox of stepped ones. */
export interface ChannelTrouble {
  readonly clock: PlanClock;
  readonly failureClass: string;
  readonly response: string | null;
  readonly lastTriedAt: Instant;
}

/** A person whom no mail reaches: the latest mail to this address failed for good. */
export interface DeadMailbox {
  readonly planId: string;
  readonly personId: string;
  readonly address: string;
  readonly failureClass: string;
  readonly response: string | null;
  readonly triedAt: Instant;
}

/** Failures that say something about the way to the server, and nothing about a mail or a mailbox. */
export const channelFailures = ['connection', 'authentication', 'tls', 'sender', 'service', 'no-answer'] as const;

/** The channels whose latest attempt failed on the way to the server. */
export async function channelTroubles(connection: Connection): Promise<readonly ChannelTrouble[]> {
  const { rows } = await connection.query<ChannelTrouble>({
    name: 'channel troubles',
    text: `SELECT clock.name AS clock, latest.failure_class AS "failureClass", latest.response, latest.ended_at AS "lastTriedAt"
           FROM (VALUES ('real'), ('stepped')) AS clock (name)
           CROSS JOIN LATERAL (
             SELECT mail_attempt.* FROM mail_attempt
             JOIN mail ON mail.id = mail_attempt.mail_id JOIN plan ON plan.plan_id = mail.plan_id
             WHERE plan.clock = clock.name ORDER BY mail_attempt.ended_at DESC LIMIT 1
           ) latest
           WHERE latest.failure_class = ANY ($1::text[])`,
    values: [channelFailures],
  });
  return rows;
}

/** The mailboxes of the plan's people that are dead as far as its latest mails tell; people without any address included. */
export async function deadMailboxes(connection: Connection, planId: string): Promise<readonly DeadMailbox[]> {
  const { rows } = await connection.query<DeadMailbox>({
    name: 'dead mailboxes',
    text: `SELECT latest.plan_id AS "planId", latest.person_id AS "personId", latest.recipient AS address,
                  latest.failure_class AS "failureClass", attempt.response, coalesce(attempt.ended_at, latest.next_try_at) AS "triedAt"
           FROM (
             SELECT DISTINCT ON (person_id) * FROM mail
             WHERE plan_id = $1 AND state IN ('accepted', 'failed') ORDER BY person_id, plan_day DESC, sequence DESC
           ) latest
           LEFT JOIN LATERAL (
             SELECT response, ended_at FROM mail_attempt WHERE mail_id = latest.id ORDER BY fence DESC LIMIT 1
           ) attempt ON true
           WHERE latest.state = 'failed' AND latest.failure_class IN ('mailbox', 'no-address')
           ORDER BY latest.person_id`,
    values: [planId],
  });
  return rows;
}
