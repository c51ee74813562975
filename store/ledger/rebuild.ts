import { type EventBase, type Recorded, emptyChain } from '../../domain/ledger/event.ts';
import { type ProjectionTable, projectionTables } from '../projections/projection-tables.ts';
import type { RowChange } from '../projections/row-change.ts';
import { changeStatements, runStatements } from '../projections/write-changes.ts';
import { openPool } from '../pool.ts';
import { type Connection, inTransaction } from '../transaction.ts';
import { withdrawLetters } from './append.ts';
import { type ChainHead, headRow, kindOf } from './chain-head.ts';
import type { Books } from './chain-book.ts';
import { type RowDifference, compareTable } from './compare-table.ts';
import { type EventRow, eventColumns, recordedOf } from './event-row.ts';
import { type Withdrawal, foldChain } from './fold-chain.ts';
import { replaceTable } from './replace-table.ts';
import { streamEvents } from './stream-events.ts';

/** What to fold with, and whether the tables are only compared or put in place of those that stand. */
export interface RebuildPlan {
  /** Of the role that owns the tables: it makes temporary copies of them. */
  readonly ownerUrl: string;
  readonly books: Books;
  readonly replace: boolean;
}

/** What folding the ledger anew came to; `differences` are those found before anything was replaced. */
export interface Rebuilt {
  readonly chains: number;
  readonly events: number;
  readonly tables: number;
  readonly differences: readonly RowDifference[];
}

/**
 * Folds the whole ledger into empty copies of the projection tables and compares them row for row with those that
 * stand. Comparing sees one moment and holds nobody up; replacing keeps writers waiting until it is done.
 */
export async function rebuild({ ownerUrl, books, replace }: RebuildPlan): Promise<Rebuilt> {
  const work = async (connection: Connection): Promise<Rebuilt> => {
    if (replace) await connection.query('LOCK TABLE chain_head, letter, mail_letter IN EXCLUSIVE MODE');
    for (const table of tables) await connection.query(emptyCopy(table));
    const { chains, events } = await foldEverything(connection, books);
    const differences: RowDifference[] = [];
    for (const table of tables) differences.push(...(await compareTable(connection, table)));
    if (replace) for (const table of tables) await replaceTable(connection, table);
    for (const table of tables) await connection.query(`DROP TABLE pg_temp."${table}"`);
    return { chains, events, tables: tables.length, differences };
  };
  // A connection of its own: one that was used before may hold statements prepared for the tables that stand.
  const pool = openPool({ url: ownerUrl, size: 1, name: 'duban rebuild' });
  try {
    // The snapshot is taken at the first read, so that replacing sees what was committed before it got its lock.
    return await inTransaction(pool, work, 'snapshot-write');
  } finally {
    await pool.end();
  }
}

const tables = Object.keys(projectionTables) as readonly ProjectionTable[];

// Named without a schema, a temporary table goes before the one that stands: the same statements then write to it.
function emptyCopy(table: ProjectionTable): string {
  return `CREATE TEMPORARY TABLE "${table}" (LIKE public."${table}" INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)`;
}

interface Position extends ChainHead {
  readonly chain: string;
}

async function foldEverything(connection: Connection, books: Books): Promise<Pick<Rebuilt, 'chains' | 'events'>> {
  let [chains, events] = [0, 0];
  let last: Position | undefined;
  for await (const rows of streamEvents<EventRow>(connection, { columns: eventColumns })) {
    const { folded, changes, withdrawals } = foldBatch(books, rows.map(recordedOf), last);
    chains += folded.filter(({ chain }) => chain !== last?.chain).length;
    events += rows.length;
    last = folded.at(-1);
    await runStatements(connection, changeStatements(changes));
    if (withdrawals.length > 0) await withdrawLetters(connection, withdrawals);
  }
  return { chains, events };
}

function foldBatch(books: Books, events: readonly Recorded<EventBase>[], last: Position | undefined) {
  const changes: RowChange[] = [];
  const withdrawals: Withdrawal[] = [];
  const folded: Position[] = [];
  for (const [chain, recorded] of Map.groupBy(events, (event) => event.chain)) {
    const book = books[kindOf(chain)];
    const { state, ...made } = foldChain(book, last?.chain === chain ? last.state : book.initial, recorded);
    const end = recorded.at(-1) ?? emptyChain;
    const head: Position = { chain, seq: end.seq, hash: end.hash, state };
    folded.push(head);
    changes.push(...made.changes, headRow(book, chain, head));
    withdrawals.push(...made.withdrawals);
  }
  return { folded, changes, withdrawals };
}
