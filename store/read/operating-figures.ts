import type { Source } from '../transaction.ts';

/** Figures that operators watch, of the whole database. */
export interface OperatingFigures {
  /** `coming` and `due` by the clock of each plan; then what became of the mail that a letter went into. */
  readonly letters: Readonly<Record<'coming' | 'due' | 'sending' | 'sent' | 'failed', number>>;
  readonly mails: Readonly<Record<string, number>>;
  readonly ledgerEvents: number;
  readonly chainsParked: number;
  readonly deliveriesPending: number;
}

/** Reads the figures; plans on real time are judged by the database's own clock. */
export async function operatingFigures({ pool }: Source): Promise<OperatingFigures> {
  const { rows } = await pool.query<{ readonly family: string; readonly name: string; readonly number: number }>(
    `SELECT 'letter' AS family, CASE WHEN due_at <= coalesce(instant, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                                     THEN 'due' ELSE 'coming' END AS name, count(*) AS number
     FROM letter LEFT JOIN plan_clock USING (plan_id) WHERE NOT taken AND withdrawn_at_seq IS NULL GROUP BY 2
     UNION ALL
     SELECT 'letter', CASE WHEN state IN ('accepted', 'ambiguous') THEN 'sent' WHEN state = 'failed' THEN 'failed' ELSE 'sending' END, count(*)
     FROM mail_letter JOIN mail ON mail.id = mail_letter.mail_id GROUP BY 2
     UNION ALL SELECT 'mail', state, count(*) FROM mail GROUP BY state
     UNION ALL SELECT 'figure', 'parked', count(*) FROM chain_head WHERE parked_reason IS NOT NULL
     UNION ALL SELECT 'figure', 'pending', count(*) FROM delivery WHERE state = 'pending'
     UNION ALL SELECT 'figure', 'events', coalesce(sum(seq), 0) FROM chain_head`,
  );
  const of = (family: string, name: string): number =>
    rows.find((row) => row.family === family && row.name === name)?.number ?? 0;
  const letter = (name: string): number => of('letter', name);
  return {
    letters: {
      coming: letter('coming'),
      due: letter('due'),
      sending: letter('sending'),
      sent: letter('sent'),
      failed: letter('failed'),
    },
    mails: Object.fromEntries(rows.filter(({ family }) => family === 'mail').map(({ name, number }) => [name, number])),
    ledgerEvents: of('figure', 'events'),
    chainsParked: of('figure', 'parked'),
    deliveriesPending: of('figure', 'pending'),
  };
}
