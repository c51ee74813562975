import type { PlainDate } from '../../plain-date.ts';

/** A promise that is not kept yet. */
export interface OpenPromise {
  readonly urgingId: string;
  readonly unitId: string;
  readonly obligationIds: readonly string[];
  readonly by: PlainDate;
  readonly returnsOn: PlainDate;
  /** It came back on the office's list. */
  readonly isDue: boolean;
}

/** What a task knows of urging: whom letters do not reach, and what was promised; only of what is still owed. */
export interface UrgingState {
  /** Obligations whose reminders could not be delivered. */
  readonly undelivered: readonly string[];
  readonly promises: readonly OpenPromise[];
}

/** Nobody was urged. */
export const noUrging: UrgingState = { undelivered: [], promises: [] };
