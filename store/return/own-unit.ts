import type { PersonActor } from '../../domain/actor.ts';
import { personsBehind } from '../../domain/paper-approval.ts';
import { seatHolders } from '../registry/seats.ts';
import { type RegistryView, unitRegister } from '../registry/units.ts';
import type { Source } from '../transaction.ts';

/** Who reviews, and whose return it is. */
export interface ReviewPair {
  readonly by: PersonActor;
  readonly unitId: string;
}

/** How near the reviewer is to the reporting unit. */
export interface OwnUnit {
  /** The review is marked 本单位: the office sits inside the unit, or the reviewer holds a seat there too. */
  readonly ownUnit: boolean;
  readonly isOfUnit: boolean;
}

/** Whether a review is one of the office's own unit, and whether the reviewer or who they stand for sits there. */
export async function ownUnitOf(source: Source, view: RegistryView, { by, unitId }: ReviewPair): Promise<OwnUnit> {
  const office = (await unitRegister(source, view)).find((unit) => unit.unitId === by.unitId);
  const ofUnit = await seatHolders(source, view, { unitId });
  const isOfUnit = personsBehind(by).some((personId) => ofUnit.some((holder) => holder.personId === personId));
  return { ownUnit: isOfUnit || office?.hostUnitId === unitId, isOfUnit };
}
