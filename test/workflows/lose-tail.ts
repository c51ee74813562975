import pg from 'pg';

/** What no process of duban can do: the superuser takes the last event of a chain away, as restoring an older backup would. */
export async function loseTail(superuserUrl: string, chain: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query('SET session_replication_role = replica');
  await client.query('DELETE FROM event WHERE chain = $1 AND seq = (SELECT max(seq) FROM event WHERE chain = $1)', [
    chain,
  ]);
  await client.query(
    `UPDATE chain_head SET seq = last.seq, hash = last.hash
     FROM (SELECT seq, hash FROM event WHERE chain = $1 ORDER BY seq DESC LIMIT 1) AS last WHERE chain = $1`,
    [chain],
  );
  await client.end();
}
