import type { PersonActor } from '../../domain/actor.ts';
import { seatHolders } from '../registry/seats.ts';
import { type RegistryView, unitRegister } from '../registry/units.ts';
import type { Source } from '../transaction.ts';

/** Who reviews, and whose return it is. */
export interface ReviewPair {
  readonly by: PersonActor;
  readonly unitId: string;
}

/** Whether a review is marked 本单位: the office sits inside the reporting unit, or the reviewer holds a seat there too. */
export async function isOwnUnit(source: Source, view: RegistryView, { by, unitId }: ReviewPair): Promise<boolean> {
  const office = (await unitRegister(source, view)).find((unit) => unit.unitId === by.unitId);
  if (office?.hostUnitId === unitId) return true;
  return (await seatHolders(source, view, { unitId, personId: by.personId })).length > 0;
}
