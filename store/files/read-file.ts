import type { PersonActor } from '../../domain/actor.ts';
import type { Sha256 } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';
import type { MediaType } from './media-type.ts';
import type { StoredFile } from './put-file.ts';
import { scanTypes } from './media-type.ts';

/** A kept file with its bytes, and who handed it in. */
export interface ReadFile extends StoredFile {
  readonly bytes: Uint8Array;
  readonly storedBy: PersonActor;
  readonly storedAt: Instant;
}

/** The file of a plan with this hash; null where none was handed in. */
export async function readStoredFile({ pool }: Source, planId: string, hash: Sha256): Promise<ReadFile | null> {
  const { rows } = await pool.query<ReadFile>(
    `SELECT hash, name, media_type AS "mediaType", length(bytes) AS size, bytes, stored_by AS "storedBy", stored_at AS "storedAt"
     FROM stored_file WHERE plan_id = $1 AND hash = $2`,
    [planId, hash],
  );
  return rows[0] ?? null;
}

/** Refuses a paper approval whose scan was never handed in, or can show no signature. */
export async function assertScanKept({ pool }: Source, planId: string, hash: Sha256): Promise<void> {
  const { rows } = await pool.query<{ readonly mediaType: MediaType }>({
    name: 'kind of scan',
    text: 'SELECT media_type AS "mediaType" FROM stored_file WHERE plan_id = $1 AND hash = $2',
    values: [planId, hash],
  });
  const [scan] = rows;
  if (scan === undefined) {
    throw new RuleViolation('scan-missing', '没有找到纸质审签单的扫描件，请先上传扫描件再登记');
  }
  if (scanTypes.includes(scan.mediaType)) return;
  throw new RuleViolation('scan-kind', '纸质审签单的扫描件须为PDF、JPEG或者PNG，请重新扫描后上传');
}
