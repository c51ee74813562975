import { seatNames } from '../../domain/actor.ts';
import { personIdOf, unitIdOf } from '../../domain/duban-namespace.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Connection } from '../transaction.ts';
import type { Unsigned } from './append-to-registry.ts';
import { realRegistry } from './registry-chain.ts';
import type { RegistryEntries, SeatEntry } from './registry-entries.ts';

type SeatEvent = Extract<Unsigned, { type: 'seatTaken' | 'seatLeft' }>;

/** Seats that are taken or left; both the person and the unit must stand in the registry or among the same entries. */
export async function newSeats(connection: Connection, entries: RegistryEntries): Promise<readonly SeatEvent[]> {
  const { seats = [], units = [], persons = [] } = entries;
  if (seats.length === 0) return [];
  const knownUnits = new Set([...(await idsOf(connection, 'unit')), ...units.map(({ key }) => unitIdOf(key))]);
  const knownPersons = new Set([...(await idsOf(connection, 'person')), ...persons.map(({ key }) => personIdOf(key))]);
  const holdings = await readHoldings(connection);
  return seats.flatMap((entry) => {
    const where = `${entry.unit} 的${seatNames[entry.seat]}`;
    if (!knownUnits.has(unitIdOf(entry.unit)))
      throw new RuleViolation('unknown-unit', `岗位“${where}”的单位尚未登记。`);
    if (!knownPersons.has(personIdOf(entry.person))) {
      throw new RuleViolation('unknown-person', `岗位“${where}”的人员 ${entry.person} 尚未登记，请先登记人员。`);
    }
    if (entry.validTo !== null && entry.validTo < entry.validFrom) {
      throw new RuleViolation(
        'seat-left',
        `${entry.person} 自 ${entry.validFrom} 起任职，最后任职日 ${entry.validTo} 早于该日，请更正。`,
      );
    }
    return seatEvents(entry, holdings.get(holdingKey(keyOf(entry))));
  });
}

function seatEvents(entry: SeatEntry, known: Holding | undefined): readonly SeatEvent[] {
  const key = keyOf(entry);
  const isTaken = known !== undefined && known.rank === entry.rank;
  const leftOn = known?.validTo ?? null;
  if (leftOn !== null && leftOn !== entry.validTo) {
    throw new RuleViolation(
      'seat-left',
      `${entry.person} 自 ${entry.validFrom} 起的任职已于 ${leftOn} 结束，不能更改，请另行登记。`,
    );
  }
  return [
    ...(isTaken ? [] : [{ type: 'seatTaken', ...key, rank: entry.rank } as const]),
    ...(entry.validTo === null || leftOn !== null
      ? []
      : [{ type: 'seatLeft', ...key, validTo: entry.validTo } as const]),
  ];
}

function keyOf({ person, unit, seat, validFrom }: SeatEntry) {
  return { personId: personIdOf(person), unitId: unitIdOf(unit), seat, validFrom };
}

function holdingKey(key: ReturnType<typeof keyOf>): string {
  return `${key.personId} ${key.unitId} ${key.seat} ${key.validFrom}`;
}

interface Holding {
  readonly key: string;
  readonly rank: string | null;
  readonly validTo: string | null;
}

async function readHoldings(connection: Connection): Promise<ReadonlyMap<string, Holding>> {
  const { rows } = await connection.query<Holding>(
    `SELECT concat_ws(' ', person_id, unit_id, seat, valid_from) AS key, rank, valid_to AS "validTo"
     FROM seat_holding WHERE registry = $1`,
    [realRegistry],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

async function idsOf(connection: Connection, what: 'unit' | 'person'): Promise<readonly string[]> {
  const { rows } = await connection.query<{ readonly id: string }>(
    `SELECT DISTINCT ${what}_id AS id FROM ${what}_version WHERE registry = $1`,
    [realRegistry],
  );
  return rows.map(({ id }) => id);
}
