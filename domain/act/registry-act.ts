import type { Seat } from '../actor.ts';
import type { PlainDate } from '../plain-date.ts';

/** Particulars of a person who comes into the register with a change of contacts; only the key for one who stands there. */
export interface NamedPerson {
  readonly key: string;
  readonly particulars: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly mobile: string;
  } | null;
}

/** A seat of the unit that somebody takes with a change of contacts. */
export interface SeatTaking {
  readonly person: NamedPerson;
  readonly seat: 'officer' | 'writer';
  readonly rank: 'A' | 'B' | null;
}

/** A seat of the unit that somebody leaves with a change of contacts. */
export interface SeatLeaving {
  readonly personKey: string;
  readonly seat: 'officer' | 'writer';
}

/** What people do to the registry by which a plan goes. */
export type RegistryAct =
  | {
      readonly type: 'changeContacts';
      readonly unitId: string;
      /** The first day on which the change holds; who leaves holds the seat until the day before. */
      readonly from: PlainDate;
      readonly leaves: readonly SeatLeaving[];
      readonly takes: readonly SeatTaking[];
      /** 责任领导、责任处室 and whatever else changes, in words. */
      readonly contacts: string | null;
      readonly reason: string;
    }
  | {
      readonly type: 'authoriseDeputy';
      readonly unitId: string;
      readonly seat: Seat;
      readonly personKey: string;
      readonly deputyKey: string;
      readonly from: PlainDate;
      readonly to: PlainDate;
      readonly reason: string;
    }
  | {
      readonly type: 'endDeputy';
      readonly unitId: string;
      readonly seat: Seat;
      readonly personKey: string;
      readonly deputyKey: string;
      /** The last day on which the deputy may act. */
      readonly to: PlainDate;
    };
