import type { Actor, PersonActor } from '../actor.ts';
import type { Period } from '../calendar/quarter.ts';
import type { Instant } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { PaperApproval } from '../paper-approval.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Target } from '../task/issued-subject.ts';
import type { ObligationKind, Subject, SubmittedRow } from '../task/task-state.ts';

interface Base<T extends string, By extends Actor = Actor> {
  readonly type: T;
  readonly at: Instant;
  readonly by: By;
}

/** What checks of a row read of its subject. */
export interface RowSubject {
  readonly kind: Subject['kind'];
  readonly title: string;
  readonly target: Target | null;
  /** The item's own due day: no milestone may lie after it. */
  readonly due: PlainDate;
  /** Milestones of the accepted stage plan. */
  readonly milestoneIds: readonly string[];
  /** Until then the value need not be given 待统计. */
  readonly statisticsOn: PlainDate | null;
  /** The row asks for the self-assessment 年终自评: it belongs to the last quarter's return. */
  readonly asksEnding?: boolean;
}

/** What a row needs to exist before anybody wrote in it. */
export interface OpenedRow {
  readonly taskId: string;
  readonly taskNumber: string;
  readonly obligationId: string;
  readonly subjectId: string;
  readonly due: PlainDate;
  readonly previousValue: number | null;
  readonly textLimit: number | null;
  readonly subject: RowSubject;
}

/** Names one row of a return. */
export interface RowKey {
  readonly taskId: string;
  readonly subjectId: string;
}

/** A version of the return was opened with these rows; the same version again where rows came in later. */
export interface ReturnOpened extends Base<'returnOpened', PersonActor> {
  readonly returnId: string;
  readonly planId: string;
  readonly unitId: string;
  readonly period: Period | 'plan';
  readonly kind: ObligationKind;
  readonly version: number;
  readonly rows: readonly OpenedRow[];
}

/** Rows were saved. */
export interface RowsSaved extends Base<'rowsSaved', PersonActor> {
  readonly rows: readonly { readonly taskId: string; readonly entry: SubmittedRow }[];
}

/** Rows were handed to a writer, or taken back (null). */
export interface RowsHandedOver extends Base<'rowsHandedOver', PersonActor> {
  readonly rows: readonly RowKey[];
  readonly writerId: string | null;
  readonly mailDay: PlainDate;
}

/** The officer asks the head for the approval 审签. */
export interface HeadApprovalAsked extends Base<'headApprovalAsked', PersonActor> {
  readonly version: number;
  readonly mailDay: PlainDate;
}

/** The approval that is the submission: by the head, or by the officer where that suffices; on paper `by` only recorded it. */
export interface ReturnSubmitted extends Base<'returnSubmitted', PersonActor> {
  readonly version: number;
  /** Everybody who saved, sent up or approved the version: none of them may review it. */
  readonly makers: readonly string[];
  readonly paper?: PaperApproval;
}

/** The head gives the return back to the officer before it ever left the unit. */
export interface HeadApprovalRefused extends Base<'headApprovalRefused', PersonActor> {
  readonly version: number;
  readonly reason: ContentRef;
  readonly mailDay: PlainDate;
}

/** The office reviewed the version: what it does not send back it accepts. */
export interface ReturnReviewed extends Base<'returnReviewed', PersonActor> {
  readonly version: number;
  readonly accept: readonly RowKey[];
  readonly sendBack: readonly (RowKey & { readonly reason: ContentRef })[];
  readonly ownUnit: boolean;
}

/** Every task has answered the delivery of an act; refused rows are named with the rule that refused them. */
export interface ReturnDelivered extends Base<'returnDelivered', 'system'> {
  readonly act: string;
  readonly refused: readonly { readonly taskId: string; readonly code: string; readonly message: string }[];
  readonly mailDay: PlainDate;
}

/** Rows that were sent back wait for the review again, because an objection was upheld; `notBy` had sent them back. */
export interface ReturnRowsReopened extends Base<'rowsReopened', 'system'> {
  readonly rows: readonly RowKey[];
  readonly notBy: readonly string[];
  readonly objectionId: string;
}

/** Everything that can be in a return's chain. */
export type ReturnEvent =
  | ReturnOpened
  | RowsSaved
  | RowsHandedOver
  | HeadApprovalAsked
  | HeadApprovalRefused
  | ReturnSubmitted
  | ReturnReviewed
  | ReturnRowsReopened
  | ReturnDelivered;
