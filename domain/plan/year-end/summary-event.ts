import type { PersonActor } from '../../actor.ts';
import type { Sha256 } from '../../canonical.ts';
import type { Instant } from '../../instant.ts';
import type { ContentRef } from '../../ledger/event.ts';
import type { PaperApproval } from '../../paper-approval.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { TaskEnding } from '../../task/ending/row-ending.ts';

interface ByPerson<T extends string> {
  readonly type: T;
  readonly at: Instant;
  readonly by: PersonActor;
  readonly mailDay: PlainDate;
}

/** The office asked the leader to approve the year's summary; every row has an ending or a named date. */
export interface SummaryAsked extends ByPerson<'summaryAsked'> {
  readonly summaryHash: Sha256;
  readonly counts: Readonly<Partial<Record<TaskEnding, number>>>;
}

/** The leader approved; every task closes with what was decided. */
export interface SummaryApproved extends ByPerson<'summaryApproved'> {
  readonly summaryHash: Sha256;
  readonly paper?: PaperApproval;
}

/** The leader gave the summary back to the office. */
export interface SummaryReturned extends ByPerson<'summaryReturned'> {
  readonly reason: ContentRef;
  readonly paper?: PaperApproval;
}

/** Tasks up to this place of the breakdown were told of the approval. */
export interface TasksClosed {
  readonly type: 'tasksClosed';
  readonly at: Instant;
  readonly by: 'system';
  readonly upTo: number;
  readonly refused: readonly { readonly taskNumber: string; readonly message: string }[];
}

/** Events of a plan's year-end. */
export type SummaryEvent = SummaryAsked | SummaryApproved | SummaryReturned | TasksClosed;
