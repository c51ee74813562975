import type { Sha256 } from '../../domain/canonical.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Letter } from '../../domain/ledger/letter.ts';
import type { Seat } from '../../domain/actor.ts';
import { readStoredFile } from '../files/read-file.ts';
import type { Source } from '../transaction.ts';

/** Slips, orders and objections that are about a task. */
export async function matterChains({ pool }: Source, taskId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly chain: string }>(
    `SELECT 'order/' || order_id AS chain, begun_at AS since FROM work_order
     WHERE EXISTS (SELECT 1 FROM work_order_row AS line WHERE line.order_id = work_order.order_id AND line.task_id = $1)
     UNION ALL SELECT 'objection/' || objection_id, filed_at FROM objection
     WHERE task_id = $1 OR (target ->> 'orderId') IN (SELECT order_id::text FROM work_order_row WHERE task_id = $1)
     ORDER BY since, chain`,
    [taskId],
  );
  return rows.map(({ chain }) => chain);
}

/** An event of a chain exactly as it was hashed. */
export interface HashedLine {
  readonly chain: string;
  readonly canonical: string;
  readonly hash: Sha256;
}

/** Every event of these chains in order, as stored. */
export async function hashedLines({ pool }: Source, chains: readonly string[]): Promise<readonly HashedLine[]> {
  const { rows } = await pool.query<HashedLine>(
    'SELECT chain, canonical, hash FROM event WHERE chain = ANY ($1) ORDER BY array_position($1, chain), seq',
    [chains],
  );
  return rows;
}

/** A text with what proves that it is the one that was recorded; erased ones have no text. */
export interface ProvenText {
  readonly contentId: string;
  readonly salt: string;
  readonly text: string | null;
  readonly commitment: string;
}

/** The texts with these ids. */
export async function provenTexts({ pool }: Source, contentIds: readonly string[]): Promise<readonly ProvenText[]> {
  const { rows } = await pool.query<ProvenText>(
    'SELECT id AS "contentId", salt, text, commitment FROM content WHERE id = ANY ($1) ORDER BY id',
    [contentIds],
  );
  return rows;
}

/** A letter of some chain with the mail that carried it and what the server answered. */
export interface CaseLetter {
  readonly kind: Letter['kind'];
  readonly facts: Letter['facts'];
  readonly unitId: string;
  readonly seat: Seat;
  readonly dueAt: Instant;
  readonly isWithdrawn: boolean;
  readonly personId: string | null;
  readonly subject: string | null;
  readonly answers: readonly {
    readonly endedAt: Instant;
    readonly outcome: string;
    readonly responseCode: number | null;
    readonly response: string | null;
  }[];
}

/** The letters of these chains in the order in which they were due, each mail of a letter apart. */
export async function caseLetters({ pool }: Source, chains: readonly string[]): Promise<readonly CaseLetter[]> {
  const { rows } = await pool.query<CaseLetter>(
    `SELECT letter.kind, facts, unit_id AS "unitId", seat, due_at AS "dueAt", withdrawn_at_seq IS NOT NULL AS "isWithdrawn",
            mail.person_id AS "personId", mail.subject,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('endedAt', ended_at, 'outcome', outcome,
               'responseCode', response_code, 'response', response) ORDER BY fence), '[]')
             FROM mail_attempt WHERE mail_id = mail.id) AS answers
     FROM letter LEFT JOIN mail_letter ON letter_id = letter.id LEFT JOIN mail ON mail.id = mail_id
     WHERE chain = ANY ($1) ORDER BY due_at, letter.kind, unit_id, seat, step, mail.made_at`,
    [chains],
  );
  return rows;
}

/** A kept file with its bytes as far as they are small enough together; the others without. */
export async function caseFiles(
  source: Source,
  planId: string,
  hashes: readonly Sha256[],
): Promise<
  ReadonlyMap<Sha256, { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array | null }>
> {
  const found = new Map<Sha256, { name: string; mediaType: string; bytes: Uint8Array | null }>();
  let room = mostBytes;
  for (const hash of hashes) {
    const file = await readStoredFile(source, planId, hash);
    if (file === null) continue;
    const fits = file.bytes.length <= room;
    if (fits) room -= file.bytes.length;
    found.set(hash, { name: file.name, mediaType: file.mediaType, bytes: fits ? file.bytes : null });
  }
  return found;
}

// What a mail server, a printer and a reader of PDF still take; the rest is named with its hash.
const mostBytes = 150_000_000;
