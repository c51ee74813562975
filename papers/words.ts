import { type Period, quarterLabel } from '../domain/calendar/quarter.ts';
import { type PlainDate, chineseDay } from '../domain/plain-date.ts';
import type { Commitment, Target } from '../domain/task/issued-subject.ts';
import type { ObligationKind } from '../domain/task/task-state.ts';

/** What a rehearsal's papers bear on every page. */
export const rehearsalMark = '演练数据·非真实情况';

/** What degrees of commitment 约束程度 are called. */
export const commitmentNames: Readonly<Record<Commitment, string>> = {
  binding: '刚性',
  striving: '力争',
  'in-principle': '原则上',
};

/** What returns are called by their kind. */
export const returnNames: Readonly<Record<ObligationKind, string>> = {
  'stage-plan': '阶段计划表',
  contribution: '配合情况表',
  progress: '季度进展情况表',
  'district-figures': '分解指标数据表',
};

const comparatorNames: Readonly<Record<Target['comparator'], string>> = {
  '=': '',
  '>=': '不低于',
  '>': '超过',
  '<=': '不超过',
  '<': '低于',
};

/** A target as people say it: 不低于1400个. */
export function targetText(target: Target | null): string {
  return target === null ? '' : `${comparatorNames[target.comparator]}${target.value}${target.unit}`;
}

/** A due day with where it comes from below it: 2022年12月31日, （推定）. */
export function dueText(due: PlainDate, basis: 'stated' | 'derived'): string {
  return `${chineseDay(due, true)}\n（${basis === 'stated' ? '明确' : '推定'}）`;
}

/** A period as titles write it; what belongs to no quarter is of the year. */
export function periodTitle(period: Period | 'plan', planYear: number): string {
  return period === 'plan' ? `${planYear}年度` : quarterLabel(period);
}

/** `a`, `b` as a rate in percent with one digit; a dash where there is nothing to divide by. */
export function rate(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part / whole) * 1000) / 10}%`;
}

/** The plan by its title, with its number where it has one. */
export function planName({
  planTitle,
  documentNumber,
}: {
  readonly planTitle: string;
  readonly documentNumber: string | null;
}): string {
  return `《${planTitle.replaceAll(/[《》]/g, '')}》${documentNumber === null ? '' : `（${documentNumber}）`}`;
}

// More names than this make an address that nobody reads.
const mostNames = 8;

/** 主送: the units by name, or all concerned where there are many. */
export function recipientsText(units: readonly string[]): string {
  return units.length > mostNames ? '各有关单位' : units.join('、');
}

/** 附注: whom to call; null where nobody is known. */
export function contactNote(contact: { readonly name: string; readonly phone: string } | null): string | null {
  return contact === null ? null : `联系人：${contact.name}，电话：${contact.phone}`;
}
