import type { PlainDate } from '../plain-date.ts';
import type { TaskEnding } from '../task/ending/row-ending.ts';
import type { Target } from '../task/issued-subject.ts';
import type { PaperHead } from './paper-head.ts';

/** How a row ended, as papers name it; `open` has no ending yet. */
export type PaperEnding = TaskEnding | 'open';

/** An item at the end of the year. */
export interface YearEndRow {
  readonly taskNumber: string;
  readonly group: string;
  readonly title: string;
  readonly unit: string;
  readonly target: Target | null;
  readonly value: number | null;
  readonly ending: PaperEnding;
  /** Cause and next step where it is unfinished, and until when. */
  readonly cause: string;
  readonly next: string;
  readonly until: PlainDate | null;
}

/** The year's end of a plan, for the leader's approval 年终总结呈批. */
export interface YearEndData {
  readonly head: PaperHead;
  readonly taskCount: number;
  readonly checkCode: string;
  readonly rows: readonly YearEndRow[];
}
