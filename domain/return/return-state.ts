import type { Instant } from '../instant.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Period } from '../calendar/quarter.ts';
import type { ObligationKind, SubmittedRow } from '../task/task-state.ts';
import type { RowSubject } from './return-event.ts';

/** One row of a unit's return, with the task it belongs to. */
export interface ReturnRow {
  readonly taskId: string;
  readonly taskNumber: string;
  readonly obligationId: string;
  readonly subjectId: string;
  readonly due: PlainDate;
  /** Last accepted cumulative value: a lower one needs a reason. */
  readonly previousValue: number | null;
  /** Characters a text of this row may have; null where nothing limits it but the general bound. */
  readonly textLimit: number | null;
  readonly subject: RowSubject;
  /** The version in which the row stood last. */
  readonly version: number;
  readonly state: 'draft' | 'submitted' | 'accepted' | 'sent-back' | 'refused';
  /** The writer 经办人 to whom the row was handed. */
  readonly writerId: string | null;
  readonly entry: SubmittedRow | null;
  /** Persons who saved it in this version; once submitted, also those who sent it up and approved it. */
  readonly makers: readonly string[];
  /** Who sent it back, where an objection brought it back to review: none of them reviews it again. */
  readonly notBy?: readonly string[];
}

/** One return: what one unit owes for one period and kind, over separate obligations. */
export interface ReturnState {
  readonly returnId: string;
  readonly planId: string;
  readonly unitId: string;
  readonly period: Period | 'plan';
  readonly kind: ObligationKind;
  /** 0 before the first save; each later version holds only rows sent back or refused. */
  readonly version: number;
  /** `draft` while any row is one, `settled` once all rows are accepted. */
  readonly phase: 'none' | 'draft' | 'submitted' | 'settled';
  readonly rows: readonly ReturnRow[];
  /** Who asked the head for the approval; null again once a row was saved after it. */
  readonly askedBy: string | null;
  /** The last version that every task has answered. */
  readonly deliveredVersion: number;
  /** The version of each review so far, in their order. */
  readonly reviewedVersions: readonly number[];
  readonly submittedAt: Instant | null;
  readonly lastAt: Instant | null;
}

/** The state of a chain without events. */
export const noReturn: ReturnState = {
  returnId: '',
  planId: '',
  unitId: '',
  period: 'plan',
  kind: 'progress',
  version: 0,
  phase: 'none',
  rows: [],
  askedBy: null,
  deliveredVersion: 0,
  reviewedVersions: [],
  submittedAt: null,
  lastAt: null,
};
