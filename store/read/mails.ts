import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Source } from '../transaction.ts';
import { type ListPart, listPage } from './list-page.ts';

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

/** Narrows the question; what is left out is not asked. */
export interface MailQuestion extends Omit<ListPart, 'search'> {
  readonly planId: string;
  readonly state: string | undefined;
  readonly day: PlainDate | undefined;
  readonly personId: string | undefined;
  /** Words of the subject. */
  readonly words: string | undefined;
}

/** Mails of a plan by the moment at which they were made. */
export async function mailRows(
  source: Source,
  { planId, state, day, personId, words, ...part }: MailQuestion,
): Promise<{ readonly total: number; readonly rows: readonly MailRow[] }> {
  const text = `SELECT id AS "mailId", person_id AS "personId", plan_day AS "planDay", sequence, subject, state, made_at AS "madeAt",
            sent_at AS "sentAt", failure_class AS "failureClass",
            (SELECT count(*) FROM mail_letter WHERE mail_id = mail.id) AS letters,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('beganAt', began_at, 'endedAt', ended_at, 'outcome', outcome,
               'responseCode', response_code, 'response', response) ORDER BY fence), '[]')
             FROM mail_attempt WHERE mail_id = mail.id) AS attempts
     FROM mail WHERE plan_id = $1 AND ($2::text IS NULL OR position(lower($2) IN lower(subject)) > 0)`;
  const list = { text, values: [planId, words ?? null], searched: [], last: '"mailId"' };
  const equals = { state, planDay: day, personId };
  return listPage<MailRow>(source, list, { ...part, search: null, equals, by: 'madeAt' });
}

/** How many mails of a plan are in each state. */
export async function mailStates({ pool }: Source, planId: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await pool.query<{ readonly state: string; readonly number: number }>(
    'SELECT state, count(*) AS number FROM mail WHERE plan_id = $1 GROUP BY state',
    [planId],
  );
  return Object.fromEntries(rows.map(({ state, number }) => [state, number]));
}
