import pg from 'pg';

/** Where the database is, and how many connections this process may hold at most. */
export interface PoolPlan {
  readonly url: string;
  readonly size: number;
  /** As the database's own list of sessions shows it. */
  readonly name: string;
}

/** The one pool of a process; a day or an instant never leaves it as a `Date`. */
export function openPool({ url, size, name }: PoolPlan): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: name,
    // A database that is away is an answer too: the caller retries, instead of hanging.
    connectionTimeoutMillis: 10_000,
    // A process that hangs in the middle of a transaction must not keep a chain's lock for ever.
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  });
  // A server that goes away ends idle connections too; whoever asks next sees it, and nobody dies of it.
  pool.on('error', () => {});
  // The pool listens only to idle ones: without this, a server that goes away in the middle of a transaction ends the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const textOids: ReadonlySet<number> = new Set([1082, 1083, 1114, 1184, 1266]);
const bigintOid = 20;

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (format !== 'binary' && textOids.has(oid)) return (text: string) => text;
  // Counts come as bigint and stay far below 2^53.
  if (format !== 'binary' && oid === bigintOid) return Number;
  return pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format);
};
