import type { ContentRef } from '../../ledger/event.ts';
import type { Approval } from '../../paper-approval.ts';
import type { TaskChange } from './task-change.ts';

/** A unit's head, or the office, asks for a change of the task. */
export interface RequestChange extends Approval {
  readonly type: 'requestChange';
  readonly changeId: string;
  readonly change: TaskChange;
  readonly reason: ContentRef;
  /** The unit of the plan's leaders: letters about what a leader decides go there. */
  readonly leadershipUnitId: string;
}

/** Whoever asked takes the request back before it is decided. */
export interface WithdrawChange extends Approval {
  readonly type: 'withdrawChange';
  readonly changeId: string;
  readonly reason: ContentRef;
}

/** The office or a leader decides; `reason` is the basis 依据 of the decision. */
export interface DecideChange extends Approval {
  readonly type: 'decideChange';
  readonly changeId: string;
  readonly outcome: 'granted' | 'refused';
  readonly reason: ContentRef;
  /** Of a granted decline only: the unit that takes the part over; null where nothing of it is left to do. */
  readonly replacementId: string | null;
}

/** A leader's note 批示 on the task. */
export interface RecordInstruction extends Approval {
  readonly type: 'recordInstruction';
  readonly text: ContentRef;
}

/** Everything that changes a task or tells it what a leader wants. */
export type ChangeCommand = RequestChange | WithdrawChange | DecideChange | RecordInstruction;
