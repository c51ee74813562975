import type { Instant } from '../../domain/instant.ts';
import type { Connection } from '../transaction.ts';

/** What is left to do of one plan's mails. */
export interface MailOutlook {
  /** Mails that a sender can take or has taken just now. */
  readonly underWay: number;
  /** Mails that wait for another try. */
  readonly retrying: number;
  /** Failed mails that have not been passed on or told. */
  readonly unsettled: number;
  /** Wall clock: when the next mail may be tried; null where none is left to try. */
  readonly nextTryAt: Instant | null;
}

/** How far the plan's mails are; everything is done when nothing is under way, retrying or unsettled. */
export async function mailOutlook(connection: Connection, planId: string, now: Instant): Promise<MailOutlook> {
  const { rows } = await connection.query<MailOutlook>({
    name: 'mail outlook',
    text: `SELECT count(*) FILTER (WHERE state IN ('due', 'claimed', 'sending') OR (state = 'retry' AND next_try_at <= $2))
                    AS "underWay",
                  count(*) FILTER (WHERE state = 'retry' AND next_try_at > $2) AS retrying,
                  count(*) FILTER (WHERE state = 'failed') AS unsettled,
                  min(next_try_at) FILTER (WHERE state IN ('due', 'retry')) AS "nextTryAt"
           FROM mail WHERE plan_id = $1
             AND (state IN ('due', 'claimed', 'sending', 'retry') OR (state = 'failed' AND settled_at IS NULL))`,
    values: [planId, now],
  });
  return rows[0] ?? { underWay: 0, retrying: 0, unsettled: 0, nextTryAt: null };
}

/** The next moment after `now` at which a real plan's letter is due or a mail may be tried again; null where none is known. */
export async function nextDueInstant(connection: Connection, now: Instant): Promise<Instant | null> {
  const { rows } = await connection.query<{ next: Instant | null }>({
    name: 'next due instant',
    text: `SELECT least(
             (SELECT due_at FROM letter WHERE withdrawn_at_seq IS NULL AND NOT taken AND due_at > $1 ORDER BY due_at LIMIT 1),
             (SELECT next_try_at FROM mail WHERE state IN ('due', 'retry') AND next_try_at > $1 ORDER BY next_try_at LIMIT 1)
           ) AS next`,
    values: [now],
  });
  return rows[0]?.next ?? null;
}
