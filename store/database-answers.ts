import pg from 'pg';

/** Whether a server at `url` takes a connection and answers now; a wrong password or database is an answer too, and throws. */
export async function databaseAnswers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A server that goes away later is seen by whoever uses it; without a listener it would end this process.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    if (isNotYetThere(error)) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

function isNotYetThere(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const connectionLost = error instanceof Error && /timeout|terminated/i.test(error.message);
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03'].includes(code) || connectionLost;
}
