import type { PersonActor } from '../actor.ts';
import type { Holding } from './registry-facts.ts';

/** Whether a person may let another act in this seat: the holder themselves, the unit's head for officers and writers, an administrator for all. */
export function isLendable(
  by: PersonActor,
  { unitId, seat, personId }: Pick<Holding, 'seat' | 'personId'> & { readonly unitId: string },
): boolean {
  if (by.seat === 'admin') return true;
  if (by.unitId !== unitId) return false;
  const isOwn = by.personId === personId && by.seat === seat && (seat === 'head' || seat === 'leader');
  return isOwn || (by.seat === 'head' && (seat === 'officer' || seat === 'writer'));
}
