import type { PersonActor, Seat } from '../../domain/actor.ts';
import { dayOf } from '../../domain/instant.ts';
import type { RehearsalView, ViewedUnit } from '../../domain/rehearsal/rehearsal-view.ts';
import { type PlanLine, readPlan } from '../plan/plans.ts';
import { type Deputy, deputiesOn, deputyActor } from '../registry/actors.ts';
import { personsOn } from '../registry/persons.ts';
import { type SeatHolder, seatHolders } from '../registry/seats.ts';
import { unitRegister } from '../registry/units.ts';
import type { Source } from '../transaction.ts';

/** Who plays a rehearsal: its units with their people, the office and the leader, each seat by its deputy where one is authorised on the day. */
export interface RehearsalCast extends Pick<RehearsalView, 'office' | 'leader' | 'supervisors'> {
  readonly units: ReadonlyMap<string, Omit<ViewedUnit, 'answer' | 'receipted'>>;
}

/** Reads who plays the plan's year. */
export async function readCast(store: Source, planId: string): Promise<RehearsalCast> {
  const plan = await readPlan(store, planId);
  const view = { planId, day: dayOf(plan.instant ?? plan.importedAt) };
  const holders = await seatHolders(store, view);
  const deputies = await deputiesOn(store, view);
  const actorOf = (holder: SeatHolder | undefined): PersonActor | null => actingFor(holder, deputies);
  const persons = await personsOn(store, view, [...new Set(holders.map(({ personId }) => personId))]);
  const told = (holder: SeatHolder | undefined): string => {
    const known = holder === undefined ? null : (persons.get(holder.personId)?.particulars ?? null);
    return known === null ? '（未填）' : `${known.name}，办公电话${known.phone}，手机${known.mobile}`;
  };
  const held = (unitId: string, seat: Seat) => holders.filter((each) => each.unitId === unitId && each.seat === seat);
  const units = (await unitRegister(store, view)).map(({ unitId, key, name }) => {
    const [officer, deputy] = held(unitId, 'officer');
    const [head] = held(unitId, 'head');
    const contacts = [`责任领导：${told(head)}`, `联络员A：${told(officer)}`, `联络员B：${told(deputy)}`].join('；');
    return [unitId, { unitId, key, name, officer: actorOf(officer), head: actorOf(head), contacts }] as const;
  });
  return {
    units: new Map(units),
    office: officeOf(plan, holders, actorOf),
    supervisors: holders
      .filter(({ seat }) => seat === 'supervisor')
      .toSorted((a, b) => (a.personKey < b.personKey ? -1 : 1))
      .flatMap((holder) => actorOf(holder) ?? []),
    leader: actorOf(held(plan.leadershipUnitId, 'leader')[0]),
  };
}

function officeOf(
  { officeUnitId }: PlanLine,
  holders: readonly SeatHolder[],
  actorOf: (holder: SeatHolder) => PersonActor | null,
): RehearsalCast['office'] {
  return holders
    .filter(({ unitId, seat }) => unitId === officeUnitId && seat === 'office')
    .toSorted((a, b) => (a.personKey < b.personKey ? -1 : 1))
    .flatMap((holder) => {
      const actor = actorOf(holder);
      const others = holders.filter(({ personId, unitId }) => personId === holder.personId && unitId !== officeUnitId);
      return actor === null ? [] : [{ actor, otherUnitIds: others.map(({ unitId }) => unitId) }];
    });
}

function actingFor(holder: SeatHolder | undefined, deputies: readonly Deputy[]): PersonActor | null {
  if (holder === undefined) return null;
  const { personId, seat, unitId } = holder;
  const deputy = deputies.find((each) => each.personId === personId && each.seat === seat && each.unitId === unitId);
  return deputy === undefined ? { personId, seat, unitId } : deputyActor(deputy);
}
