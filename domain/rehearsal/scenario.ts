import type { Period } from '../calendar/quarter.ts';
import type { PlainDate } from '../plain-date.ts';
import type { OpinionDecision } from '../plan/plan-state.ts';
import type { NamedEnding } from '../task/ending/row-ending.ts';
import type { Milestone, RowPlan } from '../task/task-state.ts';
import type { PlayedOrders } from './played-orders.ts';
import type { PlayedChange } from './played-change.ts';
import type { PlayedFinding, PlayedObjection } from './played-finding.ts';
import type { PlayedSeats } from './played-seats.ts';

/** What somebody does, or leaves undone, in a rehearsal; names of the scenario files. */
export type Doing =
  | 'consultation'
  | 'receipt'
  | 'stagePlan'
  | 'contribution'
  | 'districtFigures'
  | 'progress'
  | 'review';

/** When a thing is done, in working days from its due day (reviews: from the submission); `never` leaves it undone. */
export interface Timing {
  /** The working day after the thing began; consultation and receipt. */
  readonly day?: number | undefined;
  readonly workingDaysBefore?: number | undefined;
  readonly workingDaysAfter?: number | undefined;
  readonly never?: boolean | undefined;
}

/** An opinion 有意见 of a unit and what the office makes of it. */
export interface PlayedOpinion {
  readonly task: string;
  readonly text: string;
  readonly decision: OpinionDecision;
  readonly reason: string;
  /** The item that the office words anew before it decides. */
  readonly revision: { readonly item: string; readonly title: string } | null;
}

/** Rows that the office sends back, and how they come again. */
export interface PlayedSendBack {
  readonly tasks: readonly string[];
  /** Keys of items; absent sends every row of the tasks back. */
  readonly items?: readonly string[] | undefined;
  readonly reason: string;
  readonly resubmit: { readonly workingDaysAfter: number; readonly rows: readonly ReplacedRow[] };
}

/** What one unit, or the office with one unit's return, does otherwise than the rest. */
export interface Override {
  readonly unit: string;
  readonly kind: Doing;
  readonly of?: 'stagePlan' | 'progress' | undefined;
  /** Absent means always. */
  readonly period?: string | undefined;
  /** Which review of the same return, from 1; absent means the first. */
  readonly round?: number | undefined;
  readonly do: Timing & {
    readonly opinion?: PlayedOpinion | undefined;
    readonly sendBack?: PlayedSendBack | undefined;
  };
}

/** A row's words and figures as the demonstration has them; `item` null is the task as a whole. */
export interface ReportedRow {
  readonly item: string | null;
  readonly value: number | null;
  readonly milestonesDone: readonly string[];
  readonly complete: boolean;
  readonly done: string;
  readonly problem: string;
  readonly next: string;
  /** The self-assessment; where it is missing it follows from the figures. */
  readonly ending?: NamedEnding | undefined;
}

/** A row of a stage plan. */
export interface PlannedRow extends Omit<RowPlan, 'statisticsOn'> {
  readonly item: string | null;
  readonly milestones: readonly Milestone[];
  readonly statisticsOn: PlainDate | null;
}

/** A row as it is said this time; what it lacks stays as the demonstration has it. */
export type ReplacedRow = {
  readonly [key in keyof (Omit<ReportedRow, 'item'> & Omit<PlannedRow, 'item'>)]?:
    | (Omit<ReportedRow, 'item'> & Omit<PlannedRow, 'item'>)[key]
    | undefined;
} & {
  readonly task: string;
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
  readonly item: string | null;
};

/** Who says what in the year; units and items by their keys. */
export interface Demonstration {
  readonly stagePlans: readonly {
    readonly task: string;
    readonly unit: string;
    readonly rows: readonly PlannedRow[];
  }[];
  readonly progress: readonly {
    readonly task: string;
    readonly unit: string;
    readonly period: string;
    readonly rows: readonly ReportedRow[];
  }[];
  readonly contributions: readonly {
    readonly task: string;
    readonly unit: string;
    readonly period: string;
    readonly text: string;
  }[];
}

/** How items of the settlement are called in the other files; a row is found by its task and its title. */
export interface NamedItem {
  readonly key: string;
  readonly task: string;
  readonly title: string;
}

/** How the office ends a row otherwise than the unit claims. */
export interface PlayedEnding extends NamedEnding {
  readonly task: string;
  readonly item: string | null;
  readonly unit?: string | undefined;
  readonly reason: string;
}

/** What the statistics that a row awaits come to, and how it ends with them. */
export interface PlayedStatistics extends NamedEnding {
  readonly task: string;
  readonly item: string;
  readonly value: number;
}

/** The year's end as it is played. */
export interface PlayedYearEnd {
  readonly endings: readonly PlayedEnding[];
  readonly statistics: readonly PlayedStatistics[];
  /** From this day on the office also ends rows whose last report never came. */
  readonly unreportedOn: PlainDate;
  readonly summaryOn: PlainDate;
  readonly approveOn: PlainDate;
}

/** A year as it is to be played: who answers, reports in time, late or never, and what is sent back. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly seed: number;
  readonly start: PlainDate;
  readonly until: PlainDate;
  /** Name of the settlement under seeds/settlements. */
  readonly settle: string;
  readonly consultation: Readonly<Record<'beginOn' | 'decideOpinionsOn' | 'approveOn' | 'issueOn', PlainDate>>;
  readonly shares: readonly {
    readonly task: string;
    readonly item: string;
    readonly shares: readonly { readonly unit: string; readonly value: number }[];
  }[];
  readonly districtFigures: readonly {
    readonly task: string;
    readonly item: string;
    readonly period: Period;
    readonly unit: string;
    readonly value: number;
  }[];
  readonly rows: readonly ReplacedRow[];
  /** Keys of units whose heads sign prints instead of approving online; `leader` where the leader does. */
  readonly onPaper?: readonly string[] | undefined;
  readonly behaviour: {
    readonly default: Readonly<Record<Exclude<Doing, 'consultation'>, Timing>> & { readonly consultation: 'none' };
    readonly overrides: readonly Override[];
  };
  /** Absent where slips and orders are left to themselves. */
  readonly orders?: PlayedOrders | undefined;
  /** Absent where the year is not played to its end. */
  readonly yearEnd?: PlayedYearEnd | undefined;
  readonly changes?: readonly PlayedChange[] | undefined;
  readonly findings?: readonly PlayedFinding[] | undefined;
  readonly objections?: readonly PlayedObjection[] | undefined;
  readonly seats?: PlayedSeats | undefined;
  readonly demonstration: Demonstration;
  readonly items: readonly NamedItem[];
}
