import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Source } from '../transaction.ts';

/** A mail with the server's answers. */
export interface MailRow {
  readonly mailId: string;
  readonly personId: string;
  readonly planDay: PlainDate;
  readonly sequence: number;
  readonly subject: string;
  readonly state: string;
  readonly letters: number;
  readonly madeAt: Instant;
  readonly sentAt: Instant | null;
  readonly failureClass: string | null;
  readonly attempts: readonly {
    readonly beganAt: Instant;
    readonly endedAt: Instant;
    readonly outcome: string;
    readonly responseCode: number | null;
    readonly response: string | null;
  }[];
}

/** Narrows the question; what is null is not asked. */
export interface MailQuestion {
  readonly planId: string;
  readonly state: string | null;
  readonly day: PlainDate | null;
  readonly offset: number;
  readonly limit: number;
}

/** Mails of a plan, the latest first. */
export async function mailRows(
  { pool }: Source,
  { planId, state, day, offset, limit }: MailQuestion,
): Promise<{ readonly total: number; readonly rows: readonly MailRow[] }> {
  const { rows } = await pool.query<MailRow & { readonly total: number }>(
    `SELECT id AS "mailId", person_id AS "personId", plan_day AS "planDay", sequence, subject, state, made_at AS "madeAt",
            sent_at AS "sentAt", failure_class AS "failureClass",
            (SELECT count(*) FROM mail_letter WHERE mail_id = mail.id) AS letters,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('beganAt', began_at, 'endedAt', ended_at, 'outcome', outcome,
               'responseCode', response_code, 'response', response) ORDER BY fence), '[]')
             FROM mail_attempt WHERE mail_id = mail.id) AS attempts,
            count(*) OVER () AS total
     FROM mail WHERE plan_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR plan_day = $3)
     ORDER BY made_at DESC, id LIMIT $4 OFFSET $5`,
    [planId, state, day, limit, offset],
  );
  return { total: rows[0]?.total ?? 0, rows };
}

/** How many mails of a plan are in each state. */
export async function mailStates({ pool }: Source, planId: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await pool.query<{ readonly state: string; readonly number: number }>(
    'SELECT state, count(*) AS number FROM mail WHERE plan_id = $1 GROUP BY state',
    [planId],
  );
  return Object.fromEntries(rows.map(({ state, number }) => [state, number]));
}
