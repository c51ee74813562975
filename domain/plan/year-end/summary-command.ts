import type { PersonActor } from '../../actor.ts';
import type { Sha256 } from '../../canonical.ts';
import type { ContentRef } from '../../ledger/event.ts';
import type { Approval } from '../../paper-approval.ts';
import type { TaskEnding } from '../../task/ending/row-ending.ts';

/** The endings of all rows as they stand, read by whoever sends the command. */
export interface SummaryContent {
  /** SHA-256 over the endings of all rows in the order of the notice. */
  readonly summaryHash: Sha256;
  readonly counts: Readonly<Partial<Record<TaskEnding, number>>>;
  /** Numbers of tasks with rows that have no ending yet. */
  readonly undecided: readonly string[];
}

/** The office asks the leader to approve the year's summary. */
export interface AskSummaryApproval extends SummaryContent {
  readonly type: 'askSummaryApproval';
  readonly by: PersonActor;
}

/** The leader approves what the hash names. */
export interface ApproveSummary extends Approval {
  readonly type: 'approveSummary';
  readonly summaryHash: Sha256;
}

/** The leader gives the summary back. */
export interface ReturnSummary extends Approval {
  readonly type: 'returnSummary';
  readonly reason: ContentRef;
}

/** The workflow's own: so many tasks of the breakdown are closed; those that refused are named. */
export interface NoteTasksClosed {
  readonly type: 'noteTasksClosed';
  readonly upTo: number;
  readonly refused: readonly { readonly taskNumber: string; readonly message: string }[];
}

/** What people do at a plan's year-end. */
export type SummaryAct = AskSummaryApproval | ApproveSummary | ReturnSummary;
