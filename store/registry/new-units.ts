import { canonicalText } from '../../domain/canonical.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Connection } from '../transaction.ts';
import type { Unsigned } from './append-to-registry.ts';
import { realRegistry } from './registry-chain.ts';
import type { UnitEntry } from './registry-entries.ts';

type UnitEvent = Extract<Unsigned, { type: 'unitRegistered' }>;

/** Units that are new or whose latest version says something else; a name that another unit has is refused. */
export async function newUnits(connection: Connection, entries: readonly UnitEntry[]): Promise<readonly UnitEvent[]> {
  const known = await latestUnits(connection);
  const changed = entries.map(eventOf).filter((event) => {
    const latest = known.get(event.unitId);
    return latest === undefined || canonicalText(latest) !== canonicalText(event);
  });
  const all = new Map([...known, ...changed.map((event) => [event.unitId, event] as const)]);
  for (const event of changed) refuseUnsound(event, all);
  return changed;
}

function eventOf({ key, name, fullName, aliases, kind, members, hostUnit, validFrom }: UnitEntry): UnitEvent {
  const words = { key, name, fullName, aliases, kind, members: members.map(unitIdOf), validFrom };
  return {
    type: 'unitRegistered',
    unitId: unitIdOf(key),
    ...words,
    hostUnitId: hostUnit === null ? null : unitIdOf(hostUnit),
  };
}

async function latestUnits(connection: Connection): Promise<ReadonlyMap<string, UnitEvent>> {
  const { rows } = await connection.query<UnitEvent>(
    `SELECT DISTINCT ON (unit_id) 'unitRegistered' AS type, unit_id AS "unitId", key, name, full_name AS "fullName", aliases,
            kind, members, host_unit_id AS "hostUnitId", valid_from AS "validFrom"
     FROM unit_version WHERE registry = $1 ORDER BY unit_id, seq DESC`,
    [realRegistry],
  );
  return new Map(rows.map((row) => [row.unitId, row]));
}

function refuseUnsound(event: UnitEvent, all: ReadonlyMap<string, UnitEvent>): void {
  const { unitId, name, fullName, aliases, members, hostUnitId } = event;
  for (const named of hostUnitId === null ? members : [...members, hostUnitId]) {
    if (!all.has(named))
      throw new RuleViolation('unknown-unit', `单位“${name}”引用了尚未登记的单位，请先登记被引用的单位。`);
  }
  const words = new Set([name, fullName, ...aliases]);
  for (const other of all.values()) {
    const same =
      other.unitId !== unitId && [other.name, other.fullName, ...other.aliases].find((word) => words.has(word));
    if (same)
      throw new RuleViolation(
        'unit-name-taken',
        `单位“${name}”与“${other.name}”都使用名称“${same}”，请改用不同的名称。`,
      );
  }
}
