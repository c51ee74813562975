import pg from 'pg';

/** Does to the ledger what its guards refuse: as superuser, with every trigger off. */
export async function plantEdit(superuserUrl: string, sql: string, values: readonly unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    const { rowCount } = await client.query(sql, [...values]);
    if (rowCount === 0) throw new Error('the edit changed nothing');
  } finally {
    await client.end();
  }
}
