import { type ChainKind, type ChainPosition, type EventBase, emptyChain } from '../../domain/ledger/event.ts';
import { type RowChange, put } from '../projections/row-change.ts';
import type { Connection } from '../transaction.ts';
import type { ChainBook } from './chain-book.ts';
import { type EventRow, eventColumns, recordedOf } from './event-row.ts';

/** The end of a chain with the fold of its events. */
export interface ChainHead extends ChainPosition {
  readonly state: unknown;
}

interface HeadRow {
  readonly seq: number;
  readonly hash: string;
  readonly state: unknown;
  readonly state_version: number;
}

const columns = 'seq, hash, state, state_version';

/** The head of the chain as it stands; a chain without events has the book's initial state. */
export async function readHead(connection: Connection, book: ChainBook, chain: string): Promise<ChainHead> {
  const { rows } = await connection.query<HeadRow>({
    name: 'read chain head',
    text: `SELECT ${columns} FROM chain_head WHERE chain = $1`,
    values: [chain],
  });
  return headOf(connection, { book, chain, row: rows[0] });
}

/** The head of the chain, locked until the transaction ends: nobody else can write to the chain meanwhile. */
export async function lockHead(connection: Connection, book: ChainBook, chain: string): Promise<ChainHead> {
  const row = (await selectLocked(connection, chain)) ?? (await beginChain(connection, book, chain));
  return headOf(connection, { book, chain, row });
}

async function selectLocked(connection: Connection, chain: string): Promise<HeadRow | undefined> {
  const { rows } = await connection.query<HeadRow>({
    name: 'lock chain head',
    text: `SELECT ${columns} FROM chain_head WHERE chain = $1 FOR UPDATE`,
    values: [chain],
  });
  return rows[0];
}

// Two first writers meet here: the second waits for the first and then finds what it wrote.
async function beginChain(connection: Connection, book: ChainBook, chain: string): Promise<HeadRow | undefined> {
  await connection.query(
    `INSERT INTO chain_head (chain, kind, seq, hash, state, state_version) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (chain) DO NOTHING`,
    [chain, book.kind, emptyChain.seq, emptyChain.hash, JSON.stringify(book.initial), book.stateVersion],
  );
  return selectLocked(connection, chain);
}

interface FoundHead {
  readonly book: ChainBook;
  readonly chain: string;
  readonly row: HeadRow | undefined;
}

async function headOf(connection: Connection, { book, chain, row }: FoundHead): Promise<ChainHead> {
  if (row === undefined || row.seq === 0) return { ...emptyChain, state: book.initial };
  const { seq, hash } = row;
  // A state that an older or newer rule folded is not trusted; the ledger is.
  if (row.state_version !== book.stateVersion) return { seq, hash, state: await foldAnew(connection, book, chain) };
  return { seq, hash, state: row.state };
}

async function foldAnew(connection: Connection, book: ChainBook, chain: string): Promise<unknown> {
  const { rows } = await connection.query<EventRow>(`SELECT ${eventColumns} FROM event WHERE chain = $1 ORDER BY seq`, [
    chain,
  ]);
  return rows.reduce((state, row) => book.evolve(state, recordedOf(row).event), book.initial);
}

/** The head as a row, like every other fold of the ledger. */
export function headRow(book: ChainBook, chain: string, { seq, hash, state }: ChainHead): RowChange {
  return put('chain_head', {
    chain,
    kind: book.kind,
    plan_id: book.planOf(chain, state),
    seq,
    hash,
    state,
    state_version: book.stateVersion,
    next_wake: book.nextWake(state),
  });
}

const kinds: readonly ChainKind[] = ['task', 'plan', 'return', 'order', 'objection', 'sheet', 'registry'];

/** The kind of a chain, as its name begins. */
export function kindOf(chain: string): ChainKind {
  const [name] = chain.split('/');
  const kind = kinds.find((each) => each === name);
  if (kind !== undefined) return kind;
  throw new Error(`${chain} is not the name of a chain`);
}

/** The plan named by a registry chain; null for the registry itself. */
export function registryPlanOf(chain: string): string | null {
  return chain.split('/')[1] ?? null;
}

/** The fold of one event more; the state of events that are decided but not yet recorded. */
export function evolved(book: ChainBook, state: unknown, events: readonly EventBase[]): unknown {
  return events.reduce((folded, event) => book.evolve(folded, event), state);
}
