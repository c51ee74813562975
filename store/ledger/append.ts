import { canonicalText } from '../../domain/canonical.ts';
import type { Sha256 } from '../../domain/canonical.ts';
import type { ChainPosition, EventBase, Recorded } from '../../domain/ledger/event.ts';
import type { Instant } from '../../domain/instant.ts';
import { type RowStatement, changeStatements, runStatements } from '../projections/write-changes.ts';
import type { Store } from '../store.ts';
import { type Connection, inTransaction } from '../transaction.ts';
import type { Books } from './chain-book.ts';
import { drawSerials } from './draw-serials.ts';
import { type ChainHead, headRow, kindOf, lockHead } from './chain-head.ts';
import { type EventRow, eventColumns, eventVersion, recordedOf } from './event-row.ts';
import { type Withdrawal, foldChain } from './fold-chain.ts';
import { chainedHash, sealOf } from './hash.ts';
import { LedgerConflict } from './ledger-conflict.ts';
import { refuseUnstorable } from './refuse-unstorable.ts';

/** What a command decided, to be added to one chain as a whole or not at all. */
export interface AppendRequest {
  readonly chain: string;
  /** The last event that the writer knows; what was decided holds only if it still is the last. */
  readonly expected: ChainPosition;
  readonly commandId: string;
  /** SHA-256 of what the command says: the same id with other content is refused. */
  readonly contentHash: Sha256;
  readonly events: readonly EventBase[];
  readonly recordedAt: Instant;
  /** How the command came in; sealed, but outside the chained hash. */
  readonly transport: string;
}

/**
 * `appended` and `repeated` give the command's own rows, by which the writer evolves; `head` tells whether others came
 * after them. `moved`: other commands' events follow `expected`, nothing was written, decide anew from `head`.
 */
export type Appended =
  | {
      readonly outcome: 'appended' | 'repeated';
      readonly recorded: readonly Recorded<EventBase>[];
      readonly head: ChainPosition;
    }
  | { readonly outcome: 'moved'; readonly head: ChainPosition }
  | { readonly outcome: 'other-content' };

/** Adds events to a chain with their projections and letters, in one transaction; a second try finds what the first one wrote. */
export async function append(store: Pick<Store, 'pool' | 'books'>, request: AppendRequest): Promise<Appended> {
  return inTransaction(store.pool, (client) => appendWithin(client, store.books, request));
}

/** The same within a transaction that writes more; it holds the chain's lock until it ends. */
export async function appendWithin(connection: Connection, books: Books, request: AppendRequest): Promise<Appended> {
  if (request.events.length === 0) throw new Error(`command ${request.commandId} has no events to append`);
  const { chain, expected } = request;
  const head = await lockHead(connection, books[kindOf(chain)], chain);
  const earlier = await earlierAnswer(connection, head, request);
  if (earlier !== null) return earlier;
  await refuseOtherPast(connection, head, request);
  if (head.seq > expected.seq) return { outcome: 'moved', head: positionOf(head) };
  return write(connection, { books, head, request });
}

/** What the command came to before, on a chain whose head is locked; null where it is new. */
export async function earlierAnswer(
  connection: Connection,
  head: ChainHead,
  { chain, commandId, contentHash }: Pick<AppendRequest, 'chain' | 'commandId' | 'contentHash'>,
): Promise<Exclude<Appended, { outcome: 'moved' }> | null> {
  if (head.seq === 0) return null;
  const { rows } = await connection.query<EventRow>({
    name: 'events of command',
    text: `SELECT ${eventColumns} FROM event WHERE chain = $1 AND command_id = $2 ORDER BY ordinal`,
    values: [chain, commandId],
  });
  if (rows.length === 0) return null;
  if (rows.some((row) => row.content_hash !== contentHash)) return { outcome: 'other-content' };
  return { outcome: 'repeated', recorded: rows.map(recordedOf), head: positionOf(head) };
}

async function refuseOtherPast(
  connection: Connection,
  head: ChainHead,
  { chain, expected }: AppendRequest,
): Promise<void> {
  if (head.seq < expected.seq) {
    throw new LedgerConflict(
      chain,
      `留痕链 ${chain} 只有 ${head.seq} 条，写入方已知 ${expected.seq} 条：账本可能恢复自较旧的备份。`,
    );
  }
  const hash = head.seq === expected.seq ? head.hash : await hashAt(connection, chain, expected);
  if (hash !== expected.hash) {
    throw new LedgerConflict(chain, `留痕链 ${chain} 第 ${expected.seq} 条的校验值与写入方已知的不同：请核对账本。`);
  }
}

