import type { SeatChoiceBody, SessionBody } from '../../api/schemas/session.ts';
import type { PersonActor } from '../../domain/actor.ts';

/** Who is logged in, and in which seat they act. */
export type Session = SessionBody;

/** A seat that the person holds. */
export type HeldSeat = SeatChoiceBody;

/** The person in the seat that they chose. */
export function actorOf({ person, chosen }: Session): PersonActor | null {
  if (person === null || chosen === null) return null;
  return { personId: person.personId, seat: chosen.seat, unitId: chosen.unit.unitId };
}

/** Tells the seats of a person apart: the own one, and the same seat of somebody for whom they are deputy. */
export function seatKey({ seat, unit, deputyFor }: HeldSeat): string {
  return [seat, unit.unitId, ...(deputyFor === null ? [] : [deputyFor.personId])].join(' ');
}

/** A seat as its holder reads it: 市科技局联络员. */
export function seatText({ seat, seatName, unit, deputyFor }: HeldSeat): string {
  const isOneOfAKind = seat === 'office' || seat === 'leader' || seat === 'admin';
  const name = isOneOfAKind ? seatName : `${unit.name}${seatName}`;
  return deputyFor === null ? name : `${name}（代${deputyFor.name}）`;
}
