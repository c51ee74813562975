import { type PersonActor, seatNames } from '../../domain/actor.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { actorsOf } from '../../store/registry/actors.ts';
import { personsOn } from '../../store/registry/persons.ts';
import { seatHolders } from '../../store/registry/seats.ts';
import { unitRegister } from '../../store/registry/units.ts';
import type { Source } from '../../store/transaction.ts';
import type { SeatChoiceBody } from '../schemas/session.ts';

/** The seats in which a person may act on the day: the own ones, then those of persons for whom they are deputy. */
export async function seatsOf(store: Source, personId: string, day: PlainDate): Promise<readonly PersonActor[]> {
  return actorsOf(store, { planId: null, day }, personId);
}

/** Seats as people read them. */
export async function seatChoices(
  store: Source,
  day: PlainDate,
  held: readonly PersonActor[],
): Promise<readonly SeatChoiceBody[]> {
  const view = { planId: null, day };
  const units = await unitRegister(store, view);
  const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
  const holders = await seatHolders(store, view);
  const persons = await personsOn(
    store,
    view,
    held.flatMap(({ deputyFor }) => deputyFor ?? []),
  );
  return held.map(({ personId, seat, unitId, deputyFor }) => {
    const rankOf = deputyFor ?? personId;
    const own = holders.find((each) => each.personId === rankOf && each.seat === seat && each.unitId === unitId);
    return {
      seat,
      seatName: seatNames[seat],
      unit: { unitId, name: names.get(unitId) ?? '（未登记单位）' },
      rank: own?.rank ?? null,
      deputyFor:
        deputyFor === undefined
          ? null
          : { personId: deputyFor, name: persons.get(deputyFor)?.particulars?.name ?? '（已清除）' },
    };
  });
}

/** Which seat was chosen. */
export interface ChosenSeat {
  readonly seat: string | null;
  readonly unitId: string | null;
  readonly deputyFor: string | null;
}

/** In which of the seats the person acts: the chosen one while they may, the only one where there is one. */
export function actorIn(held: readonly PersonActor[], chosen: ChosenSeat): PersonActor | null {
  const found = held.find(
    ({ seat, unitId, deputyFor }) =>
      seat === chosen.seat && unitId === chosen.unitId && (deputyFor ?? null) === chosen.deputyFor,
  );
  return found ?? (held.length === 1 ? (held[0] ?? null) : null);
}
