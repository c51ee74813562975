import type { Connection } from '../transaction.ts';

/** A scan that an event names as the proof of a signature. */
export interface PlacedScan {
  readonly hash: string;
  readonly chain: string;
  readonly seq: number;
}

/** The scans that an event names; its paper stands at the top of what it says. */
export function scansIn(event: { readonly paper?: unknown }): readonly string[] {
  const { paper } = event;
  if (typeof paper !== 'object' || paper === null || !('scanHash' in paper)) return [];
  return typeof paper.scanHash === 'string' ? [paper.scanHash] : [];
}

/** The first of these scans that is missing, or whose bytes are no longer those that were signed; null where all stand. */
export async function lostScan(connection: Connection, scans: readonly PlacedScan[]): Promise<PlacedScan | null> {
  if (scans.length === 0) return null;
  const { rows } = await connection.query<{ readonly hash: string }>(
    `SELECT DISTINCT hash FROM stored_file WHERE hash = ANY ($1) AND encode(sha256(bytes), 'hex') = hash`,
    [[...new Set(scans.map(({ hash }) => hash))]],
  );
  const standing = new Set(rows.map(({ hash }) => hash));
  return scans.find(({ hash }) => !standing.has(hash)) ?? null;
}