async function hashAt(connection: Connection, chain: string, expected: ChainPosition): Promise<string | undefined> {
  // Before the first event there is nothing that could differ.
  if (expected.seq === 0) return expected.hash;
  const { rows } = await connection.query<{ readonly hash: string }>(
    'SELECT hash FROM event WHERE chain = $1 AND seq = $2',
    [chain, expected.seq],
  );
  return rows[0]?.hash;
}

interface Writing {
  readonly books: Books;
  readonly head: ChainHead;
  readonly request: AppendRequest;
}

async function write(connection: Connection, { books, head, request }: Writing): Promise<Appended> {
  const book = books[kindOf(request.chain)];
  const sealed = sealEvents(head, { ...request, events: await drawSerials(connection, request.events) });
  const recorded = sealed.map(recordedOf);
  const { state, changes, withdrawals } = foldChain(book, head.state, recorded);
  const last = sealed.at(-1) ?? head;
  const next: ChainHead = { seq: last.seq, hash: last.hash, state };
  const written = changeStatements([...changes, headRow(book, request.chain, next)]);
  await runStatements(connection, [insertStatement(sealed), ...written]);
  if (withdrawals.length > 0) await withdrawLetters(connection, withdrawals);
  return { outcome: 'appended', recorded, head: positionOf(next) };
}

interface SealedRow extends EventRow {
  readonly version: number;
  readonly previous_hash: string;
  readonly transport: string;
  readonly seal: string;
}

function sealEvents(head: ChainHead, request: AppendRequest): readonly SealedRow[] {
  const { chain, commandId, contentHash, recordedAt, transport, events } = request;
  refuseUnstorable({ commandId, transport }, '办理请求');
  const rows: SealedRow[] = [];
  let { seq, hash } = head;
  for (const [ordinal, event] of events.entries()) {
    refuseUnstorable(event, event.type);
    seq += 1;
    const canonical = canonicalText({ chain, seq, commandId, contentHash, ordinal, v: eventVersion, event });
    const previous = hash;
    hash = chainedHash(previous, canonical);
    const place = { chain, seq, command_id: commandId, ordinal, content_hash: contentHash, version: eventVersion };
    const bound = { canonical, previous_hash: previous, hash };
    rows.push({ ...place, ...bound, recorded_at: recordedAt, transport, seal: sealOf(hash, recordedAt, transport) });
  }
  return rows;
}

const insertedColumns =
  'chain, seq, command_id, ordinal, content_hash, version, canonical, previous_hash, hash, recorded_at, transport, seal';

function insertStatement(rows: readonly SealedRow[]): RowStatement {
  return {
    text: `INSERT INTO event (${insertedColumns})
           SELECT ${insertedColumns} FROM jsonb_populate_recordset(NULL::event, $rows)`,
    rows: rows.map((row) => ({ ...row })),
  };
}

/** Ends the letters that earlier events made about things that are over; locked in the order of their ids, as senders do. */
export async function withdrawLetters(connection: Connection, withdrawals: readonly Withdrawal[]): Promise<void> {
  await connection.query({
    name: 'withdraw letters',
    text: `WITH ended AS (
             SELECT letter.id, min(over.seq) AS seq
             FROM jsonb_to_recordset($1) AS over (chain text, key text, seq int)
             JOIN letter ON letter.chain = over.chain AND letter.key = over.key AND letter.seq < over.seq
             WHERE letter.withdrawn_at_seq IS NULL GROUP BY letter.id
           ), locked AS (
             SELECT id FROM letter WHERE id IN (SELECT id FROM ended) ORDER BY id FOR UPDATE
           )
           UPDATE letter SET withdrawn_at_seq = ended.seq
           FROM ended JOIN locked USING (id) WHERE letter.id = ended.id`,
    values: [JSON.stringify(withdrawals)],
  });
}

function positionOf({ seq, hash }: ChainPosition): ChainPosition {
  return { seq, hash };
}
