import type { TaskDropped } from '../../domain/plan/reshape/reshape-event.ts';
import type { Source } from '../transaction.ts';

/** Every decision that a task of a plan's breakdown is none, the latest first. */
export async function droppedTasks({ pool }: Source, planId: string): Promise<readonly TaskDropped[]> {
  const { rows } = await pool.query<{ readonly event: TaskDropped }>(
    `SELECT body -> 'event' AS event FROM event
     WHERE chain = 'plan/' || $1 AND body -> 'event' ->> 'type' = 'taskDropped' ORDER BY seq DESC`,
    [planId],
  );
  return rows.map(({ event }) => event);
}
