import { createHash } from 'node:crypto';
import { type Sha256, canonicalText } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { AmendNotice } from '../../domain/plan/amendment/amendment-command.ts';
import type { NoticeChange } from '../../domain/plan/amendment/notice-change.ts';
import type { AmendmentProposal } from '../../domain/plan/amendment/propose-changes.ts';
import type { ToldUnit } from '../../domain/plan/amendment/units-to-tell.ts';
import { refuseUnstorable } from '../ledger/refuse-unstorable.ts';
import type { Source } from '../transaction.ts';
import type { ImportedNotice } from './import-plan.ts';
import { noticeTextOf } from './settle-plan.ts';

/** The text of a notice that is in force, and which version it is; `amendmentId` is null for the one that was issued. */
export interface NoticeInForce {
  readonly text: string;
  readonly amendmentId: string | null;
}

/** What the comparison of a new version with the one in force found. */
export interface AmendmentFindings extends AmendmentProposal {
  readonly differences: readonly NoticeChange[];
  readonly units: readonly ToldUnit[];
}

/** A new version of a plan's notice, as it came in and with what was found. */
export interface NewNoticeVersion {
  readonly planId: string;
  readonly amendmentId: string;
  readonly follows: string | null;
  readonly notice: ImportedNotice;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly findings: AmendmentFindings;
}

/** The latest recorded version of a plan's notice. */
export async function noticeInForce({ pool }: Source, planId: string): Promise<NoticeInForce> {
  const { rows } = await pool.query<NoticeInForce>(
    `SELECT text, amendment_id AS "amendmentId" FROM notice_amendment JOIN notice_version USING (plan_id, amendment_id)
     WHERE plan_id = $1 ORDER BY seq DESC LIMIT 1`,
    [planId],
  );
  return rows[0] ?? { text: await noticeTextOf({ pool }, planId), amendmentId: null };
}

/** Keeps a new version before it is recorded; the same again is the one that is kept. */
export async function putNoticeVersion({ pool }: Source, version: NewNoticeVersion): Promise<void> {
  const { planId, amendmentId, follows, notice, title, documentNumber, findings } = version;
  const { fileName, original, text } = notice;
  refuseUnstorable(text, '文件正文');
  const found = canonicalText(findings);
  await pool.query(
    `INSERT INTO notice_version (plan_id, amendment_id, follows, file_name, original, original_hash, text, text_hash, title,
       document_number, findings, findings_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
    [
      planId,
      amendmentId,
      follows,
      fileName,
      Buffer.from(original),
      hashOf(original),
      text,
      hashOf(text),
      title,
      documentNumber,
      found,
      hashOf(found),
    ],
  );
}

/** What the command of an amendment says of the version that was kept for it. */
export async function amendmentSaid(
  { pool }: Source,
  planId: string,
  amendmentId: string,
): Promise<Omit<AmendNotice, 'type' | 'by'>> {
  const { rows } = await pool.query<SaidRow>(
    `SELECT follows, original_hash AS "originalHash", text_hash AS "textHash", title, document_number AS "documentNumber",
            findings_hash AS "differencesHash", findings::jsonb -> 'units' AS units
     FROM notice_version WHERE plan_id = $1 AND amendment_id = $2`,
    [planId, amendmentId],
  );
  const [row] = rows;
  if (row === undefined) throw new RuleViolation('unknown-amendment', '没有收到该次修改的文件，请重新上传');
  return { ...row, amendmentId };
}

type SaidRow = Omit<AmendNotice, 'type' | 'by' | 'amendmentId'>;

/** A recorded amendment with its receipts. */
export interface AmendmentLine {
  readonly amendmentId: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly amendedAt: Instant;
  readonly receiptDue: PlainDate;
  readonly findings: AmendmentFindings;
  readonly receipts: readonly {
    readonly unitId: string;
    readonly taskNumbers: readonly string[];
    readonly receiptedAt: Instant | null;
    readonly late: boolean;
  }[];
}

/** Every recorded amendment of a plan's notice, the oldest first, with who has receipted it. */
export async function amendmentsOf({ pool }: Source, planId: string): Promise<readonly AmendmentLine[]> {
  const { rows } = await pool.query<AmendmentLine>(
    `SELECT amendment_id AS "amendmentId", amended.title, amended.document_number AS "documentNumber",
            amended_at AS "amendedAt", receipt_due AS "receiptDue", findings::jsonb AS findings,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('unitId', unit_id, 'taskNumbers', task_numbers,
               'receiptedAt', receipted_at, 'late', late) ORDER BY unit_id), '[]')
             FROM amendment_receipt AS receipt
             WHERE receipt.plan_id = $1 AND receipt.amendment_id = amended.amendment_id) AS receipts
     FROM notice_amendment AS amended JOIN notice_version USING (plan_id, amendment_id) WHERE plan_id = $1 ORDER BY seq`,
    [planId],
  );
  return rows;
}

function hashOf(bytes: Uint8Array | string): Sha256 {
  return createHash('sha256').update(bytes).digest('hex');
}
