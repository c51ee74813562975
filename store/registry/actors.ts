import type { PersonActor, Seat } from '../../domain/actor.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Source } from '../transaction.ts';
import { registryChainOf } from './registry-chain.ts';
import type { RegistryView } from './units.ts';

/** Narrows the question; what is left out is not asked. */
export interface DeputyQuestion {
  readonly unitId?: string;
  readonly seat?: Seat;
  readonly deputyId?: string;
  readonly personId?: string;
}

/** Somebody who may act in another person's seat on a day 代行. */
export interface Deputy {
  readonly personId: string;
  readonly personKey: string;
  readonly unitId: string;
  readonly seat: Seat;
  readonly rank: 'A' | 'B' | null;
  readonly deputyId: string;
  readonly deputyKey: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
}

/** Deputies whose authorisation holds on the day; it falls with the seat of the person who gave it. */
export async function deputiesOn(
  { pool }: Source,
  { planId, day }: RegistryView,
  { unitId, seat, deputyId, personId }: DeputyQuestion = {},
): Promise<readonly Deputy[]> {
  const { rows } = await pool.query<Deputy>({
    name: 'deputies of seats',
    text: `SELECT deputy.person_id AS "personId", deputy.unit_id AS "unitId", deputy.seat, held.rank,
             deputy.deputy_id AS "deputyId", deputy.valid_from AS "validFrom", deputy.valid_to AS "validTo",
             (SELECT key FROM person_version WHERE registry = $1 AND person_id = deputy.person_id LIMIT 1) AS "personKey",
             (SELECT key FROM person_version WHERE registry = $1 AND person_id = deputy.deputy_id LIMIT 1) AS "deputyKey"
           FROM deputy JOIN seat_holding AS held USING (registry, person_id, unit_id, seat)
           WHERE registry = $1 AND deputy.valid_from <= $2 AND deputy.valid_to >= $2
             AND held.valid_from <= $2 AND (held.valid_to IS NULL OR held.valid_to >= $2)
             AND ($3::uuid IS NULL OR deputy.unit_id = $3) AND ($4::text IS NULL OR deputy.seat = $4)
             AND ($5::uuid IS NULL OR deputy.deputy_id = $5) AND ($6::uuid IS NULL OR deputy.person_id = $6)
           ORDER BY deputy.unit_id, deputy.seat, deputy.valid_from, deputy.deputy_id`,
    values: [
      await registryChainOf(pool, planId),
      day,
      unitId ?? null,
      seat ?? null,
      deputyId ?? null,
      personId ?? null,
    ],
  });
  return rows;
}

/** Every seat in which the person may act on the day: the own ones first, then those of persons for whom they are deputy. */
export async function actorsOf(source: Source, view: RegistryView, personId: string): Promise<readonly PersonActor[]> {
  const registry = await registryChainOf(source.pool, view.planId);
  const { rows: own } = await source.pool.query<PersonActor>({
    name: 'own seats of person',
    text: `SELECT DISTINCT person_id AS "personId", seat, unit_id AS "unitId" FROM seat_holding
           WHERE registry = $1 AND person_id = $2 AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)
           ORDER BY seat, unit_id`,
    values: [registry, personId, view.day],
  });
  const deputised = await deputiesOn(source, view, { deputyId: personId });
  return [...own, ...deputised.map(deputyActor)];
}

/** The actor that a deputy is; records say B（代A）. */
export function deputyActor({ deputyId, seat, unitId, personId }: Deputy): PersonActor {
  return { personId: deputyId, seat, unitId, deputyFor: personId };
}
