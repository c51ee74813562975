import type { Source } from '../transaction.ts';

/** Where the chains of a plan end: they move with every event. */
export async function chainEnds({ pool }: Source, planId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ readonly chain: string; readonly seq: number }>({
    name: 'ends of chains',
    text: 'SELECT chain, seq FROM chain_head WHERE plan_id = $1',
    values: [planId],
  });
  return new Map(rows.map(({ chain, seq }) => [chain, seq]));
}

/** Figures that operators watch. */
export async function operatingFigures({ pool }: Source): Promise<Readonly<Record<string, number>>> {
  const { rows } = await pool.query<{ readonly figure: string; readonly number: number }>(
    `SELECT 'letters_due' AS figure, count(*) AS number FROM letter WHERE NOT taken AND withdrawn_at_seq IS NULL
     UNION ALL SELECT 'mails_' || state, count(*) FROM mail GROUP BY state
     UNION ALL SELECT 'chains_parked', count(*) FROM chain_head WHERE parked_reason IS NOT NULL
     UNION ALL SELECT 'deliveries_pending', count(*) FROM delivery WHERE state = 'pending'
     UNION ALL SELECT 'ledger_events', coalesce(sum(seq), 0) FROM chain_head`,
  );
  return Object.fromEntries(rows.map(({ figure, number }) => [figure, number]));
}

/** Whether the database answers. */
export async function isDatabaseReady({ pool }: Source): Promise<boolean> {
  return pool
    .query('SELECT')
    .then(() => true)
    .catch(() => false);
}
