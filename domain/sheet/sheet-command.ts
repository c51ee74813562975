import type { Approver } from '../act/approved-act.ts';
import type { PersonActor } from '../actor.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { Approval } from '../paper-approval.ts';

interface Act<T extends string> {
  readonly type: T;
  readonly by: PersonActor;
}

/** Drafts the act, or another version of it. */
export interface DraftSheet extends Act<'draftSheet'> {
  readonly planId: string;
  readonly sheetId: string;
  readonly key: string;
  readonly unitId: string;
  readonly approver: Approver;
  readonly actType: string;
  readonly content: ContentRef;
  readonly checkCode: string;
}

/** Sends the draft up; without it a sheet can still be signed on paper. */
export type AskSheetApproval = Act<'askSheetApproval'>;

/** The head or the leader gives the sheet back. */
export interface RefuseSheet extends Act<'refuseSheet'> {
  readonly reason: ContentRef;
}

/** Approves the version that was looked at, and thereby has its act done. */
export interface ApproveSheet extends Approval {
  readonly type: 'approveSheet';
  readonly version: number;
}

/** Whoever drafts takes the sheet back for good. */
export type WithdrawSheet = Act<'withdrawSheet'>;

/** What became of the act of an approved version. */
export interface NoteSheetOutcome {
  readonly type: 'noteSheetOutcome';
  readonly version: number;
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

/** Everything a sheet can be asked. */
export type SheetCommand =
  | DraftSheet
  | AskSheetApproval
  | RefuseSheet
  | ApproveSheet
  | WithdrawSheet
  | NoteSheetOutcome;
