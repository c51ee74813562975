import { type PersonActor, type Seat, seatNames } from '../../domain/actor.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { type PlainDate, chineseDay } from '../../domain/plain-date.ts';
import type { Source } from '../transaction.ts';
import { personsOn } from './persons.ts';
import { registryChainOf } from './registry-chain.ts';
import { seatHolders } from './seats.ts';
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

/** Somebody who may act in a seat on a day, with the names that people use. */
export interface SeatCandidate {
  readonly actor: PersonActor;
  readonly key: string;
  /** Empty once the particulars were erased. */
  readonly name: string;
}

/** Everybody who may act in the seat on the day: who holds it, then who is deputy for them. */
export async function seatCandidates(
  source: Source,
  view: RegistryView,
  { seat, unitId }: { readonly seat: Seat; readonly unitId: string },
): Promise<readonly SeatCandidate[]> {
  const holders = await seatHolders(source, view, { seat, unitId });
  const deputies = await deputiesOn(source, view, { seat, unitId });
  const ids = [...holders.map(({ personId }) => personId), ...deputies.map(({ deputyId }) => deputyId)];
  const persons = await personsOn(source, view, ids);
  const nameOf = (personId: string): string => persons.get(personId)?.particulars?.name ?? '';
  return [
    ...holders.map(({ personId, personKey: key }) => ({
      actor: { personId, seat, unitId },
      key,
      name: nameOf(personId),
    })),
    ...deputies.map((deputy) => {
      return { actor: deputyActor(deputy), key: deputy.deputyKey, name: nameOf(deputy.deputyId) };
    }),
  ];
}

/** Refuses an actor who does not hold the seat on the day, nor is deputy for who holds it. */
export async function assertActs(source: Source, view: RegistryView, actor: PersonActor): Promise<void> {
  const seatsOfPerson = await actorsOf(source, view, actor.personId);
  const { seat, unitId, deputyFor } = actor;
  if (seatsOfPerson.some((each) => each.seat === seat && each.unitId === unitId && each.deputyFor === deputyFor))
    return;
  throw new RuleViolation(
    'seat-not-held',
    deputyFor === undefined
      ? `所写人员在${chineseDay(view.day, true)}不任该单位的${seatNames[seat]}，请核对人员、岗位和日期`
      : `所写人员在${chineseDay(view.day, true)}没有代行该单位${seatNames[seat]}的授权，请核对授权的起止日期`,
  );
}
