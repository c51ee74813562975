import type { PersonActor } from '../actor.ts';
import type { Period } from '../calendar/quarter.ts';
import type { Instant } from '../instant.ts';
import type { OpinionDecision } from '../plan/plan-state.ts';
import type { ObligationKind, RowPlan } from '../task/task-state.ts';

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
  readonly texts: Readonly<Partial<Record<'done' | 'problem' | 'next' | 'reason', string>>>;
}

/** What a person does, before its texts are kept and it is sent to whoever writes the chain. */
export type PersonAct =
  | { readonly type: 'settle' }
  | { readonly type: 'beginConsultation' }
  | {
      readonly type: 'answerConsultation';
      readonly unitId: string;
      readonly opinions: readonly { readonly taskNumber: string; readonly text: string }[];
    }
  | {
      readonly type: 'reviseItem';
      readonly taskNumber: string;
      readonly from: string;
      readonly title: string;
      readonly reason: string;
    }
  | {
      readonly type: 'decideOpinion';
      readonly opinionId: string;
      readonly decision: OpinionDecision;
      readonly reason: string;
    }
  | { readonly type: 'askApproval' }
  | { readonly type: 'approveBreakdown' }
  | { readonly type: 'issuePlan' }
  | { readonly type: 'receiptNotice'; readonly unitId: string; readonly contacts: string }
  | { readonly type: 'saveRows'; readonly of: ReturnName; readonly rows: readonly FilledRow[] }
  | { readonly type: 'askHeadApproval'; readonly of: ReturnName }
  | { readonly type: 'submitReturn'; readonly of: ReturnName; readonly version: number }
  | {
      readonly type: 'reviewReturn';
      readonly of: ReturnName;
      readonly version: number;
      readonly sendBack: readonly { readonly taskId: string; readonly subjectId: string; readonly reason: string }[];
    }
  | { readonly type: 'endTask'; readonly taskId: string }
  | { readonly type: 'returnBreakdown'; readonly reason: string }
  | {
      readonly type: 'handOverRows';
      readonly of: ReturnName;
      readonly rows: readonly { readonly taskId: string; readonly subjectId: string }[];
      readonly writerId: string | null;
    }
  | { readonly type: 'refuseHeadApproval'; readonly of: ReturnName; readonly reason: string }
  | {
      readonly type: 'fileStatement';
      readonly taskId: string;
      readonly aboutUnitId: string;
      readonly period: Period;
      readonly text: string;
    }
  | { readonly type: 'writeSummary'; readonly taskId: string; readonly period: Period; readonly text: string };

/** An act with its place in the year. `key` is unique within the plan and the same in every run: ids are made of it. */
export interface PlannedAct {
  readonly at: Instant;
  readonly key: string;
  readonly by: PersonActor;
  readonly act: PersonAct;
}
