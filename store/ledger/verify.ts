import { emptyChain } from '../../domain/ledger/event.ts';
import type { Store } from '../store.ts';
import { type Connection, inTransaction } from '../transaction.ts';
import { type PlacedRef, checkContents } from './check-contents.ts';
import { type PlacedScan, lostScan, scansIn } from './check-scans.ts';
import { type CheckedRow, type FaultKind, checkedColumns, faultOf, faultTexts } from './check-event.ts';
import { contentRefsIn } from './content-refs.ts';
import { streamEvents } from './stream-events.ts';

/** Where the ledger first fails its proof, and why. */
export interface LedgerFault {
  readonly chain: string;
  readonly seq: number;
  readonly kind: FaultKind;
  /** In Chinese, for the person who asked. */
  readonly why: string;
}

/** The outcome of reading everything again. */
export type Verification =
  | {
      readonly ok: true;
      readonly chains: number;
      readonly events: number;
      readonly contents: number;
      readonly erasedContents: number;
    }
  | { readonly ok: false; readonly fault: LedgerFault };

/**
 * Reads every chain from its first event, recomputes hashes, seals and texts' commitments with code of its own, and
 * names the first bad event in the order (chain, seq). A text erased by a recorded `contentErased` is no fault.
 */
export async function verifyLedger({ pool }: Pick<Store, 'pool'>): Promise<Verification> {
  return inTransaction(pool, readEverything, 'snapshot');
}

interface Progress {
  previous: CheckedRow | null;
  chains: number;
  events: number;
  contents: number;
  readonly erased: Map<string, PlacedRef>;
  readonly erasures: Set<string>;
}

async function readEverything(connection: Connection): Promise<Verification> {
  const heads = await readHeads(connection);
  const progress: Progress = {
    previous: null,
    chains: 0,
    events: 0,
    contents: 0,
    erased: new Map(),
    erasures: new Set(),
  };
  for await (const rows of streamEvents<CheckedRow>(connection, { columns: checkedColumns })) {
    const fault = await checkBatch(connection, { rows, heads, progress });
    if (fault !== null) return { ok: false, fault };
  }
  const fault = tailFault(heads, progress.previous) ?? missingChain(heads) ?? unrecordedErasure(progress);
  if (fault !== null) return { ok: false, fault };
  const { chains, events, contents, erased } = progress;
  return { ok: true, chains, events, contents, erasedContents: erased.size };
}

type Heads = Map<string, { readonly seq: number; readonly hash: string }>;

async function readHeads(connection: Connection): Promise<Heads> {
  const { rows } = await connection.query<{ readonly chain: string; readonly seq: number; readonly hash: string }>(
    'SELECT chain, seq, hash FROM chain_head WHERE seq > 0 ORDER BY chain',
  );
  return new Map(rows.map(({ chain, seq, hash }) => [chain, { seq, hash }]));
}

interface Batch {
  readonly rows: readonly CheckedRow[];
  readonly heads: Heads;
  readonly progress: Progress;
}

async function checkBatch(connection: Connection, { rows, heads, progress }: Batch): Promise<LedgerFault | null> {
  const refs: PlacedRef[] = [];
  const scans: PlacedScan[] = [];
  let broken: LedgerFault | null = null;
  for (const row of rows) {
    broken = checkRow(row, heads, progress);
    if (broken !== null) break;
    const { event } = JSON.parse(row.canonical) as {
      readonly event: { readonly type: string; readonly contentId?: string; readonly paper?: unknown };
    };
    if (event.type === 'contentErased' && event.contentId !== undefined) progress.erasures.add(event.contentId);
    scans.push(...scansIn(event).map((hash) => ({ hash, chain: row.chain, seq: row.seq })));
    refs.push(...contentRefsIn(event).map((ref) => ({ ...ref, chain: row.chain, seq: row.seq })));
  }
  // Texts of the events before the broken one come first in the order.
  const { standing, erased, faults } = await checkContents(connection, refs);
  progress.contents += standing;
  for (const ref of erased) if (!progress.erased.has(ref.contentId)) progress.erased.set(ref.contentId, ref);
  const [first] = faults;
  const lost = await lostScan(connection, scans);
  const earliest = [
    ...(first === undefined ? [] : [faultAt(first.ref, first.kind)]),
    ...(lost === null ? [] : [faultAt(lost, 'scan')]),
  ].toSorted((a, b) => (a.chain === b.chain ? a.seq - b.seq : a.chain < b.chain ? -1 : 1));
  return earliest[0] ?? broken;
}

function checkRow(row: CheckedRow, heads: Heads, progress: Progress): LedgerFault | null {
  const { previous } = progress;
  const follows = previous?.chain === row.chain ? previous : null;
  if (follows === null) {
    const tail = tailFault(heads, previous);
    if (tail !== null) return tail;
    progress.chains += 1;
  }
  const kind = faultOf(row, follows);
  if (kind !== null) return faultAt(row, kind);
  progress.events += 1;
  progress.previous = row;
  return null;
}

// The chain that ended with `last` must end where its head says; it is then struck off the list of chains still to come.
function tailFault(heads: Heads, last: CheckedRow | null): LedgerFault | null {
  if (last === null) return null;
  const head = heads.get(last.chain);
  heads.delete(last.chain);
  if (head?.seq === last.seq && head.hash === last.hash) return null;
  return faultAt({ chain: last.chain, seq: Math.min(last.seq, head?.seq ?? 0) + 1 }, 'tail');
}

function missingChain(heads: Heads): LedgerFault | null {
  for (const [chain] of heads) return faultAt({ chain, seq: emptyChain.seq + 1 }, 'tail');
  return null;
}

function unrecordedErasure({ erased, erasures }: Progress): LedgerFault | null {
  for (const [contentId, ref] of erased) if (!erasures.has(contentId)) return faultAt(ref, 'erasure');
  return null;
}

function faultAt({ chain, seq }: { readonly chain: string; readonly seq: number }, kind: FaultKind): LedgerFault {
  return { chain, seq, kind, why: faultTexts[kind] };
}
