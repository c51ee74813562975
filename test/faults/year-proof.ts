import { yearDigest } from '../../store/ledger/year-digest.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { planCounts } from '../../store/plan/plan-counts.ts';
import type { CampaignBed } from './campaign-bed.ts';

/** Everything by which two rehearsals of a year are held against each other. */
export interface YearProof {
  readonly yearDigest: string;
  readonly events: number;
  readonly isVerified: boolean;
  /** Plan day, receiver and subject of every mail. */
  readonly mails: readonly string[];
  /** Mails that the mailbox does not hold exactly once though accepted, or more than once though ambiguous, and any that is neither. */
  readonly brokenMails: readonly string[];
}

interface MailRow {
  readonly messageId: string;
  readonly state: string;
  readonly mail: string;
}

/** The proof of a year that has been played. */
export async function yearProof({ store, mail }: CampaignBed, planId: string): Promise<YearProof> {
  const { rows } = await store.pool.query<MailRow>(
    `SELECT trim(both '<>' from message_id) AS "messageId", state, plan_day || ' ' || recipient || ' ' || subject AS mail
     FROM mail WHERE plan_id = $1 ORDER BY mail`,
    [planId],
  );
  const held = Object.groupBy(mail.mails(), ({ messageId }) => messageId?.replaceAll(/[<>]/g, '') ?? 'none');
  const timesHeld = (messageId: string): number => held[messageId]?.length ?? 0;
  const isKept = ({ messageId, state }: MailRow): boolean =>
    state === 'accepted' ? timesHeld(messageId) === 1 : state === 'ambiguous' && timesHeld(messageId) <= 1;
  const broken = rows.filter((row) => !isKept(row));
  return {
    yearDigest: await yearDigest(store, planId),
    events: Number((await planCounts(store, planId)).events),
    isVerified: (await verifyLedger(store)).ok,
    mails: rows.map((row) => row.mail),
    brokenMails: broken.map((row) => `${row.mail}: ${row.state}, held ${timesHeld(row.messageId)} times`),
  };
}

/** How many tries of the plan's mails ended with this outcome and failure class (`retry mailbox`). */
export async function triesOf({ store }: CampaignBed, planId: string, shows: string): Promise<number> {
  const { rows } = await store.pool.query<{ readonly tries: number }>(
    `SELECT count(*)::int AS tries FROM mail_attempt JOIN mail ON mail.id = mail_attempt.mail_id
     WHERE plan_id = $1 AND mail_attempt.outcome || ' ' || mail_attempt.failure_class = $2`,
    [planId, shows],
  );
  return rows[0]?.tries ?? 0;
}
