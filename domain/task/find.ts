import { RuleViolation } from '../errors.ts';
import { type Period, quarterLabel } from '../calendar/quarter.ts';
import { isReviewed, obligationId } from './obligations.ts';
import type { Obligation, ObligationKind, TaskState } from './task-state.ts';

/** What each kind of obligation is called by those who owe it. */
export const obligationNames: Readonly<Record<ObligationKind, string>> = {
  'stage-plan': '阶段计划',
  contribution: '配合情况',
  progress: '进展情况',
  'district-figures': '分解指标数据',
};

/** The open obligation that a command speaks of; refuses one that is settled or was never owed. */
export function openObligation(
  state: TaskState,
  {
    kind,
    unitId,
    period,
  }: { readonly kind: ObligationKind; readonly unitId: string; readonly period: Period | 'plan' },
): Obligation {
  const id = obligationId(kind, unitId, period);
  const obligation = state.obligations.find((each) => each.id === id);
  if (obligation !== undefined) return obligation;
  const what = `第${state.number}项任务${period === 'plan' ? '' : quarterLabel(period)}的${obligationNames[kind]}`;
  if (state.settled.some((each) => each.id === id))
    throw new RuleViolation('obligation-settled', `${what}${isReviewed(kind) ? '已经审核通过' : '已经收到'}，不再接收`);
  throw new RuleViolation('obligation-not-owed', `该单位没有${what}的报送任务`);
}

/** Rows that wait for the unit: never submitted, or sent back. */
export function rowsOwed({ rows }: Obligation): readonly string[] {
  return rows.filter(({ state }) => state === 'open' || state === 'sent-back').map(({ subjectId }) => subjectId);
}

/** Rows that wait for the office. */
export function rowsSubmitted({ rows }: Obligation): readonly string[] {
  return rows.filter(({ state }) => state === 'submitted').map(({ subjectId }) => subjectId);
}
