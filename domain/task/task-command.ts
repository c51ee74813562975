import type { PersonActor } from '../actor.ts';
import type { Period } from '../calendar/quarter.ts';
import type { Sha256 } from '../canonical.ts';
import type { Instant } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { FindingCommand } from './finding/finding-command.ts';
import type { ChangeCommand } from './change/change-command.ts';
import type { IssuedSubject, Party } from './issued-subject.ts';
import type { ObligationKind, SubmittedRow } from './task-state.ts';
import type { RecordUrging } from './urging/urging-command.ts';
import type { CloseOut, DecideEndings } from './ending/ending-command.ts';

/** A task's part of the approved breakdown, from which its first event is made. */
export interface TaskStart {
  readonly taskId: string;
  readonly planId: string;
  readonly number: string;
  readonly title: string;
  readonly parties: readonly Party[];
  readonly subjects: readonly IssuedSubject[];
  readonly breakdownHash: Sha256;
  readonly lastPeriod: Period;
  readonly issuedAt: Instant;
  readonly issuedBy: PersonActor;
}

/** Issue: the first command of every task, made by its own workflow from `loadTask`. */
export interface IssueTask {
  readonly type: 'issueTask';
  readonly start: TaskStart;
}

/** Rows of one obligation from an approved return. */
export interface TakeRows {
  readonly type: 'takeRows';
  readonly kind: ObligationKind;
  readonly unitId: string;
  readonly period: Period | 'plan';
  readonly act: string;
  readonly rows: readonly SubmittedRow[];
  /** The head's approval (or the officer's act where that suffices): lateness is judged by it. */
  readonly submittedAt: Instant;
  readonly submittedBy: PersonActor;
  readonly makers: readonly string[];
}

/** The office's decision on rows of one obligation. */
export interface ReviewRows {
  readonly type: 'reviewRows';
  readonly kind: ObligationKind;
  readonly unitId: string;
  readonly period: Period | 'plan';
  /** The version that was looked at: a newer submission refuses the decision. */
  readonly act: string;
  readonly accept: readonly string[];
  readonly sendBack: readonly { readonly subjectId: string; readonly reason: ContentRef }[];
  readonly ownUnit: boolean;
  readonly by: PersonActor;
}

/** A supporting unit's differing statement 不同意见 on a lead's submitted report. */
export interface FileStatement {
  readonly type: 'fileStatement';
  readonly aboutUnitId: string;
  readonly period: Period;
  readonly text: ContentRef;
  readonly by: PersonActor;
}

/** The first-named lead's paragraph 汇总 for a period. */
export interface WriteSummary {
  readonly type: 'writeSummary';
  readonly period: Period;
  readonly text: ContentRef;
  readonly by: PersonActor;
}

/** The office ends the task 办结 before the year's end; its ending follows from those of its rows. */
export interface EndTask {
  readonly type: 'endTask';
  readonly ending: 'completed';
  readonly by: PersonActor;
}

/** A letter's final failure, from the post office. */
export interface NoteDeliveryFailure {
  readonly type: 'noteDeliveryFailure';
  readonly letterId: string;
  readonly key: string;
  readonly failureClass: string;
}

/** The calendar was changed: re-time what is open once. */
export interface Retime {
  readonly type: 'retime';
}

/** Time has come to the instant of the command: do what is due then. */
export interface Wake {
  readonly type: 'wake';
}

/** Everything a task can be asked. */
export type TaskCommand =
  | IssueTask
  | TakeRows
  | ReviewRows
  | FileStatement
  | WriteSummary
  | EndTask
  | FindingCommand
  | ChangeCommand
  | RecordUrging
  | DecideEndings
  | CloseOut
  | NoteDeliveryFailure
  | Retime
  | Wake;

/** Commands that come in from outside as updates; the others are the workflow's own. */
export type TaskAct =
  | TakeRows
  | ReviewRows
  | FileStatement
  | WriteSummary
  | EndTask
  | FindingCommand
  | ChangeCommand
  | RecordUrging
  | DecideEndings
  | CloseOut;
