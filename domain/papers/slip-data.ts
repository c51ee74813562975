import type { PlainDate } from '../plain-date.ts';
import type { UnitKind } from '../registry/registry-event.ts';
import type { PaperHead } from './paper-head.ts';

/** A row that a slip or an order is about. */
export interface OverdueRow {
  readonly taskNumber: string;
  readonly task: string;
  readonly title: string;
  readonly due: PlainDate;
  readonly daysOverdue: number;
}

/** An urging before the slip: a reminder, or a person's own 催办. */
export interface EarlierUrging {
  readonly on: PlainDate;
  /** Such as 系统提醒, 电话. */
  readonly channel: string;
  readonly result: string;
}

/** Whom a paper of the escalation goes to; a vertical unit 垂直管理部门 gets a 函. */
export interface EscalationTarget {
  readonly name: string;
  readonly kind: UnitKind;
}

/** An urging slip 催办单: one per unit, with all its overdue rows. */
export interface SlipData {
  readonly head: PaperHead;
  /** Null while the office has not confirmed it: drafts have no number. */
  readonly number: string | null;
  readonly unit: EscalationTarget;
  readonly issuedOn: PlainDate | null;
  /** What is overdue, such as 2022年第三季度进展情况. */
  readonly matter: string;
  readonly rows: readonly OverdueRow[];
  readonly urgings: readonly EarlierUrging[];
  readonly requirement: string;
  readonly answerDue: PlainDate | null;
}

/** A supervision order 督办单: the step above the slip, opened by a named person. */
export interface OrderData extends Omit<SlipData, 'urgings' | 'requirement'> {
  /** Who issues it: the 督查 or the leadership. */
  readonly issuer: string;
  readonly openedBy: string | null;
  readonly reasons: readonly string[];
  /** The slip that stayed unanswered or was answered unsatisfyingly. */
  readonly slip: { readonly number: string; readonly issuedOn: PlainDate; readonly answerDue: PlainDate } | null;
  readonly demands: readonly string[];
  /** Such as 第一次督办. */
  readonly level: string;
}
