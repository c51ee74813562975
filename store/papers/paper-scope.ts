import type { PaperHead } from '../../domain/papers/paper-head.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { type PlanLine, readPlan } from '../plan/plans.ts';
import { personsOn } from '../registry/persons.ts';
import { type SeatHolder, seatHolders } from '../registry/seats.ts';
import { type RegisteredUnit, type RegistryView, unitRegister } from '../registry/units.ts';
import type { Store } from '../store.ts';
import { type Source, inTransaction } from '../transaction.ts';

/** What every paper is made from: the plan, its units, and one moment of the database. */
export interface PaperScope {
  readonly source: Source;
  readonly plan: PlanLine;
  readonly view: RegistryView;
  readonly head: PaperHead;
  readonly units: ReadonlyMap<string, RegisteredUnit>;
  /** A unit's usual name; the id of one that nobody registered. */
  readonly nameOf: (unitId: string) => string;
}

/** Of which plan, and the day of print. */
export interface PaperQuestion {
  readonly planId: string;
  readonly day: PlainDate;
}

/** Reads a paper's data from one moment of the database, however many statements it takes. */
export function readPaper<T>(
  { pool }: Pick<Store, 'pool'>,
  question: PaperQuestion,
  read: (scope: PaperScope) => Promise<T>,
): Promise<T> {
  return inTransaction(pool, async (client) => read(await scopeOf({ pool: client }, question)), 'snapshot');
}

/** A person who is named on a paper. */
export interface NamedPerson {
  readonly unitId: string;
  readonly name: string;
  readonly phone: string;
}

/** Holders of a seat with their names and telephone numbers, officer A before B; who was erased is left out. */
export async function namedHolders(
  { source, view }: Pick<PaperScope, 'source' | 'view'>,
  question: { readonly seat: SeatHolder['seat']; readonly unitId?: string },
): Promise<readonly NamedPerson[]> {
  const holders = await seatHolders(source, view, question);
  const persons = await personsOn(
    source,
    view,
    holders.map(({ personId }) => personId),
  );
  return holders.flatMap(({ personId, unitId }) => {
    const particulars = persons.get(personId)?.particulars ?? null;
    return particulars === null ? [] : [{ unitId, name: particulars.name, phone: particulars.phone }];
  });
}

async function scopeOf(source: Source, { planId, day }: PaperQuestion): Promise<PaperScope> {
  const plan = await readPlan(source, planId);
  const view = { planId: plan.clock === 'stepped' ? planId : null, day };
  const units = new Map((await unitRegister(source, view)).map((unit) => [unit.unitId, unit]));
  const [contact = null] = await namedHolders({ source, view }, { seat: 'office', unitId: plan.officeUnitId });
  const head = {
    isRehearsal: plan.clock === 'stepped',
    planTitle: plan.title,
    planYear: plan.planYear,
    documentNumber: plan.documentNumber,
    issuer: units.get(plan.officeUnitId)?.fullName ?? '领导小组办公室',
    day,
    contact: contact === null ? null : { name: contact.name, phone: contact.phone },
  };
  return { source, plan, view, head, units, nameOf: (unitId) => units.get(unitId)?.name ?? unitId };
}
