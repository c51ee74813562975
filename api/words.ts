import { type Period, quarterLabel } from '../domain/calendar/quarter.ts';
import { returnName } from '../domain/letters/letter-facts.ts';
import type { OpenPointKind } from '../domain/plan/task-draft.ts';
import type { PlanPhase } from '../domain/plan/plan-state.ts';
import type { UnitKind } from '../domain/registry/registry-event.ts';
import type { ObligationKind } from '../domain/task/task-state.ts';

/** What phases of a plan are called. */
export const phaseNames: Readonly<Record<PlanPhase, string>> = {
  none: '无',
  draft: '分解稿',
  consultation: '征求意见中',
  approval: '报审中',
  approved: '已审定，待印发',
  issued: '已交办',
};

/** What is reported, as users call it. */
export function kindName(kind: ObligationKind): string {
  return returnName({ obligationKind: kind });
}

/** A period as people write it. */
export function periodName(period: Period | 'plan'): string {
  return period === 'plan' ? '全年' : quarterLabel(period);
}

/** A return in words: `2022年第三季度季度进展情况表`. */
export function returnTitle(kind: ObligationKind, period: Period | 'plan'): string {
  return period === 'plan' ? kindName(kind) : `${periodName(period)}${kindName(kind).replace(/^季度/, '')}`;
}

/** What open points of a draft are called. */
export const pointNames: Readonly<Record<OpenPointKind, string>> = {
  'open-list': '“等”单位未列全',
  following: '“下同”适用范围',
  'orphan-target': '指标未明确责任单位',
  'several-leads': '多个牵头单位的顺序',
  item: '具体事项未明确责任单位',
  'unknown-unit': '单位名称不在登记簿中',
  'roll-over': '上年事项的承接',
};

/** What kinds of units are called. */
export const unitKindNames: Readonly<Record<UnitKind, string>> = {
  party: '党委部门',
  government: '政府部门',
  district: '板块',
  vertical: '垂直管理部门',
  office: '领导小组办公室',
  supervision: '督查机构',
  leadership: '领导小组',
};
