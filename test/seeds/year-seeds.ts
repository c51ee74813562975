import type { Commitment, Target } from '../../domain/task/issued-subject.ts';

/** `seeds/settlements/*.json`: how people settled what the notice leaves open. */
export interface SettlementSeeds {
  readonly openLists: readonly {
    readonly task: string;
    readonly quote: string;
    readonly decision: 'as-listed' | 'add';
    readonly units: readonly string[];
    readonly reason: string;
  }[];
  readonly following: {
    readonly task: string;
    readonly quote: string;
    readonly units: readonly string[];
    readonly tasks: readonly string[];
  };
  readonly severalLeads: readonly { readonly task: string; readonly order: readonly string[] }[];
  readonly items: readonly SettledItem[];
}

/** An item as it was settled; `key` names it in the other seeds. */
export interface SettledItem {
  readonly key: string;
  readonly task: string;
  readonly quote: string;
  readonly unit: string;
  readonly kind: 'number' | 'deliverable';
  readonly title: string;
  readonly target: Target | null;
  readonly commitment: Commitment;
  readonly due: string;
  readonly dueBasis: 'stated' | 'derived';
  readonly tracked: boolean;
  readonly orphan: boolean;
}

/** `seeds/demonstration/*.json`: what each unit says in the demonstration year; `item` null is the task as a whole. */
export interface DemonstrationSeeds {
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

/** One row of a stage plan. */
export interface PlannedRow {
  readonly item: string | null;
  readonly baseline: number | null;
  readonly curve: readonly { readonly day: string; readonly value: number }[];
  readonly milestones: readonly { readonly id: string; readonly title: string; readonly due: string }[];
  readonly statisticsOn: string | null;
}

/** One row of a return. */
export interface ReportedRow {
  readonly item: string | null;
  readonly value: number | null;
  readonly milestonesDone: readonly string[];
  readonly complete: boolean;
  readonly done: string;
  readonly problem: string;
  readonly next: string;
}

/** `seeds/scenarios/*.json`. */
export interface ScenarioSeeds {
  readonly name: string;
  readonly title: string;
  readonly seed: number;
  readonly start: string;
  readonly until: string;
  readonly settle: string;
  readonly demonstration: string;
  readonly consultation: Readonly<Record<'beginOn' | 'decideOpinionsOn' | 'approveOn' | 'issueOn', string>>;
  readonly shares: readonly {
    readonly task: string;
    readonly item: string;
    readonly shares: readonly DistrictShare[];
  }[];
  readonly districtFigures: readonly {
    readonly task: string;
    readonly item: string;
    readonly period: string;
    readonly unit: string;
    readonly value: number;
  }[];
  readonly rows: readonly ReplacedRow[];
  readonly behaviour: { readonly default: Readonly<Record<string, unknown>>; readonly overrides: readonly Override[] };
}

/** A district's part of a split target. */
export interface DistrictShare {
  readonly unit: string;
  readonly value: number;
}

/** A row of the demonstration as this scenario has it instead; fields that it lacks stay. */
export type ReplacedRow = Partial<ReportedRow> & {
  readonly task: string;
  readonly unit: string;
  readonly period: string;
  readonly item: string | null;
};

/** What one unit does otherwise than the rest. */
export interface Override {
  readonly unit: string;
  readonly kind: string;
  readonly of?: string;
  readonly period?: string;
  readonly round?: number;
  readonly do: {
    readonly day?: number;
    readonly workingDaysBefore?: number;
    readonly workingDaysAfter?: number;
    readonly never?: boolean;
    readonly opinion?: {
      readonly task: string;
      readonly text: string;
      readonly decision: string;
      readonly reason: string;
      readonly revision: { readonly item: string; readonly title: string } | null;
    };
    readonly sendBack?: {
      readonly tasks: readonly string[];
      readonly items?: readonly string[];
      readonly reason: string;
      readonly resubmit: { readonly workingDaysAfter: number; readonly rows: readonly ResubmittedRow[] };
    };
  };
}

/** A row as it comes back after it was sent back. */
export interface ResubmittedRow {
  readonly task: string;
  readonly item: string | null;
}
