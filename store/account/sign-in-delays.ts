import { type Instant, epochOf, instant, instantOfEpoch } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';

const freeFailures = 3;
const longestDelayMs = 15 * 60_000;

/** How long the next attempt has to wait after so many failures in a row: nothing at first, then doubling up to a quarter of an hour. */
export function delayAfter(failures: number): number {
  if (failures <= freeFailures) return 0;
  return Math.min(longestDelayMs, 1_000 * 2 ** Math.min(30, failures - freeFailures));
}

/** Until when nobody may try this user name; null where anybody may. */
export async function signInDelayedUntil({ pool }: Source, userName: string, now: Instant): Promise<Instant | null> {
  const { rows } = await pool.query<{ readonly until: string }>(
    'SELECT until FROM sign_in_delay WHERE user_name = $1 AND until > $2',
    [userName, now],
  );
  const [row] = rows;
  return row === undefined ? null : instant(row.until);
}

/** Notes a failed attempt; also under names that no account has, so that the answer does not tell which there are. */
export async function noteFailedSignIn({ pool }: Source, userName: string, now: Instant): Promise<void> {
  const { rows } = await pool.query<{ readonly failures: number }>(
    `INSERT INTO sign_in_delay (user_name, failures, until) VALUES ($1, 1, $2)
     ON CONFLICT (user_name) DO UPDATE SET failures = sign_in_delay.failures + 1 RETURNING failures`,
    [userName, now],
  );
  const until = instantOfEpoch(epochOf(now) + delayAfter(rows[0]?.failures ?? 1));
  await pool.query('UPDATE sign_in_delay SET until = greatest(until, $2) WHERE user_name = $1', [userName, until]);
}

/** A right password ends the delay. */
export async function forgetFailedSignIns({ pool }: Source, userName: string): Promise<void> {
  await pool.query('DELETE FROM sign_in_delay WHERE user_name = $1', [userName]);
}
