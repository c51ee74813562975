import type { Seat } from '../actor.ts';
import type { PlainDate } from '../plain-date.ts';

/** A seat of the unit with the term in which somebody holds it. */
export interface Holding {
  readonly personId: string;
  readonly seat: Seat;
  readonly rank: 'A' | 'B' | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** An authorisation of a deputy as it stands. */
export interface Authorisation {
  readonly personId: string;
  readonly seat: Seat;
  readonly deputyId: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
}

/** What the registry says of a unit, and of the persons whom a command names; read under the chain's lock. */
export interface RegistryFacts {
  readonly today: PlainDate;
  readonly holdings: readonly Holding[];
  readonly deputies: readonly Authorisation[];
  /** Ids of those named persons who stand in the register. */
  readonly knownPersonIds: readonly string[];
}

/** Whether the term holds on the day. */
export function holdsOn({ validFrom, validTo }: Pick<Holding, 'validFrom' | 'validTo'>, day: PlainDate): boolean {
  return validFrom <= day && (validTo === null || validTo >= day);
}
