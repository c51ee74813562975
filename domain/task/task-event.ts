import type { Actor, PersonActor } from '../actor.ts';
import type { ComputedDate } from '../calendar/working-calendar.ts';
import type { Period } from '../calendar/quarter.ts';
import type { Sha256 } from '../canonical.ts';
import type { Instant } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { PlainDate } from '../plain-date.ts';
import type { FindingEvent } from './finding/finding-event.ts';
import type { ChangeEvent } from './change/change-event.ts';
import type { IssuedSubject, Party } from './issued-subject.ts';
import type { Ladder } from './ladder.ts';
import type { LightAssessment, ObligationKind, SubmittedRow } from './task-state.ts';
import type { UrgingEvent } from './urging/urging-event.ts';
import type { EndingEvent } from './ending/ending-event.ts';
import type { TaskEnding } from './ending/row-ending.ts';

/** One obligation as it opens, with its due day explained and its reminders. */
export interface OpenedObligation {
  readonly kind: ObligationKind;
  readonly unitId: string;
  readonly period: Period | 'plan';
  readonly subjectIds: readonly string[];
  readonly due: ComputedDate;
  readonly ladder: Ladder;
  /** From when the due day was counted, where a change of the task opened it; else from the issue. */
  readonly from?: Instant;
}

interface Base<T extends string, By extends Actor = Actor> {
  readonly type: T;
  readonly at: Instant;
  readonly by: By;
}

interface HeadReminders {
  /** Offsets of the ladders whose reminders the head receives too, as the rules had it. */
  readonly headOffsets: readonly number[];
}

/** The task exists: its part of the approved breakdown, bound to it by the hash of the approval. */
export interface TaskIssued extends Base<'taskIssued', PersonActor> {
  readonly taskId: string;
  readonly planId: string;
  readonly number: string;
  readonly title: string;
  readonly parties: readonly Party[];
  readonly subjects: readonly IssuedSubject[];
  readonly breakdownHash: Sha256;
  readonly lastPeriod: Period;
  readonly rulesVersion: number;
  readonly calendarVersions: Readonly<Record<string, number>>;
  /** Days on which lights may change by time alone. */
  readonly lightDays: readonly PlainDate[];
}

/** What units owe for a period (or as stage plan) is open, with its reminders. */
export interface ObligationsOpened extends Base<'obligationsOpened'>, HeadReminders {
  readonly period: Period;
  readonly obligations: readonly OpenedObligation[];
}

/** Rows of one obligation arrived from an approved return. */
export interface RowsTaken extends Base<'rowsTaken'> {
  readonly obligationId: string;
  readonly rows: readonly SubmittedRow[];
  /** Id of the act, `<returnId>/<version>`. */
  readonly act: string;
  readonly submittedAt: Instant;
  readonly late: boolean;
  readonly makers: readonly string[];
  /** Day by which the office reviews; null where the kind is taken without review. */
  readonly reviewDue: PlainDate | null;
  /** Until when supporting units may differ from what a progress row says of them; null on other kinds. */
  readonly statementUntil: PlainDate | null;
  /** Working day on which letters about this go out. */
  readonly mailDay: PlainDate;
}

/** The office accepted rows. `ownUnit` marks 本单位: the host unit's rows, reviewed by another person. */
export interface RowsAccepted extends Base<'rowsAccepted', PersonActor> {
  readonly obligationId: string;
  readonly subjectIds: readonly string[];
  readonly ownUnit: boolean;
  readonly mailDay: PlainDate;
}

/** The office sent rows back 退回修改, each with its reason. */
export interface RowsSentBack extends Base<'rowsSentBack', PersonActor>, HeadReminders {
  readonly obligationId: string;
  readonly rows: readonly { readonly subjectId: string; readonly reason: ContentRef }[];
  readonly ownUnit: boolean;
  readonly resubmitDue: ComputedDate;
  readonly ladder: Ladder;
}

/** The due day passed without a submission. */
export interface ObligationsOverdue extends Base<'obligationsOverdue', 'system'> {
  readonly obligationIds: readonly string[];
}

/** What was noted as overdue turns out to have been approved in time, has now arrived, or has an extension being decided. */
export interface OverdueLifted extends Base<'overdueLifted'> {
  readonly obligationIds: readonly string[];
  readonly reason: 'submitted' | 'was-in-time' | 'being-decided';
}

/** The office's own review clock ran out. */
export interface ReviewsOverdue extends Base<'reviewsOverdue', 'system'> {
  readonly obligationIds: readonly string[];
  readonly mailDay: PlainDate;
}

/** One row's light as it was assessed. */
export interface RowAssessment {
  readonly subjectId: string;
  readonly assessment: LightAssessment;
  readonly behindPeriods: readonly Period[];
  readonly recoveredIn: Period | null;
}

/** Lights that changed, each with its inputs and the rule version; `by` the clock also where none did, so that the day is done. */
export interface LightsAssessed extends Base<'lightsAssessed'> {
  /** The day of the look: light days up to it are done. */
  readonly on: PlainDate;
  readonly assessments: readonly RowAssessment[];
}

/** A supporting unit differs from what was said of it 不同意见: a note, no objection. */
export interface StatementFiled extends Base<'statementFiled', PersonActor> {
  readonly obligationId: string;
  readonly unitId: string;
  readonly text: ContentRef;
}

/** The first-named lead's paragraph for the whole task 汇总. */
export interface SummaryWritten extends Base<'summaryWritten', PersonActor> {
  readonly period: Period;
  readonly text: ContentRef;
}

/** The task has its ending. */
export interface TaskEnded extends Base<'taskEnded', PersonActor> {
  /** `terminated` 终止 by a leader's decision; otherwise as its weakest row ended. */
  readonly ending: TaskEnding;
  readonly mailDay: PlainDate;
}

/** A letter could not be delivered for good. */
export interface DeliveryFailed extends Base<'deliveryFailed', 'system'> {
  readonly letterId: string;
  readonly key: string;
  readonly failureClass: string;
}

/** A new calendar table moved due days of open obligations; before and after are both kept. */
export interface ObligationsRetimed extends Base<'obligationsRetimed'>, HeadReminders {
  readonly calendarVersions: Readonly<Record<string, number>>;
  readonly changes: readonly {
    readonly obligationId: string;
    readonly before: PlainDate;
    readonly due: ComputedDate;
    readonly ladder: Ladder;
  }[];
  /** The days left on which lights may change by time alone, counted anew. */
  readonly lightDays: readonly PlainDate[];
}

/** Everything that can be in a task's chain. */
export type TaskEvent =
  | TaskIssued
  | ObligationsOpened
  | RowsTaken
  | RowsAccepted
  | RowsSentBack
  | ObligationsOverdue
  | OverdueLifted
  | ReviewsOverdue
  | LightsAssessed
  | StatementFiled
  | SummaryWritten
  | TaskEnded
  | DeliveryFailed
  | FindingEvent
  | ChangeEvent
  | EndingEvent
  | ObligationsRetimed
  | UrgingEvent;
