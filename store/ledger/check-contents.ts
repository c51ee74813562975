import type { ContentRef } from '../../domain/ledger/event.ts';
import type { Connection } from '../transaction.ts';
import type { FaultKind } from './check-event.ts';
import { sha256Joined } from './hash.ts';

/** A reference with the event that makes it. */
export interface PlacedRef extends ContentRef {
  readonly chain: string;
  readonly seq: number;
}

/** What the texts that some events refer to come to: how many stand, how many are erased, which are not right. */
export interface ContentCheck {
  readonly standing: number;
  readonly erased: readonly PlacedRef[];
  readonly faults: readonly { readonly ref: PlacedRef; readonly kind: FaultKind }[];
}

interface ContentRow {
  readonly id: string;
  readonly salt: string | null;
  readonly text: string | null;
  readonly commitment: string;
  readonly erased_at: string | null;
}

/** Compares each text with what the chain committed to; an erased one is counted, not blamed. */
export async function checkContents(connection: Connection, refs: readonly PlacedRef[]): Promise<ContentCheck> {
  if (refs.length === 0) return { standing: 0, erased: [], faults: [] };
  const { rows } = await connection.query<ContentRow>(
    'SELECT id, salt, text, commitment, erased_at FROM content WHERE id = ANY ($1)',
    [[...new Set(refs.map(({ contentId }) => contentId))]],
  );
  const contents = new Map(rows.map((row) => [row.id, row]));
  const erased = refs.filter(({ contentId }) => (contents.get(contentId)?.erased_at ?? null) !== null);
  const faults = refs
    .filter((ref) => isWrong(ref, contents.get(ref.contentId)))
    .map((ref) => ({ ref, kind: 'content' }) as const);
  return { standing: refs.length - erased.length - faults.length, erased, faults };
}

function isWrong({ commitment }: ContentRef, row: ContentRow | undefined): boolean {
  if (row === undefined || row.commitment !== commitment) return true;
  if (row.erased_at !== null) return false;
  return sha256Joined(row.salt ?? '', row.text ?? '') !== commitment;
}
