import type { Connection } from '../transaction.ts';

/** Which events are read, in the order of chains and places. */
export interface EventStream {
  readonly columns: string;
  /** Only chains of this plan; everything where it is left out. */
  readonly planId?: string;
}

const batchSize = 2_000;

/**
 * Events in the order (chain, seq), some thousand at a time, so that a ledger of any length takes the same memory. To
 * be read within a snapshot.
 */
export async function* streamEvents<Row extends { readonly chain: string; readonly seq: number }>(
  connection: Connection,
  { columns, planId }: EventStream,
): AsyncGenerator<readonly Row[]> {
  const ofPlan = planId === undefined ? '' : 'AND chain IN (SELECT chain FROM chain_head WHERE plan_id = $4)';
  let [chain, seq] = ['', 0];
  while (true) {
    const { rows } = await connection.query<Row>(
      `SELECT ${columns} FROM event WHERE (chain, seq) > ($1, $2) ${ofPlan} ORDER BY chain, seq LIMIT $3`,
      [chain, seq, batchSize, ...(planId === undefined ? [] : [planId])],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    if (rows.length < batchSize) return;
    ({ chain, seq } = last);
  }
}
