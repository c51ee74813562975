import type { Instant } from '../../instant.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { TaskChange } from './task-change.ts';

/** Who decides on a change: the coordination office 领导小组办公室, or a city leader 市领导. */
export type ChangeDecider = 'office' | 'leader';

/** A change that was asked for and waits for its decision. */
export interface PendingChange {
  readonly changeId: string;
  readonly change: TaskChange;
  /** The unit that asks; null where the office proposes. */
  readonly unitId: string | null;
  /** The persons behind the request: none of them decides on it. */
  readonly askedBy: readonly string[];
  readonly decider: ChangeDecider;
  readonly decideBy: PlainDate;
  /** An extension of the day by which sent-back rows are due again, not of the first due day. */
  readonly resubmission: boolean;
}

/** A due day that moved. `thing` is a `thingKey`; of what is settled nothing is kept here, the ledger and its tables have it all. */
export interface DueMove {
  readonly thing: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly cause: 'extension' | 'resumption';
}

/** A task stands still 已暂停: its clocks count nothing from `on` until it is resumed. */
export interface Suspension {
  readonly on: PlainDate;
  readonly at: Instant;
}

/** What changes have made of a task so far. */
export interface ChangeState {
  readonly pending: readonly PendingChange[];
  readonly dueMoves: readonly DueMove[];
  readonly suspended: Suspension | null;
}

/** A task of which nothing was changed. */
export const nothingChanged: ChangeState = { pending: [], dueMoves: [], suspended: null };
