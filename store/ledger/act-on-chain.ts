import type { Sha256 } from '../../domain/canonical.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ChainPosition, EventBase } from '../../domain/ledger/event.ts';
import type { Store } from '../store.ts';
import type { Connection } from '../transaction.ts';
import { type Appended, appendWithin, earlierAnswer } from './append.ts';
import { type ChainHead, kindOf, lockHead } from './chain-head.ts';

/** An act on a chain that the store itself writes, with its identity and how it came in. */
export interface ChainAct {
  readonly chain: string;
  readonly commandId: string;
  readonly contentHash: Sha256;
  readonly recordedAt: Instant;
  readonly transport: string;
}

/** What became of the act; `unchanged` where the decision found nothing to record. */
export type Acted =
  | Exclude<Appended, { outcome: 'moved' }>
  | { readonly outcome: 'unchanged'; readonly head: ChainPosition };

/** Decides and records under the chain's lock, so that nothing can come between; a repeated act is answered before anything is decided. */
export async function actOnChain(
  connection: Connection,
  { books }: Pick<Store, 'books'>,
  act: ChainAct,
  decide: (head: ChainHead) => Promise<readonly EventBase[]>,
): Promise<Acted> {
  const head = await lockHead(connection, books[kindOf(act.chain)], act.chain);
  const earlier = await earlierAnswer(connection, head, act);
  if (earlier !== null) return earlier;
  const events = await decide(head);
  const { seq, hash } = head;
  if (events.length === 0) {
    if (seq === 0) await connection.query('DELETE FROM chain_head WHERE chain = $1 AND seq = 0', [act.chain]);
    return { outcome: 'unchanged', head: { seq, hash } };
  }
  const appended = await appendWithin(connection, books, { ...act, expected: { seq, hash }, events });
  if (appended.outcome === 'moved') throw new Error(`${act.chain} moved under its own lock`);
  return appended;
}
