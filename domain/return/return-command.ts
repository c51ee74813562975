import type { PersonActor } from '../actor.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { Approval } from '../paper-approval.ts';
import type { SubmittedRow } from '../task/task-state.ts';
import type { OpenedRow, RowKey } from './return-event.ts';

interface Act<T extends string> {
  readonly type: T;
  readonly by: PersonActor;
}

/** Saves rows; opens the first version, or the next one after rows came back, from `openRows` (read under the draft's lock). */
export interface SaveRows extends Act<'saveRows'> {
  readonly rows: readonly { readonly taskId: string; readonly entry: SubmittedRow }[];
  readonly openRows: readonly OpenedRow[];
}

/** Hands rows to a writer of the own unit, or takes them back. */
export interface HandOverRows extends Act<'handOverRows'> {
  readonly rows: readonly RowKey[];
  readonly writerId: string | null;
  readonly openRows: readonly OpenedRow[];
}

/** Asks the head to approve. */
export type AskHeadApproval = Act<'askHeadApproval'>;

/** The head gives the return back inside the unit. */
export interface RefuseHeadApproval extends Act<'refuseHeadApproval'> {
  readonly reason: ContentRef;
}

/** Approves and thereby submits the version that was looked at; on paper the version that was printed. */
export interface SubmitReturn extends Act<'submitReturn'>, Approval {
  readonly version: number;
}

/** The office's review of a whole version: rows not sent back are accepted. */
export interface ReviewReturn extends Act<'reviewReturn'> {
  readonly version: number;
  readonly sendBack: readonly (RowKey & { readonly reason: ContentRef })[];
  /** The reviewer's person holds a seat in the reporting unit, or it is the office's host unit. */
  readonly ownUnit: boolean;
  /** The reviewer's person holds a seat in the reporting unit: somebody else of the office reviews. */
  readonly isOfUnit: boolean;
}

/** The outcome of a delivery, from its workflow. */
export interface NoteDelivery {
  readonly type: 'noteDelivery';
  readonly act: string;
  readonly refused: readonly { readonly taskId: string; readonly code: string; readonly message: string }[];
}

/** From an objection that was upheld: rows that were sent back wait for the review again. */
export interface ReopenRows {
  readonly type: 'reopenRows';
  readonly rows: readonly RowKey[];
  /** Who had sent them back. */
  readonly notBy: readonly string[];
  readonly objectionId: string;
}

/** Everything a return can be asked. */
export type ReturnCommand =
  | SaveRows
  | HandOverRows
  | AskHeadApproval
  | RefuseHeadApproval
  | SubmitReturn
  | ReviewReturn
  | ReopenRows
  | NoteDelivery;
