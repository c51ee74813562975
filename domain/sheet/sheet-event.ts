import type { Approver } from '../act/approved-act.ts';
import type { Actor, PersonActor } from '../actor.ts';
import type { Instant } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { PaperApproval } from '../paper-approval.ts';
import type { PlainDate } from '../plain-date.ts';

interface Base<T extends string, By extends Actor = PersonActor> {
  readonly type: T;
  readonly at: Instant;
  readonly by: By;
}

/** A version of the sheet was drafted; what it says stands outside the chain and can be erased. */
export interface SheetDrafted extends Base<'sheetDrafted'> {
  readonly sheetId: string;
  readonly planId: string;
  readonly key: string;
  readonly unitId: string;
  readonly approver: Approver;
  readonly actType: string;
  readonly version: number;
  readonly content: ContentRef;
  readonly checkCode: string;
}

/** The sheet was sent up. */
export interface SheetAsked extends Base<'sheetAsked'> {
  readonly version: number;
  readonly mailDay: PlainDate;
}

/** The head or the leader gave the sheet back. */
export interface SheetRefused extends Base<'sheetRefused'> {
  readonly version: number;
  readonly reason: ContentRef;
  readonly mailDay: PlainDate;
}

/** The approval 审签; on paper `by` only recorded it. */
export interface SheetApproved extends Base<'sheetApproved'> {
  readonly version: number;
  readonly paper?: PaperApproval;
}

/** The sheet was taken back for good. */
export interface SheetWithdrawn extends Base<'sheetWithdrawn'> {
  readonly version: number;
}

/** The act of the approved version was done, or refused by the rule that is named. */
export interface SheetCarriedOut extends Base<'sheetCarriedOut', 'system'> {
  readonly version: number;
  readonly refusal: { readonly code: string; readonly message: string } | null;
  readonly mailDay: PlainDate;
}

/** Everything that can be in a sheet's chain. */
export type SheetEvent = SheetDrafted | SheetAsked | SheetRefused | SheetApproved | SheetWithdrawn | SheetCarriedOut;
