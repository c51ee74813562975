import { orderPhaseNames } from '../domain/order/assert-order.ts';
import type { PlanCounts } from '../store/plan/plan-counts.ts';
import { mailStateNames } from './words.ts';

type Counts = Readonly<Record<string, number>>;
type Names = Readonly<Record<string, string>>;

const changeStateNames: Names = {
  pending: '待决定',
  granted: '同意',
  refused: '不予同意',
  withdrawn: '撤回',
  lapsed: '失效',
};
const findingPhaseNames: Names = { open: '核查中', concluded: '已作结论', withdrawn: '结论撤销' };
const objectionPhaseNames: Names = { open: '复核中', answered: '已答复', withdrawn: '已撤回' };

/** `人工催办 1 次，待确认 2 份`: urging by hand, and slips and orders by phase. */
export function escalationText({ urgings, orderPhases }: PlanCounts): string {
  return `人工催办 ${urgings} 次，${told(orderPhases, orderPhaseNames, '份') || '无催办单、督办单'}`;
}

/** `待决定 1 件，同意 2 件`: changes that were asked for. */
export function changesText({ changes }: PlanCounts): string {
  return told(changes, changeStateNames, '件') || '无';
}

/** Findings and objections by phase. */
export function findingsText({ findings, objections }: PlanCounts): string {
  const found = told(findings, findingPhaseNames, '件') || '无';
  return `核查 ${found}；异议 ${told(objections, objectionPhaseNames, '件') || '无'}`;
}

/** Mails by what has become of them. */
export function mailsText({ mails }: PlanCounts): string {
  const parts = Object.entries(mails).map(([state, count]) => `${mailStateNames[state] ?? state} ${count} 封`);
  return parts.length === 0 ? '无' : parts.join('，');
}

function told(counts: Counts, names: Names, measure: string): string {
  return Object.entries(names)
    .map(([key, name]) => [name, counts[key] ?? 0] as const)
    .flatMap(([name, count]) => (count === 0 ? [] : [`${name} ${count} ${measure}`]))
    .join('，');
}
