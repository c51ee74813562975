import type { Actor, PersonActor } from '../../actor.ts';
import type { ComputedDate } from '../../calendar/working-calendar.ts';
import type { Sha256 } from '../../canonical.ts';
import type { Instant } from '../../instant.ts';
import type { ContentRef } from '../../ledger/event.ts';
import type { ObjectionEnding, TaskTarget } from '../../objection/objection-target.ts';
import type { PaperApproval } from '../../paper-approval.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { LightAssessment } from '../task-state.ts';
import type { FindingMethod, FindingOutcome } from './finding-state.ts';

interface Base<T extends string, By extends Actor = PersonActor> {
  readonly type: T;
  readonly at: Instant;
  readonly by: By;
}

/** What a check rests on: in words, and files by their hashes. */
export interface FindingEvidence {
  readonly text: ContentRef;
  readonly hashes: readonly Sha256[];
}

/** The supervisor put a finding to the unit: what is claimed, how two people checked it, and what they found. */
export interface FindingOpened extends Base<'findingOpened'> {
  readonly findingId: string;
  readonly subjectId: string;
  readonly unitId: string;
  readonly claim: ContentRef;
  readonly method: FindingMethod;
  readonly checkers: readonly string[];
  readonly reportedValue: number | null;
  readonly foundValue: number | null;
  readonly evidence: FindingEvidence;
  readonly statementDue: ComputedDate;
  /** Working day on which the supervisor is reminded that no statement came. */
  readonly concludeFrom: PlainDate;
}

/** The time for the statement was counted anew on a changed calendar. */
export interface FindingRetimed extends Base<'findingRetimed', 'system'> {
  readonly findingId: string;
  readonly before: PlainDate;
  readonly statementDue: ComputedDate;
  readonly concludeFrom: PlainDate;
}

/** The unit stated its view, approved by its head. */
export interface FindingStated extends Base<'findingStated'> {
  readonly findingId: string;
  readonly text: ContentRef;
  readonly paper?: PaperApproval;
  readonly mailDay: PlainDate;
}

/** The supervisor concluded; the feedback opens the time for objections. */
export interface FindingConcluded extends Base<'findingConcluded'> {
  readonly findingId: string;
  readonly outcome: FindingOutcome;
  readonly text: ContentRef;
  readonly feedbackOn: PlainDate;
  readonly objectionUntil: PlainDate;
  readonly mailDay: PlainDate;
}

/** An objection overturned the conclusion. */
export interface FindingWithdrawn extends Base<'findingWithdrawn'> {
  readonly findingId: string;
  readonly objectionId: string;
}

/** A person changed a light: it stands, with the reason, until new data of the row is assessed. */
export interface LightDecided extends Base<'lightDecided'> {
  readonly subjectId: string;
  readonly assessment: LightAssessment;
  readonly mailDay: PlainDate;
}

/** An objection against something of this task is being decided: that shows 复核中. */
export interface ObjectionNoted extends Base<'objectionNoted', 'system'> {
  readonly objectionId: string;
  readonly target: TaskTarget;
}

/** The objection is over; `by` decided it, or took it back. */
export interface ObjectionEnded extends Base<'objectionEnded'> {
  readonly objectionId: string;
  readonly ending: ObjectionEnding;
  readonly reason: ContentRef;
}

/** Rows that were sent back wait for the review again, because an objection against it was upheld. */
export interface RowsReopened extends Base<'rowsReopened'> {
  readonly obligationId: string;
  readonly subjectIds: readonly string[];
  /** Who had sent them back: another person reviews them now. */
  readonly notBy: readonly string[];
  readonly reviewDue: PlainDate;
  readonly mailDay: PlainDate;
}

/** What findings, decided lights and objections add to a task's chain. */
export type FindingEvent =
  | FindingOpened
  | FindingRetimed
  | FindingStated
  | FindingConcluded
  | FindingWithdrawn
  | LightDecided
  | ObjectionNoted
  | ObjectionEnded
  | RowsReopened;
