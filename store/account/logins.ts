import type { PersonActor } from '../../domain/actor.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { realRegistry } from '../registry/registry-chain.ts';
import type { Source } from '../transaction.ts';

/** Whether somebody who holds an administrator's seat on the day can sign in with a password. */
export async function hasAdministrator({ pool }: Source, day: PlainDate): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT FROM seat_holding AS held JOIN login ON login.person_id = held.person_id
     JOIN login_credential AS credential ON credential.user_id = login.id AND credential.password IS NOT NULL
     WHERE registry = $1 AND seat = 'admin' AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) LIMIT 1`,
    [realRegistry, day],
  );
  return rows.length > 0;
}

/** Persons who have an account with a password. */
export async function personsWithLogin({ pool }: Source): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ readonly person_id: string }>(
    `SELECT person_id FROM login JOIN login_credential AS credential ON credential.user_id = login.id AND credential.password IS NOT NULL`,
  );
  return new Set(rows.map(({ person_id: personId }) => personId));
}

/** Ends every session of a person at once. */
export async function endSessionsOf({ pool }: Source, personId: string): Promise<void> {
  await pool.query('DELETE FROM login_session USING login WHERE login.id = user_id AND person_id = $1', [personId]);
}

/** Ends one session, and no other of the same person. */
export async function endSession({ pool }: Source, token: string): Promise<void> {
  await pool.query('DELETE FROM login_session WHERE token = $1', [token]);
}

/** Takes the second factor from the account of a person. */
export async function endFactorOf({ pool }: Source, personId: string): Promise<void> {
  await pool.query(
    `WITH gone AS (DELETE FROM login_factor USING login WHERE login.id = user_id AND person_id = $1)
     UPDATE login SET two_factor_enabled = false WHERE person_id = $1`,
    [personId],
  );
}

/** Ends the sessions of a person but the one with this token. */
export async function endOtherSessions({ pool }: Source, personId: string, keptToken: string): Promise<void> {
  await pool.query(
    'DELETE FROM login_session USING login WHERE login.id = user_id AND person_id = $1 AND token <> $2',
    [personId, keptToken],
  );
}

/** Notes when a password was set. */
export async function notePasswordChange({ pool }: Source, personId: string): Promise<void> {
  await pool.query('UPDATE login SET password_changed_at = now() WHERE person_id = $1', [personId]);
}

/** The seat in which a session acts. */
export async function rememberSeat(
  { pool }: Source,
  token: string,
  { seat, unitId, deputyFor }: PersonActor,
): Promise<void> {
  await pool.query('UPDATE login_session SET seat = $2, seat_unit_id = $3, seat_deputy_for = $4 WHERE token = $1', [
    token,
    seat,
    unitId,
    deputyFor ?? null,
  ]);
}
