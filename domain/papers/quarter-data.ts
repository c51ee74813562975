import type { Period } from '../calendar/quarter.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Light, LightAssessment } from '../task/task-state.ts';
import type { PaperHead } from './paper-head.ts';

/** How many rows show which light. */
export type LightCounts = Readonly<Partial<Record<Light, number>>>;

/** A unit, or a group of tasks, in the figures of a quarter. */
export interface QuarterLine {
  readonly name: string;
  readonly rows: number;
  readonly lights: LightCounts;
}

/** What a unit owed and did in a quarter. */
export interface UnitQuarter extends QuarterLine {
  readonly report: 'in-time' | 'late' | 'missing' | 'not-due' | 'none-owed';
  readonly submittedOn: PlainDate | null;
  readonly sentBackRows: number;
}

/** A named problem: whose, why, what is demanded, until when. */
export interface QuarterProblem {
  readonly taskNumber: string;
  readonly title: string;
  readonly unit: string;
  readonly light: LightAssessment;
  /** What the unit itself named as the problem and as its next step. */
  readonly problem: string;
  readonly next: string;
  readonly due: PlainDate;
  /** What the office demands and until when, in its own words; absent where the light says it. */
  readonly demanded?: { readonly text: string; readonly until: PlainDate };
}

/** What was reported of a task: the first-named lead's 汇总, else what each unit wrote, in order. */
export interface TaskProgressText {
  readonly number: string;
  readonly title: string;
  readonly group: string;
  readonly texts: readonly { readonly unit: string | null; readonly text: string }[];
}

/** A quarter of a plan: for the summary 季度汇总 and for the bulletin 通报. */
export interface QuarterData {
  readonly head: PaperHead;
  readonly period: Period;
  readonly due: PlainDate | null;
  readonly taskCount: number;
  readonly itemCount: number;
  readonly groups: readonly QuarterLine[];
  readonly units: readonly UnitQuarter[];
  readonly problems: readonly QuarterProblem[];
  readonly tasks: readonly TaskProgressText[];
}
