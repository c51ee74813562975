import type pg from 'pg';

/** What a statement can be sent to: the pool for one statement, a client within a transaction. */
export type Connection = Pick<pg.PoolClient, 'query'>;

/** Where a read goes: the store for the newest of everything, or `{ pool: client }` for what a transaction sees. */
export interface Source {
  readonly pool: Connection;
}

/** How a transaction begins; `snapshot` sees one moment of the whole database, however long it reads. */
export type TransactionKind = 'write' | 'snapshot' | 'snapshot-write';

const beginnings: Readonly<Record<TransactionKind, string>> = {
  write: 'BEGIN',
  snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  'snapshot-write': 'BEGIN ISOLATION LEVEL REPEATABLE READ',
};

/** Runs `work` in one transaction: committed when it resolves, undone when it throws. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  kind: TransactionKind = 'write',
): Promise<T> {
  const client = await pool.connect();
  let isUsable = true;
  try {
    await client.query(beginnings[kind]);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot even undo is not given to the next caller.
    await client.query('ROLLBACK').catch(() => (isUsable = false));
    throw error;
  } finally {
    client.release(!isUsable);
  }
}
