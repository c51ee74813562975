import type { Period } from '../calendar/quarter.ts';
import type { PlainDate } from '../plain-date.ts';
import type { NamedEnding } from '../task/ending/row-ending.ts';
import type { Target } from '../task/issued-subject.ts';
import type { ObligationKind, RowPlan } from '../task/task-state.ts';
import type { PaperHead } from './paper-head.ts';

/** A row of a return as it is printed for signature. */
export interface ReturnSheetRow {
  readonly taskNumber: string;
  readonly task: string;
  readonly title: string;
  readonly target: Target | null;
  readonly due: PlainDate;
  readonly previousValue: number | null;
  readonly value: number | null;
  readonly isComplete: boolean;
  /** The self-assessment 年终自评; null where the row does not ask for it or it was not given yet. */
  readonly ending: NamedEnding | null;
  readonly milestonesDone: readonly string[];
  /** Of a stage plan only. */
  readonly plan: RowPlan | null;
  readonly done: string;
  readonly problem: string;
  readonly next: string;
  readonly reason: string;
}

/** A unit's return with the number, version and check code under which it is signed. */
export interface ReturnSheetData {
  readonly head: PaperHead;
  readonly unit: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
  /** The number 编号, as sheets for signature have it. */
  readonly number: string;
  readonly version: number;
  readonly checkCode: string;
  readonly due: PlainDate | null;
  readonly rows: readonly ReturnSheetRow[];
}
