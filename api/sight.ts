import { type PersonActor, seatNames } from '../domain/actor.ts';
import type { Actor } from '../domain/actor.ts';
import { RuleViolation } from '../domain/errors.ts';
import { type Instant, dayOf } from '../domain/instant.ts';
import { type Action, assertMay, scopeOf } from '../domain/permissions.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import { type PlanLine, readPlan } from '../store/plan/plans.ts';
import { isUnitOfPlan, type TaskReach } from '../store/read/task-reach.ts';
import { personsOn } from '../store/registry/persons.ts';
import { type RegisteredUnit, type RegistryView, unitRegister } from '../store/registry/units.ts';
import type { Store } from '../store/store.ts';
import type { ActorRef, PersonRef, UnitRef } from './schemas/people.ts';

/** One plan as one request sees it: its clock, its registry, and the names of its units on its present day. */
export interface Sight {
  readonly plan: PlanLine;
  readonly planId: string;
  readonly now: Instant;
  readonly today: PlainDate;
  readonly view: RegistryView;
  readonly units: readonly RegisteredUnit[];
  readonly unitRef: (unitId: string) => UnitRef;
}

/** What reading a plan needs. */
export interface SightDeps {
  readonly store: Store;
  readonly now: () => Instant;
}

/** Looks at a plan without asking for whom. */
export async function planSight({ store, now: wall }: SightDeps, planId: string): Promise<Sight> {
  const plan = await readPlan(store, planId);
  const now = plan.instant ?? wall();
  const view = { planId: plan.clock === 'stepped' ? planId : null, day: dayOf(now) };
  const units = await unitRegister(store, view);
  const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
  const unitRef = (unitId: string): UnitRef => ({ unitId, name: names.get(unitId) ?? '（未登记单位）' });
  return { plan, planId, now, today: view.day, view, units, unitRef };
}

/** Looks at a plan for somebody: refused where their seat may not, or their unit has nothing to do with it. */
export async function sightFor(
  deps: SightDeps,
  { planId, actor, action }: { readonly planId: string; readonly actor: PersonActor; readonly action: Action },
): Promise<Sight & { readonly reach: TaskReach }> {
  const sight = await planSight(deps, planId);
  const reach = reachOf(actor, action);
  if (reach.unitId !== null && !(await isUnitOfPlan(deps.store, planId, reach.unitId)))
    throw new RuleViolation('not-permitted', '本单位不在该工作要点的任务分解中，不能查阅。');
  return { ...sight, reach };
}

/** How far the seat's right to an action reaches; refused where it has none. */
export function reachOf(actor: PersonActor, action: Action): TaskReach {
  const scope = scopeOf(actor.seat, action);
  if (scope === null) assertMay(actor, action);
  return {
    unitId: scope === 'any' ? null : actor.unitId,
    writerId: scope === 'own-rows' ? actor.personId : null,
  };
}

/** Refuses figures of a whole unit to whoever sees only the rows that were handed to them. */
export function assertWholeUnit({ writerId }: TaskReach): void {
  if (writerId !== null)
    throw new RuleViolation('not-permitted', '经办人只能查阅分派给本人的行，全单位的情况请向本单位联络员了解。');
}

/** Refuses another unit's matter to whoever sees only their own. */
export function assertWithin({ unitId: own }: TaskReach, unitId: string): void {
  if (own !== null && own !== unitId)
    throw new RuleViolation('not-permitted', '只能查阅本单位的内容，请核对所选单位。');
}

/** Names of persons, read once for a whole answer. */
export interface People {
  readonly person: (personId: string) => PersonRef;
  readonly actor: (by: PersonActor) => ActorRef;
  /** Null for the system itself. */
  readonly maker: (by: Actor | null) => ActorRef | null;
}

/** The names of these persons, as they are known on the plan's day. */
export async function peopleOf(store: Store, sight: Sight, ids: readonly string[]): Promise<People> {
  const known = await personsOn(store, sight.view, [...new Set(ids)]);
  const person = (personId: string): PersonRef => {
    const found = known.get(personId);
    return { personId, name: found === undefined ? '（未登记）' : (found.particulars?.name ?? '（已清除）') };
  };
  const actor = (by: PersonActor): ActorRef => {
    const deputyFor = by.deputyFor === undefined ? null : person(by.deputyFor);
    const { name } = person(by.personId);
    const unit = sight.unitRef(by.unitId);
    const seatName = `${seatNames[by.seat]}${deputyFor === null ? '' : `，代${deputyFor.name}`}`;
    return {
      person: person(by.personId),
      seat: by.seat,
      seatName: seatNames[by.seat],
      unit,
      deputyFor,
      label: unit.name === seatNames[by.seat] ? `${name}（${seatName}）` : `${unit.name} ${name}（${seatName}）`,
    };
  };
  return { person, actor, maker: (by) => (by === null || by === 'system' ? null : actor(by)) };
}

/** The persons behind actors, a deputy's principal included. */
export function personsIn(actors: readonly (Actor | null)[]): readonly string[] {
  return actors.flatMap((by) =>
    by === null || by === 'system' ? [] : [by.personId, ...(by.deputyFor === undefined ? [] : [by.deputyFor])],
  );
}
