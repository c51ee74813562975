import { type Period, quarterLabel } from '../calendar/quarter.ts';
import type { ObligationKind } from '../task/task-state.ts';
import type { ReturnRow } from './return-state.ts';

const returnNames: Readonly<Record<ObligationKind, string>> = {
  'stage-plan': '阶段计划',
  contribution: '配合情况',
  progress: '季度进展情况表',
  'district-figures': '分解指标数据',
};

/** `2022年第三季度进展情况表`, as refusals and letters call a return. */
export function returnName({
  kind,
  period,
}: {
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
}): string {
  if (period === 'plan') return returnNames[kind];
  return kind === 'progress' ? `${quarterLabel(period)}进展情况表` : `${quarterLabel(period)}${returnNames[kind]}`;
}

/** `第3项任务“…”`, as refusals name a row. */
export function rowName({ taskNumber, subject }: Pick<ReturnRow, 'taskNumber' | 'subject'>): string {
  return `第${taskNumber}项任务“${subject.title}”`;
}
