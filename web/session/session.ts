import type { SeatChoiceBody, SessionBody } from '../../api/schemas/session.ts';
import type { PersonActor } from '../../domain/actor.ts';
import { type Action, scopeOf } from '../../domain/permissions.ts';

/** Who is logged in, and in which seat they act. */
export type Session = SessionBody;

/** A seat that the person holds. */
export type HeldSeat = SeatChoiceBody;

/** The person in the seat that they chose. */
export function actorOf({ person, chosen }: Session): PersonActor | null {
  if (person === null || chosen === null) return null;
  return { personId: person.personId, seat: chosen.seat, unitId: chosen.unit.unitId };
}

/** Whether the chosen seat has this right at all; over what it reaches, the server decides with the same table. */
export function mayAtAll({ chosen }: Session, action: Action): boolean {
  return chosen !== null && scopeOf(chosen.seat, action) !== null;
}

/** A seat as its holder reads it: 市科技局联络员. */
export function seatText({ seat, seatName, unit, deputyFor }: HeldSeat): string {
  const isOneOfAKind = seat === 'office' || seat === 'leader' || seat === 'admin';
  const name = isOneOfAKind ? seatName : `${unit.name}${seatName}`;
  return deputyFor === null ? name : `${name}（代${deputyFor.name}）`;
}
