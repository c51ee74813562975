import type { PlainDate } from '../../plain-date.ts';
import type { Target } from '../../task/issued-subject.ts';

/** Why a row of an earlier plan reaches into a later year; `open`: nothing has been said of its ending yet. */
export type CarryReason = 'carried-over' | 'continuing' | 'awaiting-statistics' | 'unfinished' | 'later-year' | 'open';

/** A row of an earlier year's plan, as a later plan refers to it 历年沿革; what it reached is read from its own chain. */
export interface EarlierRow {
  readonly planId: string;
  readonly planYear: number;
  readonly taskId: string;
  readonly taskNumber: string;
  /** Of the item; that of a lead's answer for the whole task where the task had no item of it. */
  readonly subjectId: string;
  readonly title: string;
  readonly target: Target | null;
  readonly due: PlainDate;
  readonly why: CarryReason;
}

/** The reasons as users see them. */
export const carryNames: Readonly<Record<CarryReason, string>> = {
  'carried-over': '结转',
  continuing: '阶段性完成·持续推进',
  'awaiting-statistics': '待统计数据',
  unfinished: '未完成',
  'later-year': '跨年度目标',
  open: '尚未办结',
};

/** Whether two references name the same row. */
export function isSameRow(one: EarlierRow, other: EarlierRow): boolean {
  return one.planId === other.planId && one.taskId === other.taskId && one.subjectId === other.subjectId;
}
