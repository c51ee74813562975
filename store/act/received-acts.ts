import type { Sha256 } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { type Instant, instant } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';

/** An act as it came in; `at` is on the plan's clock. */
export interface ReceivedAct {
  readonly actId: string;
  readonly planId: string;
  readonly personId: string;
  readonly contentHash: Sha256;
  readonly at: Instant;
  readonly receivedAt: Instant;
}

/**
 * Notes an act when it first comes in, and returns the moment by which its lateness is judged: that of the first time, however
 * often it is sent. The same id from somebody else, for another plan or with other content is refused.
 */
export async function noteReceived({ pool }: Source, act: ReceivedAct): Promise<Instant> {
  const { actId, planId, personId, contentHash, at, receivedAt } = act;
  await pool.query(
    `INSERT INTO received_act (act_id, plan_id, person_id, content_hash, at, received_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [actId, planId, personId, contentHash, at, receivedAt],
  );
  const { rows } = await pool.query<{ readonly at: string }>(
    `SELECT at FROM received_act WHERE act_id = $1 AND plan_id = $2 AND person_id = $3 AND content_hash = $4`,
    [actId, planId, personId, contentHash],
  );
  const [row] = rows;
  if (row !== undefined) return instant(row.at);
  throw new RuleViolation('other-content', '同一编号的办理已按其他内容提交，请刷新页面后重新办理。');
}
