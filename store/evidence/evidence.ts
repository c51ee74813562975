import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';

/** Kinds of files that are taken as evidence 佐证材料. */
export type EvidenceKind = 'pdf' | 'docx' | 'xlsx' | 'jpg' | 'png' | 'ofd';

/** A file beside the row for which it was sent in. */
export interface EvidenceRecord {
  readonly evidenceId: string;
  readonly planId: string;
  readonly returnId: string;
  readonly taskId: string;
  readonly subjectId: string;
  readonly fileName: string;
  readonly kind: EvidenceKind;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedAt: Instant;
  readonly uploadedBy: string;
}

const columns = `id AS "evidenceId", plan_id AS "planId", return_id AS "returnId", task_id AS "taskId", subject_id AS "subjectId",
  file_name AS "fileName", kind, bytes, sha256, uploaded_at AS "uploadedAt", uploaded_by AS "uploadedBy"`;

/** Notes for which row a stored file was sent in; the same id again is the same upload, and what is kept is returned. */
export async function keepEvidence({ pool }: Source, record: EvidenceRecord): Promise<EvidenceRecord | null> {
  const { evidenceId, planId, returnId, taskId, subjectId, fileName, kind, bytes, sha256, uploadedAt, uploadedBy } =
    record;
  await pool.query(
    `INSERT INTO evidence (id, plan_id, return_id, task_id, subject_id, file_name, kind, bytes, sha256, uploaded_at, uploaded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
    [evidenceId, planId, returnId, taskId, subjectId, fileName, kind, bytes, sha256, uploadedAt, uploadedBy],
  );
  return readEvidence({ pool }, planId, evidenceId);
}

/** What is known of a file; null where the plan has none with this id. */
export async function readEvidence(
  { pool }: Source,
  planId: string,
  evidenceId: string,
): Promise<EvidenceRecord | null> {
  const { rows } = await pool.query<EvidenceRecord>(`SELECT ${columns} FROM evidence WHERE id = $1 AND plan_id = $2`, [
    evidenceId,
    planId,
  ]);
  return rows[0] ?? null;
}

/** Every file that was sent in for a return, oldest first. */
export async function evidenceOfReturn({ pool }: Source, returnId: string): Promise<readonly EvidenceRecord[]> {
  const { rows } = await pool.query<EvidenceRecord>(
    `SELECT ${columns} FROM evidence WHERE return_id = $1 ORDER BY uploaded_at, id`,
    [returnId],
  );
  return rows;
}

/** What is known of these files. */
export async function evidenceByIds({ pool }: Source, ids: readonly string[]): Promise<readonly EvidenceRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<EvidenceRecord>(`SELECT ${columns} FROM evidence WHERE id = ANY ($1)`, [ids]);
  return rows;
}
