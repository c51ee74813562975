import { RuleViolation } from '../errors.ts';
import { chineseDay } from '../plain-date.ts';
import { isCeiling } from '../task/row-verdict.ts';
import type { Milestone, RowPlan } from '../task/task-state.ts';
import type { ReturnRow } from './return-state.ts';
import { rowName } from './row-name.ts';

/** Refuses a stage plan 阶段计划 that a light could not be computed from. */
export function assertStagePlan(row: ReturnRow, plan: RowPlan | null): void {
  const fault = plan === null ? (['plan-missing', '没有填写阶段计划，请补填'] as const) : faultOf(row, plan);
  if (fault === null) return;
  const [code, ending] = fault;
  throw new RuleViolation(code, `${rowName(row)}${ending}`);
}

type Fault = readonly [code: string, ending: string];

function faultOf(row: ReturnRow, plan: RowPlan): Fault | null {
  return baselineFault(row, plan) ?? milestonesFault(row, plan.milestones) ?? curveFault(row, plan);
}

function baselineFault({ subject }: ReturnRow, { baseline, curve, milestones, statisticsOn }: RowPlan): Fault | null {
  if (subject.kind === 'number') {
    if (baseline === null) return ['baseline-missing', '有数量目标，请填写印发时已完成的累计值，没有的填0'];
    return Number.isFinite(baseline) ? null : ['value-not-finite', '印发时已完成的累计值不是有效数字，请更正'];
  }
  if (baseline !== null || curve.length > 0 || statisticsOn !== null) {
    return ['baseline-not-expected', '没有数量目标，只填里程碑，请勿填写累计值、进度曲线或统计时间'];
  }
  return milestones.length > 0 ? null : ['milestones-missing', '没有里程碑，请至少填写一个'];
}

function milestonesFault({ subject }: ReturnRow, milestones: readonly Milestone[]): Fault | null {
  const ids = milestones.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return ['milestone-twice', '的里程碑编号重复，请重新填写'];
  const unnamed = milestones.findIndex(({ title }) => title.trim() === '');
  if (unnamed >= 0) return ['milestone-unnamed', `的第${unnamed + 1}个里程碑没有名称，请补填`];
  const late = milestones.find(({ due }) => due > subject.due);
  if (late === undefined) return null;
  const [day, limit] = [chineseDay(late.due, true), chineseDay(subject.due, true)];
  return ['milestone-late', `的里程碑“${late.title}”定在${day}，晚于完成时限${limit}，请提前`];
}

function curveFault({ subject }: ReturnRow, { baseline, curve }: RowPlan): Fault | null {
  const mayFall = subject.target !== null && isCeiling(subject.target);
  let [day, value] = ['', baseline];
  for (const point of curve) {
    const name = `的进度曲线在${chineseDay(point.day, true)}`;
    if (!Number.isFinite(point.value)) return ['value-not-finite', `${name}的数值不是有效数字，请更正`];
    if (point.day > subject.due) return ['curve-late', `${name}，晚于完成时限${chineseDay(subject.due, true)}，请提前`];
    if (point.day <= day) return ['curve-order', `${name}没有按日期先后排列或者日期重复，请调整`];
    if (!mayFall && value !== null && point.value < value) {
      return ['curve-falls', `${name}为${point.value}，低于此前的${value}，累计值不能下降，请更正`];
    }
    [day, value] = [point.day, point.value];
  }
  return null;
}
