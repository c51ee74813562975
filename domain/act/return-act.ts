import type { Period } from '../calendar/quarter.ts';
import type { EvidenceRef, ObligationKind, RowPlan } from '../task/task-state.ts';
import type { NamedEnding } from '../task/ending/row-ending.ts';

/** Names one return of a plan. */
export interface ReturnName {
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
}

/** A row as a person fills it in, its texts in words. */
export interface FilledRow {
  readonly taskId: string;
  readonly subjectId: string;
  readonly value: number | null;
  readonly milestonesDone: readonly string[];
  readonly complete: boolean;
  readonly plan: RowPlan | null;
  /** The self-assessment 年终自评; only in the last quarter's return. */
  readonly ending?: NamedEnding;
  readonly texts: Readonly<Partial<Record<'done' | 'problem' | 'next' | 'reason', string>>>;
  /** All files of the row, those of an earlier save included. */
  readonly evidence?: readonly EvidenceRef[] | undefined;
}

/** What people do to a return of a unit. */
export type ReturnAct =
  | { readonly type: 'saveRows'; readonly of: ReturnName; readonly rows: readonly FilledRow[] }
  | {
      readonly type: 'handOverRows';
      readonly of: ReturnName;
      readonly rows: readonly { readonly taskId: string; readonly subjectId: string }[];
      readonly writerId: string | null;
    }
  | { readonly type: 'askHeadApproval'; readonly of: ReturnName }
  | { readonly type: 'refuseHeadApproval'; readonly of: ReturnName; readonly reason: string }
  | { readonly type: 'submitReturn'; readonly of: ReturnName; readonly version: number }
  | {
      readonly type: 'reviewReturn';
      readonly of: ReturnName;
      readonly version: number;
      readonly sendBack: readonly { readonly taskId: string; readonly subjectId: string; readonly reason: string }[];
    };
