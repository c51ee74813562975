import type { PersonActor, Seat } from '../domain/actor.ts';
import { unitByKey, unitByName } from '../store/registry/units.ts';
import { deputiesOn, deputyActor } from '../store/registry/actors.ts';
import { seatHolders } from '../store/registry/seats.ts';
import type { PlanLine } from '../store/plan/plans.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './exit-codes.ts';
import { viewOf } from './which-plan.ts';

/** Whom a command names: a seat, the unit by key or name where the seat is a unit's own, and a person where it has several holders. */
export interface ActorWish {
  readonly seat: Seat;
  readonly unit?: string | undefined;
  readonly person?: string | undefined;
  /** For whom the person acts as a deputy; found out where it can only be one. */
  readonly as?: string | undefined;
}

/** The unit that people mean by its key or any of its names. */
export async function unitNamed(store: Store, plan: PlanLine, named: string) {
  const view = viewOf(plan);
  const unit = (await unitByKey(store, named, view)) ?? (await unitByName(store, named, view));
  if (unit === null) throw new UsageError(`登记簿中没有单位“${named}”，请核对单位名称或代码。`);
  return unit;
}

/** The person with this key who holds any seat. */
export async function personNamed(store: Store, plan: PlanLine, key: string) {
  const person = (await seatHolders(store, viewOf(plan))).find(({ personKey }) => personKey === key);
  if (person === undefined) throw new UsageError(`登记簿中没有在任人员“${key}”，请核对人员代码。`);
  return person;
}

/** The person who acts: the named one, else the first holder of the seat. */
export async function actorFor(
  store: Store,
  plan: PlanLine,
  { seat, unit, person, as }: ActorWish,
): Promise<PersonActor> {
  const ofPlan: Readonly<Partial<Record<Seat, string>>> = { office: plan.officeUnitId, leader: plan.leadershipUnitId };
  const unitId = unit === undefined ? ofPlan[seat] : (await unitNamed(store, plan, unit)).unitId;
  if (unitId === undefined && (seat === 'officer' || seat === 'head' || seat === 'writer')) {
    throw new UsageError('请用 --unit 指明以哪个单位的岗位办理。');
  }
  if (as !== undefined) return deputyNamed(store, plan, { seat, unitId, person, as });
  const holders = await seatHolders(store, viewOf(plan), { seat, ...(unitId === undefined ? {} : { unitId }) });
  const sorted = holders.toSorted((a, b) => compare(a.rank ?? '', b.rank ?? '') || compare(a.personKey, b.personKey));
  const found = sorted.find(({ personKey }) => person === undefined || personKey === person);
  if (found === undefined && person !== undefined) return deputyNamed(store, plan, { seat, unitId, person, as });
  if (found === undefined) throw new UsageError('没有符合条件的在任人员，请核对 --seat、--unit 和 --person。');
  return { personId: found.personId, seat: found.seat, unitId: found.unitId };
}

interface DeputyWish extends Pick<ActorWish, 'seat' | 'person' | 'as'> {
  readonly unitId: string | undefined;
}

async function deputyNamed(
  store: Store,
  plan: PlanLine,
  { seat, unitId, person, as }: DeputyWish,
): Promise<PersonActor> {
  const deputies = await deputiesOn(store, viewOf(plan), { seat, ...(unitId === undefined ? {} : { unitId }) });
  const [found, ...others] = deputies.filter(
    ({ deputyKey, personKey }) =>
      (person === undefined || deputyKey === person) && (as === undefined || personKey === as),
  );
  if (found === undefined) {
    throw new UsageError(
      '所写人员今天不任该岗位，也没有代行该岗位的授权，请核对 --seat、--unit、--person、--as 和授权的起止日期。',
    );
  }
  if (others.length > 0) throw new UsageError('符合条件的代行授权不止一项，请用 --person 和 --as 写明由谁代谁办理。');
  return deputyActor(found);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
