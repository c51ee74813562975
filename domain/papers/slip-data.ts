import type { PaperForm } from '../order/paper-form.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PaperHead } from './paper-head.ts';

/** What a slip or an order is about, line by line: a report that is owed, with the items that it was to speak of. */
export interface OverdueRow {
  readonly taskNumber: string;
  readonly task: string;
  /** What is owed, such as 2022年第三季度进展情况. */
  readonly owed: string;
  readonly items: readonly string[];
  readonly due: PlainDate;
  readonly overdueWorkingDays: number;
}

/** What was done before the slip: reminders, or a person's own 催办. */
export interface EarlierUrging {
  readonly days: readonly PlainDate[];
  /** Such as 发送系统提醒, 电话催办. */
  readonly how: string;
  readonly result: string;
}

/** What slips and orders have in common. */
interface EscalationData {
  readonly head: PaperHead;
  /** Null while nobody has confirmed or opened it: drafts and proposals have no number. */
  readonly number: string | null;
  readonly unit: string;
  /** A vertical unit 垂直管理部门 gets a 函. */
  readonly form: PaperForm;
  readonly issuedOn: PlainDate | null;
  readonly rows: readonly OverdueRow[];
  readonly answerDue: PlainDate | null;
}

/** An urging slip 催办单: one per unit, with all its overdue reports. */
export interface SlipData extends EscalationData {
  readonly urgings: readonly EarlierUrging[];
}

/** A supervision order 督办单: the step above the slip, opened by a named person. */
export interface OrderData extends EscalationData {
  /** Who issues it by its full name: the supervisors, or the leadership. */
  readonly issuer: string;
  readonly openedBy: string | null;
  readonly reasons: readonly string[];
  /** What is demanded 督办要求; empty while it is a proposal. */
  readonly demand: string;
}
