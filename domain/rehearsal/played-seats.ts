import type { NamedPerson, SeatLeaving, SeatTaking } from '../act/registry-act.ts';
import type { PlainDate } from '../plain-date.ts';

/** A change of contacts 联系人变更: drafted as a sheet by the officer and approved by the head on the same day. */
export interface PlayedContactChange {
  /** Of the sheet, unique within the plan. */
  readonly key: string;
  readonly unit: string;
  readonly on: PlainDate;
  readonly from: PlainDate;
  readonly leaves: readonly SeatLeaving[];
  readonly takes: readonly (Omit<SeatTaking, 'person'> & { readonly person: NamedPerson })[];
  readonly contacts: string | null;
  readonly reason: string;
}

/** A deputy 代行 whom the head authorises for a seat of the unit, from `from` to `to`. */
export interface PlayedDeputy {
  readonly unit: string;
  readonly seat: 'head' | 'officer';
  readonly person: string;
  readonly deputy: string;
  readonly on: PlainDate;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason: string;
}

/** What is played of seats 岗位 that change hands. */
export interface PlayedSeats {
  readonly contacts: readonly PlayedContactChange[];
  readonly deputies: readonly PlayedDeputy[];
}
