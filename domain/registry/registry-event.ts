import type { Actor, Seat } from '../actor.ts';
import type { CalendarYear } from '../calendar/working-calendar.ts';
import type { Instant } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { PaperApproval } from '../paper-approval.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Rules } from '../rules.ts';

/** Unit kinds 单位性质: they decide which paper a unit may receive, and from whom. */
export type UnitKind = 'party' | 'government' | 'district' | 'vertical' | 'office' | 'supervision' | 'leadership';

interface Base<T extends string> {
  readonly type: T;
  readonly at: Instant;
  readonly by: Actor;
}

/** A unit, or its next version, valid from a day; past records keep the name valid then. */
export interface UnitRegistered extends Base<'unitRegistered'> {
  readonly unitId: string;
  readonly key: string;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  /** Members of a collective name such as 各市、区; empty for a single unit. */
  readonly members: readonly string[];
  /** The unit inside which this office sits 代章单位, for the coordination office. */
  readonly hostUnitId: string | null;
  readonly validFrom: PlainDate;
}

/** A person, or the next version of what is known of them; name, mail and telephone stand in erasable content. */
export interface PersonRegistered extends Base<'personRegistered'> {
  readonly personId: string;
  readonly key: string;
  readonly particulars: ContentRef;
  readonly validFrom: PlainDate;
}

/** A person holds a seat of a unit from a day on; `rank` tells officer A from officer B. */
export interface SeatTaken extends Base<'seatTaken'> {
  readonly personId: string;
  readonly unitId: string;
  readonly seat: Seat;
  readonly rank: 'A' | 'B' | null;
  readonly validFrom: PlainDate;
}

/** The last day on which a person holds a seat. */
export interface SeatLeft extends Base<'seatLeft'> {
  readonly personId: string;
  readonly unitId: string;
  readonly seat: Seat;
  /** Names the holding that ends: a person can hold the same seat again later. */
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
}

/** A holder of a seat lets another person act in it from a day to a day AB角; it ends by itself after `validTo`. */
export interface DeputyAuthorised extends Base<'deputyAuthorised'> {
  readonly personId: string;
  readonly unitId: string;
  readonly seat: Seat;
  readonly deputyId: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  readonly reason: ContentRef;
}

/** An authorisation ends earlier than it said; `validTo` before `validFrom` means that it never began. */
export interface DeputyEnded extends Base<'deputyEnded'> {
  readonly personId: string;
  readonly unitId: string;
  readonly seat: Seat;
  readonly deputyId: string;
  /** Names the authorisation that ends. */
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
}

/** A unit's head approved other contacts 联系人变更; the seats that end and begin with it follow as events of their own. */
export interface ContactsChanged extends Base<'contactsChanged'> {
  readonly changeId: string;
  readonly planId: string;
  readonly unitId: string;
  readonly from: PlainDate;
  /** 责任领导、责任处室 and whatever else the unit files, in words. */
  readonly contacts: ContentRef | null;
  readonly reason: ContentRef;
  readonly paper?: PaperApproval;
}

/** A year's table of holidays and make-up working days, by its version. */
export interface CalendarImported extends Base<'calendarImported'> {
  readonly table: CalendarYear;
}

/** A version of the rules, and why. */
export interface RulesImported extends Base<'rulesImported'> {
  readonly rules: Rules;
  readonly reason: string;
}

/** A text or a person's particulars were erased after their term; the commitments in the chains stay. */
export interface ContentErased extends Base<'contentErased'> {
  readonly contentId: string;
  /** Why it may be erased: the term that has passed, or the request. */
  readonly ground: string;
}

/** Everything that can be in a registry chain. */
export type RegistryEvent =
  | UnitRegistered
  | PersonRegistered
  | SeatTaken
  | SeatLeft
  | DeputyAuthorised
  | DeputyEnded
  | ContactsChanged
  | CalendarImported
  | RulesImported
  | ContentErased;
