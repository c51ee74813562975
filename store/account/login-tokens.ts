import { createHash, randomBytes } from 'node:crypto';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Connection, Source } from '../transaction.ts';

/** For whom a word is made (null: the first administrator), and until when it holds. */
export interface TokenPlan {
  readonly personId: string | null;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

/** Makes a word that works once and takes the place of earlier ones for the same person; only its hash is kept. */
export async function makeLoginToken({ pool }: Source, { personId, madeAt, expiresAt }: TokenPlan): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await pool.query(
    `WITH earlier AS (
       UPDATE login_token SET used_at = $3 WHERE used_at IS NULL AND person_id IS NOT DISTINCT FROM $2::uuid
     ) INSERT INTO login_token (hash, person_id, made_at, expires_at) VALUES ($1, $2, $3, $4)`,
    [hashOf(token), personId, madeAt, expiresAt],
  );
  return token;
}

/** Uses a word up, within the transaction that does what it is good for; returns for whom it was made. */
export async function useLoginToken(connection: Connection, token: string, now: Instant): Promise<string | null> {
  const { rows } = await connection.query<{ readonly person_id: string | null }>(
    'UPDATE login_token SET used_at = $2 WHERE hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING person_id',
    [hashOf(token), now],
  );
  const [row] = rows;
  if (row === undefined)
    throw new RuleViolation('token-invalid', '链接或口令无效、已经使用或者已经过期，请联系系统管理员重新邀请。');
  return row.person_id;
}

/** Persons with an invitation that still holds. */
export async function invitedPersons({ pool }: Source, now: Instant): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ readonly person_id: string }>(
    'SELECT person_id FROM login_token WHERE used_at IS NULL AND expires_at > $1 AND person_id IS NOT NULL',
    [now],
  );
  return new Set(rows.map(({ person_id: personId }) => personId));
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
