import type { Period } from '../calendar/quarter.ts';
import type { PlainDate } from '../plain-date.ts';
import type { ObligationKind } from '../task/task-state.ts';

/** What a unit owes and has let pass, one line of a slip or an order: one obligation with all its rows that are owed. */
export interface OrderRow {
  readonly taskId: string;
  readonly taskNumber: string;
  readonly title: string;
  readonly obligationId: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
  readonly subjectIds: readonly string[];
  readonly due: PlainDate;
  /** On the day on which the paper was drafted. */
  readonly overdueWorkingDays: number;
}

/** What names a row within the papers of a plan. */
export function orderRowKey({ taskId, obligationId }: Pick<OrderRow, 'taskId' | 'obligationId'>): string {
  return `${taskId} ${obligationId}`;
}
