import type { Actor, PersonActor } from '../actor.ts';
import type { ComputedDate } from '../calendar/working-calendar.ts';
import type { Instant } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { PaperApproval } from '../paper-approval.ts';
import type { PlainDate } from '../plain-date.ts';
import type { DecidableLight } from '../task/finding/decidable-light.ts';
import type { Ladder } from '../task/ladder.ts';
import type { ObjectionBasis } from './objection-state.ts';
import type { ObjectionOutcome, ObjectionTarget } from './objection-target.ts';

interface Base<T extends string, By extends Actor = PersonActor> {
  readonly type: T;
  readonly at: Instant;
  readonly by: By;
}

/** The head of a unit objects to a decision; it is to be answered by another decider. */
export interface ObjectionFiled extends Base<'objectionFiled'> {
  readonly objectionId: string;
  readonly planId: string;
  readonly target: ObjectionTarget;
  readonly basis: ObjectionBasis;
  readonly grounds: ContentRef;
  readonly paper?: PaperApproval;
  readonly answerDue: ComputedDate;
  readonly ladder: Ladder;
  readonly mailDay: PlainDate;
  readonly calendarVersions: Readonly<Record<string, number>>;
}

/** The day for the answer passed without one. */
export interface ObjectionOverdue extends Base<'objectionOverdue', 'system'> {
  readonly mailDay: PlainDate;
}

/** The answer, with its reason; `light` takes the place of a light that falls. */
export interface ObjectionAnswered extends Base<'objectionAnswered'> {
  readonly outcome: ObjectionOutcome;
  readonly light: DecidableLight | null;
  readonly reason: ContentRef;
  readonly paper?: PaperApproval;
}

/** The head took the objection back. */
export interface ObjectionWithdrawn extends Base<'objectionWithdrawn'> {
  readonly reason: ContentRef;
  readonly paper?: PaperApproval;
  readonly mailDay: PlainDate;
}

/** The chain that it is about knows so far; `refusal` is why it could not take it in, when it had ended before. */
export interface TargetNoted extends Base<'targetNoted', 'system'> {
  readonly stage: 'noted' | 'ended';
  readonly refusal: TargetRefusal | null;
}

/** Why a chain did not take in what an objection told it. */
export interface TargetRefusal {
  readonly code: string;
  readonly message: string;
}

/** A changed calendar moved the day for the answer. */
export interface ObjectionRetimed extends Base<'objectionRetimed', 'system'> {
  readonly before: PlainDate;
  readonly answerDue: ComputedDate;
  readonly ladder: Ladder;
  readonly calendarVersions: Readonly<Record<string, number>>;
}

/** A letter could not be delivered for good. */
export interface ObjectionDeliveryFailed extends Base<'deliveryFailed', 'system'> {
  readonly letterId: string;
  readonly key: string;
  readonly failureClass: string;
}

/** Everything that can be in an objection's chain. */
export type ObjectionEvent =
  | ObjectionFiled
  | ObjectionOverdue
  | ObjectionAnswered
  | ObjectionWithdrawn
  | TargetNoted
  | ObjectionRetimed
  | ObjectionDeliveryFailed;
