import type { Sha256 } from '../../domain/canonical.ts';
import type { EventBase, Recorded } from '../../domain/ledger/event.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';
import { type ChainHead, kindOf, lockHead, readHead } from './chain-head.ts';
import { type EventRow, eventColumns, recordedOf } from './event-row.ts';

/** A command that a chain has recorded. */
export interface RecordedCommand {
  readonly commandId: string;
  readonly contentHash: Sha256;
}

/** A chain as its writer takes it up. */
export interface LoadedChain extends ChainHead {
  /** The latest twenty commands, newest first, so that a repeated click is known without asking again. */
  readonly recent: readonly RecordedCommand[];
  readonly parkedReason: string | null;
}

const recentCommands = 20;
// One command may have made a hundred thousand events (an import); older commands are found by their id.
const eventsLookedAt = 1_000;

/** The chain's last position, its state and its latest commands, all of one moment. */
export async function loadChain({ pool, books }: Pick<Store, 'pool' | 'books'>, chain: string): Promise<LoadedChain> {
  return inTransaction(
    pool,
    async (client) => {
      const head = await readHead(client, books[kindOf(chain)], chain);
      const { rows } = await client.query<{ readonly command_id: string; readonly content_hash: string }>(
        `SELECT command_id, content_hash FROM event
         WHERE chain = $1 AND seq > $2 AND ordinal = 0 ORDER BY seq DESC LIMIT $3`,
        [chain, head.seq - eventsLookedAt, recentCommands],
      );
      const recent = rows.map((row) => ({ commandId: row.command_id, contentHash: row.content_hash }));
      const { rows: parked } = await client.query<{ readonly parked_reason: string | null }>(
        'SELECT parked_reason FROM chain_head WHERE chain = $1',
        [chain],
      );
      return { ...head, recent, parkedReason: parked[0]?.parked_reason ?? null };
    },
    'snapshot',
  );
}

/** What a command of any age was answered with: the hash of its content and the events that it made. */
export interface Answer {
  readonly contentHash: Sha256;
  readonly recorded: readonly Recorded<EventBase>[];
}

/** The recorded answer to a command of this chain; null where it was never recorded. */
export async function answerOf(
  { pool }: Pick<Store, 'pool'>,
  chain: string,
  commandId: string,
): Promise<Answer | null> {
  const { rows } = await pool.query<EventRow>({
    name: 'events of command',
    text: `SELECT ${eventColumns} FROM event WHERE chain = $1 AND command_id = $2 ORDER BY ordinal`,
    values: [chain, commandId],
  });
  const [first] = rows;
  return first === undefined ? null : { contentHash: first.content_hash, recorded: rows.map(recordedOf) };
}

/** Which part of a chain is read. */
export interface EventRange {
  readonly after?: number;
  readonly limit?: number;
}

/** Events of a chain in their order, after `after`. */
export async function readEvents(
  { pool }: Pick<Store, 'pool'>,
  chain: string,
  { after = 0, limit = 10_000 }: EventRange = {},
): Promise<readonly Recorded<EventBase>[]> {
  const { rows } = await pool.query<EventRow>(
    `SELECT ${eventColumns} FROM event WHERE chain = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [chain, after, limit],
  );
  return rows.map(recordedOf);
}

/** Marks a chain as waiting for an operator, with the reason that is shown; null when it goes on. */
export async function parkChain(
  { pool, books }: Pick<Store, 'pool' | 'books'>,
  chain: string,
  reason: string | null,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    // Also where the ledger lost the whole chain: then there is no head yet.
    await lockHead(client, books[kindOf(chain)], chain);
    await client.query('UPDATE chain_head SET parked_reason = $2 WHERE chain = $1', [chain, reason]);
  });
}
