import type { PlainDate } from '../../domain/plain-date.ts';
import type { UnitKind } from '../../domain/registry/registry-event.ts';
import type { Source } from '../transaction.ts';
import { registryChainOf } from './registry-chain.ts';

/** A unit as it is on a day. */
export interface RegisteredUnit {
  readonly unitId: string;
  readonly key: string;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  /** Ids of the units that a collective name stands for; empty for a single unit. */
  readonly members: readonly string[];
  readonly hostUnitId: string | null;
  readonly validFrom: PlainDate;
}

/** Which registry is asked (null: the real one), and for which day. */
export interface RegistryView {
  readonly planId: string | null;
  readonly day: PlainDate;
}

/** Every unit as it is on the day, in the order in which they were first registered. */
export async function unitRegister(
  { pool }: Source,
  { planId, day }: RegistryView,
): Promise<readonly RegisteredUnit[]> {
  const { rows } = await pool.query<RegisteredUnit>(
    `SELECT "unitId", key, name, "fullName", aliases, kind, members, "hostUnitId", "validFrom" FROM (
       SELECT DISTINCT ON (unit_id) unit_id AS "unitId", key, name, full_name AS "fullName", aliases, kind, members,
              host_unit_id AS "hostUnitId", valid_from AS "validFrom", first_value(seq) OVER (PARTITION BY unit_id ORDER BY seq) AS first_seq
       FROM unit_version WHERE registry = $1 AND valid_from <= $2 ORDER BY unit_id, valid_from DESC, seq DESC
     ) AS standing ORDER BY first_seq`,
    [await registryChainOf(pool, planId), day],
  );
  return rows;
}

/** What is registered of units from days after the day on, the nearest first; of two for the same day the latter. */
export async function laterUnits({ pool }: Source, { planId, day }: RegistryView): Promise<readonly RegisteredUnit[]> {
  const { rows } = await pool.query<RegisteredUnit>(
    `SELECT * FROM (
       SELECT DISTINCT ON (unit_id, valid_from) unit_id AS "unitId", key, name, full_name AS "fullName", aliases, kind, members,
              host_unit_id AS "hostUnitId", valid_from AS "validFrom"
       FROM unit_version WHERE registry = $1 AND valid_from > $2 ORDER BY unit_id, valid_from, seq DESC
     ) AS coming ORDER BY "validFrom", key`,
    [await registryChainOf(pool, planId), day],
  );
  return rows;
}

/** The unit of this name on the day: its name, full name or an alias, to the letter. */
export async function unitByName(store: Source, name: string, view: RegistryView): Promise<RegisteredUnit | null> {
  const units = await unitRegister(store, view);
  const exact = units.find((unit) => unit.name === name || unit.fullName === name);
  return exact ?? units.find(({ aliases }) => aliases.includes(name)) ?? null;
}

/** The unit with this key on the day. */
export async function unitByKey(store: Source, key: string, view: RegistryView): Promise<RegisteredUnit | null> {
  return (await unitRegister(store, view)).find((unit) => unit.key === key) ?? null;
}
