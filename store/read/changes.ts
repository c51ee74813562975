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

/** Whether the database answers. */
export async function isDatabaseReady({ pool }: Source): Promise<boolean> {
  return pool
    .query('SELECT')
    .then(() => true)
    .catch(() => false);
}
