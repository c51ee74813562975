import type { ContentRef } from '../ledger/event.ts';
import type { Approval } from '../paper-approval.ts';
import type { DecidableLight } from '../task/finding/decidable-light.ts';
import type { TargetRefusal } from './objection-event.ts';
import type { ObjectionBasis } from './objection-state.ts';
import type { ObjectionOutcome, ObjectionTarget } from './objection-target.ts';

/** The head of a unit objects. */
export interface FileObjection extends Approval {
  readonly type: 'fileObjection';
  readonly objectionId: string;
  readonly planId: string;
  readonly target: ObjectionTarget;
  readonly basis: ObjectionBasis;
  readonly grounds: ContentRef;
}

/** Somebody who did not make the decision answers. */
export interface AnswerObjection extends Approval {
  readonly type: 'answerObjection';
  readonly outcome: ObjectionOutcome;
  /** What takes the place of a light that falls; null everywhere else. */
  readonly light: DecidableLight | null;
  readonly reason: ContentRef;
}

/** The head takes the objection back. */
export interface WithdrawObjection extends Approval {
  readonly type: 'withdrawObjection';
  readonly reason: ContentRef;
}

/** The workflow's own: the chain that the objection is about was told. */
export interface NoteTarget {
  readonly type: 'noteTarget';
  readonly stage: 'noted' | 'ended';
  readonly refusal: TargetRefusal | null;
}

/** A letter's final failure, from the post office. */
export interface NoteObjectionDeliveryFailure {
  readonly type: 'noteDeliveryFailure';
  readonly letterId: string;
  readonly key: string;
  readonly failureClass: string;
}

/** The calendar was changed: count the day for the answer anew. */
export interface RetimeObjection {
  readonly type: 'retime';
}

/** Time has come to the instant of the command. */
export interface WakeObjection {
  readonly type: 'wake';
}

/** Commands that come in from outside as updates. */
export type ObjectionAct = FileObjection | AnswerObjection | WithdrawObjection;

/** Everything that an objection can be asked. */
export type ObjectionCommand =
  | ObjectionAct
  | NoteTarget
  | NoteObjectionDeliveryFailure
  | RetimeObjection
  | WakeObjection;
