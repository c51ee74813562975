import type { Seat } from '../../domain/actor.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Source } from '../transaction.ts';
import { registryChainOf } from './registry-chain.ts';
import type { RegistryView } from './units.ts';

/** A deputy 代行 whose days run or are still to come. */
export interface StandingDeputy {
  readonly personId: string;
  readonly personKey: string;
  readonly unitId: string;
  readonly seat: Seat;
  readonly deputyId: string;
  readonly deputyKey: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  readonly reasonId: string;
}

/** Deputies of a unit (null: of all) from the day on, those that were ended before they began left out. */
export async function standingDeputies(
  { pool }: Source,
  { planId, day }: RegistryView,
  unitId: string | null,
): Promise<readonly StandingDeputy[]> {
  const { rows } = await pool.query<StandingDeputy>(
    `SELECT person_id AS "personId", unit_id AS "unitId", seat, deputy_id AS "deputyId",
       valid_from AS "validFrom", valid_to AS "validTo", reason_id AS "reasonId",
       (SELECT key FROM person_version WHERE registry = $1 AND person_id = deputy.person_id LIMIT 1) AS "personKey",
       (SELECT key FROM person_version WHERE registry = $1 AND person_id = deputy.deputy_id LIMIT 1) AS "deputyKey"
     FROM deputy
     WHERE registry = $1 AND valid_to >= $2 AND valid_to >= valid_from AND ($3::uuid IS NULL OR unit_id = $3)
     ORDER BY unit_id, seat, valid_from, deputy_id`,
    [await registryChainOf(pool, planId), day, unitId],
  );
  return rows;
}
