import { unitIdOf } from '../../domain/duban-namespace.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { PersonActor, Seat } from '../../domain/actor.ts';
import { personIdOf } from '../../domain/duban-namespace.ts';
import type { Store } from '../../store/store.ts';

/** The person of this key in a seat of a unit. */
export function seated(person: string, seat: Seat, unit: string): PersonActor {
  return { personId: personIdOf(person), seat, unitId: unitIdOf(unit) };
}

/** The id of the task with this number. */
export async function taskIdOf({ pool }: Store, planId: string, number: string): Promise<string> {
  const { rows } = await pool.query<{ readonly id: string }>(
    'SELECT task_id AS id FROM task WHERE plan_id = $1 AND number = $2',
    [planId, number],
  );
  const [found] = rows;
  if (found === undefined) throw new Error(`there is no task ${number}`);
  return found.id;
}

/** The id of the change that the scenario calls so. */
export function changeIdOf(planId: string, key: string): string {
  return uuid5(planId, `change/${key}`);
}

/** An item as it stands, with its unit by key. */
export interface PlayedItem {
  readonly title: string;
  readonly unit: string;
  readonly due: PlainDate;
}

/** Items of a task that nobody took away. */
export async function itemsOf({ pool }: Store, planId: string, number: string): Promise<readonly PlayedItem[]> {
  const { rows } = await pool.query<PlayedItem>(
    `SELECT subject.title, unit.key AS unit, subject.due FROM subject JOIN task USING (task_id)
     JOIN unit_version unit ON unit.unit_id = subject.unit_id AND unit.registry = 'registry/' || $1::uuid
     WHERE subject.plan_id = $1 AND number = $2 AND removed_at IS NULL ORDER BY subject.title`,
    [planId, number],
  );
  return rows;
}
