import { describe, expect, it, onTestFinished } from 'vitest';
import { openPool } from '../../store/pool.ts';
import { inTransaction } from '../../store/transaction.ts';
import { freshDatabase } from '../support/database.ts';

describe('a server that ends a connection in the middle of a transaction', () => {
  it('fails the transaction and no more: the process lives, and the next one has a new connection', async () => {
    const { appUrl, superuserUrl } = await freshDatabase();
    const pool = openPool({ url: appUrl, size: 1, name: 'test' });
    const operator = openPool({ url: superuserUrl, size: 1, name: 'operator' });
    onTestFinished(async () => {
      await pool.end();
      await operator.end();
    });
    const broken = inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ readonly pid: number }>('SELECT pg_backend_pid() AS pid');
      const hasEnded = new Promise((resolve) => client.once('end', resolve));
      await operator.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      // Between two statements: nobody but the pool's own listener hears of it.
      await hasEnded;
      await client.query('SELECT 1');
    });
    await expect(broken).rejects.toThrow(/not queryable|terminat|closed/i);
    expect(await inTransaction(pool, async (client) => (await client.query('SELECT 1 AS one')).rows)).toEqual([
      { one: 1 },
    ]);
  });
});
