import type pg from 'pg';
import type { Store } from '../store.ts';

/** The right to step one plan, held as long as one database session lives. */
export interface StepLock {
  /** Throws when the session has ended: somebody else may be stepping the plan by now. */
  readonly assertHeld: () => void;
}

const key = `hashtextextended('step/' || $1, 0)`;

/**
 * Runs `work` as the only one that steps the plan, in all processes; throws when somebody else does. A worker that was given up for
 * dead may still be at work: two hands on one clock would let acts of an earlier instant fall after those of a later one.
 */
export async function withStepLock<T>(
  { pool }: Pick<Store, 'pool'>,
  planId: string,
  work: (lock: StepLock) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let lost: Error | null = null;
  const note = (error: Error): void => void (lost = error);
  client.on('error', note);
  let isTaken = false;
  try {
    isTaken = await take(client, planId);
    if (!isTaken) throw new Error(`plan ${planId} is being stepped by somebody else`);
    return await work({
      assertHeld: () => {
        if (lost !== null) throw new Error(`the session that may step plan ${planId} has ended`, { cause: lost });
      },
    });
  } finally {
    // A session that cannot give the lock back is ended, and the lock with it.
    const isFree = !isTaken || (await giveBack(client, planId));
    client.removeListener('error', note);
    client.release(!isFree);
  }
}

async function take(client: pg.PoolClient, planId: string): Promise<boolean> {
  const { rows } = await client.query<{ readonly taken: boolean }>(`SELECT pg_try_advisory_lock(${key}) AS taken`, [
    planId,
  ]);
  return rows[0]?.taken === true;
}

async function giveBack(client: pg.PoolClient, planId: string): Promise<boolean> {
  return client.query(`SELECT pg_advisory_unlock(${key})`, [planId]).then(
    () => true,
    () => false,
  );
}
