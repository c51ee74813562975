import type { PlainDate } from '../../plain-date.ts';

/** How a row's year ended 年终办理结果. */
export type RowEnding = 'exceeded' | 'completed' | 'continuing' | 'unfinished' | 'awaiting-statistics' | 'carried-over';

/** How a task ended: as its rows did, or terminated 终止 by a leader's decision. */
export type TaskEnding = RowEnding | 'terminated';

/** Every ending, the best first, for tables and for checks of what comes in. */
export const rowEndings: readonly RowEnding[] = [
  'exceeded',
  'completed',
  'continuing',
  'awaiting-statistics',
  'carried-over',
  'unfinished',
];

/** The endings as users see them. */
export const endingNames: Readonly<Record<TaskEnding, string>> = {
  exceeded: '超额完成',
  completed: '完成',
  continuing: '阶段性完成·持续推进',
  unfinished: '未完成',
  'awaiting-statistics': '待统计数据',
  'carried-over': '结转',
  terminated: '终止',
};

/** An ending with the day that it names: when statistics come out, or by when the rest is to be done; null where none is needed. */
export interface NamedEnding {
  readonly ending: RowEnding;
  readonly until: PlainDate | null;
}

/** What the unit claimed in its last return 自评, once that row is accepted, with everybody who made it. */
export interface ClaimedEnding extends NamedEnding {
  readonly makers: readonly string[];
}

/** What the office decided; `asked`: the named day of the statistics has come and both sides were told. */
export interface DecidedEnding extends NamedEnding {
  readonly on: PlainDate;
  readonly asked: boolean;
}

/** Whether nothing more is to be decided on the row. */
export function isFinal(ending: NamedEnding | undefined): boolean {
  return ending !== undefined && ending.ending !== 'awaiting-statistics';
}

/** Whether the ending says that the row is done 完成. */
export function isDone({ ending }: NamedEnding): boolean {
  return ending === 'completed' || ending === 'exceeded';
}
