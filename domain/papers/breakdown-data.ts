import type { PlainDate } from '../plain-date.ts';
import type { Commitment, Target } from '../task/issued-subject.ts';
import type { PaperHead } from './paper-head.ts';

/** An item of a task in the breakdown 任务分解表. */
export interface BreakdownItem {
  readonly title: string;
  readonly target: Target | null;
  readonly commitment: Commitment;
  /** The accountable unit 责任单位; null while nobody has been found. */
  readonly unit: string | null;
  readonly due: PlainDate;
  readonly dueBasis: 'stated' | 'derived';
  readonly tracked: boolean;
}

/** A task in the breakdown, draft or issued. */
export interface BreakdownTask {
  readonly number: string;
  readonly group: string;
  readonly title: string;
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly districts: readonly string[];
  readonly items: readonly BreakdownItem[];
}

/** The breakdown 任务分解 of a plan, or the part of it that concerns one unit. */
export interface BreakdownData {
  readonly head: PaperHead;
  /** Counts the edits of the draft; the approval names it. */
  readonly draftVersion: number;
  readonly isIssued: boolean;
  readonly tasks: readonly BreakdownTask[];
}
