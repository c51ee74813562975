import type { Period } from '../calendar/quarter.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Commitment, Target } from '../task/issued-subject.ts';
import type { LightAssessment, Milestone, Subject } from '../task/task-state.ts';
import type { Contact, PaperHead } from './paper-head.ts';

/** One row of the register 台账: an item, or a task as a whole, with the unit that answers for it. */
export interface RegisterRow {
  readonly number: string;
  readonly group: string;
  readonly task: string;
  readonly kind: Subject['kind'];
  readonly title: string;
  readonly commitment: Commitment;
  readonly leads: readonly string[];
  readonly unit: string;
  readonly supports: readonly string[];
  readonly due: PlainDate;
  readonly dueBasis: Subject['dueBasis'];
  readonly tracked: boolean;
  /** Milestones of the accepted stage plan that fall into the quarter. */
  readonly milestones: readonly Milestone[];
  /** The value expected at the end of the quarter; null where there is no number or no accepted plan. */
  readonly expected: number | null;
  readonly target: Target | null;
  readonly value: number | null;
  /** What the unit reported last, and of what period. */
  readonly reportedPeriod: Period | null;
  readonly done: string;
  readonly problem: string;
  readonly next: string;
  readonly light: LightAssessment | null;
  readonly cityLeaders: readonly string[];
  readonly unitHeads: readonly string[];
  /** Officers 联络员 with their telephone numbers, A first. */
  readonly officers: readonly Contact[];
  readonly remark: string;
}

/** The register 台账 of a plan as it stands on the day of print. */
export interface RegisterData {
  readonly head: PaperHead;
  readonly period: Period;
  readonly rows: readonly RegisterRow[];
}
