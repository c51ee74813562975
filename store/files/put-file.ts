import { createHash } from 'node:crypto';
import type { PersonActor } from '../../domain/actor.ts';
import type { Sha256 } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';
import { type MediaType, mediaTypeOf } from './media-type.ts';

/** A file that somebody hands in: the scan of a signed sheet, or evidence. */
export interface NewFile {
  readonly planId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly by: PersonActor;
  readonly at: Instant;
}

/** A file as it is kept. */
export interface StoredFile {
  readonly hash: Sha256;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly size: number;
}

/** Above this no file is taken: a scanned sheet has a hundredth of it. */
export const largestFileBytes = 20 * 1024 * 1024;

/** Keeps a file of a plan under its SHA-256; the same file handed in again is the one that is kept. Its kind is told by its content alone. */
export async function putFile({ pool }: Source, { planId, name, bytes, by, at }: NewFile): Promise<StoredFile> {
  const size = bytes.byteLength;
  if (size === 0) throw new RuleViolation('file-empty', `文件“${name}”是空的，请重新选择文件`);
  if (size > largestFileBytes) {
    throw new RuleViolation('file-too-large', `文件“${name}”超过20MB，请压缩或者分册扫描后重新上传`);
  }
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) {
    throw new RuleViolation('file-kind', `文件“${name}”不是PDF、JPEG、PNG或者Office文档，请转换格式后重新上传`);
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  await pool.query(
    `INSERT INTO stored_file (plan_id, hash, name, media_type, bytes, stored_by, stored_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [planId, hash, name, mediaType, Buffer.from(bytes), JSON.stringify(by), at],
  );
  return { hash, name, mediaType, size };
}
