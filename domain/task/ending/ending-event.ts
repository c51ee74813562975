import type { PersonActor } from '../../actor.ts';
import type { Sha256 } from '../../canonical.ts';
import type { Instant } from '../../instant.ts';
import type { ContentRef } from '../../ledger/event.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { NamedEnding, RowEnding } from './row-ending.ts';

/** One row's ending as it was decided, beside what the unit had claimed (null where it reported nothing). */
export interface DecidedRow extends NamedEnding {
  readonly subjectId: string;
  readonly claimed: RowEnding | null;
  readonly value: number | null;
  readonly reason: ContentRef | null;
}

/** The office decided endings of rows. */
export interface EndingsDecided {
  readonly type: 'endingsDecided';
  readonly at: Instant;
  readonly by: PersonActor;
  readonly rows: readonly DecidedRow[];
  readonly mailDay: PlainDate;
}

/** The day has come that a row's ending named for its statistics 待统计. */
export interface StatisticsDue {
  readonly type: 'statisticsDue';
  readonly at: Instant;
  readonly by: 'system';
  readonly subjectIds: readonly string[];
  readonly mailDay: PlainDate;
}

/** The leader approved the year's summary; rows that await statistics keep the task open until their day. */
export interface YearClosed {
  readonly type: 'yearClosed';
  readonly at: Instant;
  readonly by: 'system';
  readonly summaryHash: Sha256;
  readonly approvedBy: PersonActor;
}

/** Events of a task's year-end. */
export type EndingEvent = EndingsDecided | StatisticsDue | YearClosed;
