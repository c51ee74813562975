import type { CalendarYear } from '../../domain/calendar/working-calendar.ts';
import type { Actor, Seat } from '../../domain/actor.ts';
import type { Instant } from '../../domain/instant.ts';
import type { RegisteredRules } from '../../domain/rules-defaults.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { realRegistry, registryChainOf } from '../registry/registry-chain.ts';
import type { RegistryView } from '../registry/units.ts';
import type { Source } from '../transaction.ts';

/** A seat as it is or was held. */
export interface Holding {
  readonly personId: string;
  readonly personKey: string;
  readonly unitId: string;
  readonly unitKey: string;
  readonly seat: Seat;
  readonly rank: 'A' | 'B' | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** Seats that are held on the day or will be later. */
export async function holdings({ pool }: Source, { planId, day }: RegistryView): Promise<readonly Holding[]> {
  const { rows } = await pool.query<Holding>(
    `SELECT person_id AS "personId", unit_id AS "unitId", seat, rank, valid_from AS "validFrom", valid_to AS "validTo",
            (SELECT key FROM person_version AS person WHERE person.registry = held.registry AND person.person_id = held.person_id LIMIT 1)
              AS "personKey",
            (SELECT key FROM unit_version AS unit WHERE unit.registry = held.registry AND unit.unit_id = held.unit_id LIMIT 1)
              AS "unitKey"
     FROM seat_holding AS held WHERE registry = $1 AND (valid_to IS NULL OR valid_to >= $2)
     ORDER BY unit_id, seat, rank, valid_from`,
    [await registryChainOf(pool, planId), day],
  );
  return rows;
}

/** Every person of a registry. */
export async function personIds({ pool }: Source, planId: string | null): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly person_id: string }>(
    'SELECT person_id FROM person_version WHERE registry = $1 GROUP BY person_id ORDER BY min(key)',
    [await registryChainOf(pool, planId)],
  );
  return rows.map(({ person_id: personId }) => personId);
}

/** Every table of holidays, corrected versions included, the newest first. */
export async function calendarTables({ pool }: Source): Promise<readonly CalendarYear[]> {
  const { rows } = await pool.query<{ readonly table: CalendarYear }>(
    'SELECT "table" FROM calendar_table WHERE registry = $1 ORDER BY year DESC, version DESC',
    [realRegistry],
  );
  return rows.map(({ table }) => table);
}

/** A version of the rules as it was registered. */
export interface RuleVersion {
  readonly version: number;
  readonly reason: string;
  readonly rules: RegisteredRules;
  readonly at: Instant;
  readonly by: Actor;
}

/** Every version of the rules, the newest first. */
export async function ruleVersions({ pool }: Source): Promise<readonly RuleVersion[]> {
  const { rows } = await pool.query<RuleVersion>(
    `SELECT known.version, reason, rules, body->'event'->>'at' AS at, body->'event'->'by' AS by
     FROM rule_set AS known
     JOIN event ON chain = registry AND body->'event'->>'type' = 'rulesImported'
       AND (body->'event'->'rules'->>'version')::int = known.version
     WHERE registry = $1 ORDER BY known.version DESC`,
    [realRegistry],
  );
  return rows;
}
