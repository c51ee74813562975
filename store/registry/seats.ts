import { type PersonActor, type Seat, seatNames } from '../../domain/actor.ts';
import { personIdOf } from '../../domain/duban-namespace.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Source } from '../transaction.ts';
import { registryChainOf } from './registry-chain.ts';
import type { RegistryView } from './units.ts';

/** Who holds a seat on a day. */
export interface SeatHolder {
  readonly personId: string;
  readonly personKey: string;
  readonly unitId: string;
  readonly seat: Seat;
  readonly rank: 'A' | 'B' | null;
}

/** Narrows the question; what is left out is not asked. */
export interface SeatQuestion {
  readonly unitId?: string;
  readonly seat?: Seat;
  readonly personId?: string;
}

/** Everybody who holds such a seat on the day: officer A before B, then who has held it longest, then in the order in which they were registered. */
export async function seatHolders(
  { pool }: Source,
  { planId, day }: RegistryView,
  { unitId, seat, personId }: SeatQuestion = {},
): Promise<readonly SeatHolder[]> {
  const { rows } = await pool.query<SeatHolder>({
    name: 'seat holders',
    text: `SELECT person_id AS "personId",
             (SELECT key FROM person_version WHERE registry = $1 AND person_id = held.person_id LIMIT 1) AS "personKey",
             unit_id AS "unitId", seat, rank
           FROM seat_holding AS held
           WHERE registry = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
             AND ($3::uuid IS NULL OR unit_id = $3) AND ($4::text IS NULL OR seat = $4)
             AND ($5::uuid IS NULL OR person_id = $5)
           ORDER BY unit_id, seat, rank, valid_from,
             (SELECT min(seq) FROM person_version WHERE registry = $1 AND person_id = held.person_id), person_id`,
    values: [await registryChainOf(pool, planId), day, unitId ?? null, seat ?? null, personId ?? null],
  });
  return rows;
}

/** Who acts, in which seat of which unit. */
export interface ActorQuestion {
  readonly personKey: string;
  readonly seat: Seat;
  readonly unitId: string;
}

/** The person with this key in this seat on the day; refuses who does not hold it. */
export async function resolveActor(
  store: Source,
  view: RegistryView,
  { personKey, seat, unitId }: ActorQuestion,
): Promise<PersonActor> {
  const personId = personIdOf(personKey);
  const holders = await seatHolders(store, view, { unitId, seat, personId });
  if (holders.length > 0) return { personId, seat, unitId };
  throw new RuleViolation(
    'seat-not-held',
    `${personKey} 在 ${view.day} 不任该单位的${seatNames[seat]}，请核对人员、岗位和单位。`,
  );
}
