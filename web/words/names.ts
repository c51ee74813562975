import { isPeriod, quarterLabel } from '../../domain/calendar/quarter.ts';
import type { Commitment, PartyRole, Target } from '../../domain/task/issued-subject.ts';
import { chineseDay, isPlainDate } from '../../domain/plain-date.ts';
import { type TaskEnding, endingNames } from '../../domain/task/ending/row-ending.ts';
import type { ObligationKind } from '../../domain/task/task-state.ts';

/** What a unit is on a task. */
export const roleNames: Readonly<Record<PartyRole, string>> = { lead: '牵头', support: '配合', district: '板块' };

/** Commitment 约束程度. */
export const commitmentNames: Readonly<Record<Commitment, string>> = {
  binding: '刚性',
  striving: '力争',
  'in-principle': '原则上',
};

/** What units owe, as tables of it are called. */
export const kindNames: Readonly<Record<ObligationKind, string>> = {
  'stage-plan': '阶段计划',
  contribution: '配合情况',
  progress: '季度进展情况表',
  'district-figures': '分解指标数据',
};

const comparators: Readonly<Record<Target['comparator'], string>> = {
  '=': '',
  '>=': '不少于',
  '>': '超过',
  '<=': '不超过',
  '<': '低于',
};

/** What a number has to be against its target, as a person chooses it. */
export const comparatorNames: Readonly<Record<Target['comparator'], string>> = { ...comparators, '=': '等于' };

/** `不少于1400个`; null where there is no number to reach. */
export function targetText(target: Target | null): string | null {
  return target === null ? null : `${comparators[target.comparator]}${target.value}${target.unit}`;
}

/** `2022年第三季度`; what belongs to no quarter belongs to the year. */
export function periodText(period: string): string {
  return isPeriod(period) ? quarterLabel(period) : '全年';
}

/** `2022年第三季度进展情况表`: what is of the plan as a whole bears no period, and 季度 is said once. */
export function returnTitle(period: string, kindName: string): string {
  if (!isPeriod(period)) return kindName;
  const name = quarterLabel(period);
  return name.endsWith('季度') && kindName.startsWith('季度') ? `${name}${kindName.slice(2)}` : `${name}${kindName}`;
}

/** How many working days are left, or over. */
export function daysLeftText(workingDays: number): string {
  if (workingDays === 0) return '今日到期';
  return workingDays > 0 ? `还有${workingDays}个工作日` : `已逾期${-workingDays}个工作日`;
}

/** `未完成（2023年6月30日）`: how a row's year ended, with the day that it names; null where nobody said so yet. */
export function endingText(ending: TaskEnding | null, until: string | null): string | null {
  if (ending === null) return null;
  return `${endingNames[ending]}${until !== null && isPlainDate(until) ? `（${chineseDay(until, true)}）` : ''}`;
}
