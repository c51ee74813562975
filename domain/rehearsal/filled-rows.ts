import { type Period, quarterEnd, quarterLabel } from '../calendar/quarter.ts';
import { addDays, daysBetween } from '../plain-date.ts';
import type { RowPlan } from '../task/task-state.ts';
import { itemKeyOf } from './behaviour.ts';
import type { FilledRow } from './person-act.ts';
import type { ViewedReturn, ViewedRow } from './rehearsal-view.ts';
import type { ReplacedRow, ReportedRow, Scenario } from './scenario.ts';

/** Whose row is filled in, and what stands in place of the demonstration's words this time. */
export interface Filling {
  readonly unitKey: string;
  readonly of: ViewedReturn;
  readonly issuedOn: ReturnType<typeof quarterEnd>;
  readonly replaced: readonly ReplacedRow[];
}

/** Rows as the unit fills them in: by the demonstration where it knows the row, else in words made from the row itself. */
export function filledRows(scenario: Scenario, filling: Filling): readonly FilledRow[] {
  return filling.of.rows.map((row) => filled(scenario, filling, row));
}

function filled(scenario: Scenario, filling: Filling, row: ViewedRow): FilledRow {
  const base = {
    taskId: row.taskId,
    subjectId: row.subjectId,
    value: null,
    milestonesDone: [],
    complete: false,
    plan: null,
  };
  switch (filling.of.kind) {
    case 'stage-plan':
      return { ...base, plan: stagePlan(scenario, filling, row), texts: {} };
    case 'contribution':
      return { ...base, texts: { done: contribution(scenario, filling, row) } };
    case 'district-figures':
      return { ...base, value: districtFigure(scenario, filling, row), texts: {} };
    case 'progress':
      return { ...base, ...reported(scenario, filling, row) };
  }
}

function stagePlan(scenario: Scenario, filling: Filling, row: ViewedRow): RowPlan {
  const item = keyOf(scenario, row);
  const planned = scenario.demonstration.stagePlans
    .find(({ task, unit }) => task === row.taskNumber && unit === filling.unitKey)
    ?.rows.find((each) => each.item === item);
  const own = planned ?? composedPlan(filling, row);
  const { baseline, curve, milestones, statisticsOn } = { ...own, ...replacement(filling, row, item) };
  return {
    baseline: baseline ?? null,
    curve: curve ?? [],
    milestones: milestones ?? [],
    statisticsOn: statisticsOn ?? null,
  };
}

// A number starts from what was accepted before and goes straight; anything else has a milestone half way and one at its due day.
function composedPlan({ issuedOn }: Filling, { kind, due, title, previousValue }: ViewedRow): RowPlan {
  if (kind === 'number') return { baseline: previousValue ?? 0, curve: [], milestones: [], statisticsOn: null };
  const middle = addDays(issuedOn, Math.max(0, Math.floor(daysBetween(issuedOn, due) / 2)));
  const milestones = [
    { id: 'm1', title: `“${title}”完成方案并启动实施`, due: middle < due ? middle : due },
    { id: 'm2', title: `“${title}”完成并通过核对`, due },
  ];
  return { baseline: null, curve: [], milestones, statisticsOn: null };
}

function contribution({ demonstration }: Scenario, { unitKey, of }: Filling, { taskNumber, title }: ViewedRow): string {
  const said = demonstration.contributions.find(
    ({ task, unit, period }) => task === taskNumber && unit === unitKey && period === of.period,
  );
  return said?.text ?? `围绕“${title.slice(0, 40)}”，按职责完成${periodLabel(of)}配合事项，提供数据和业务支持。`;
}

function districtFigure(scenario: Scenario, { unitKey, of }: Filling, row: ViewedRow): number {
  const item = keyOf(scenario, row);
  const figure = scenario.districtFigures.find(
    ({ task, item: named, unit, period }) =>
      task === row.taskNumber && named === item && unit === unitKey && period === of.period,
  );
  return figure?.value ?? row.previousValue ?? 0;
}

function reported(
  scenario: Scenario,
  filling: Filling,
  row: ViewedRow,
): Pick<FilledRow, 'value' | 'milestonesDone' | 'complete' | 'texts'> {
  const { unitKey, of } = filling;
  const item = keyOf(scenario, row);
  const inDemonstration = scenario.demonstration.progress
    .find(({ task, unit, period }) => task === row.taskNumber && unit === unitKey && period === of.period)
    ?.rows.find((each) => each.item === item);
  const inScenario = scenario.rows.find(
    (each) => each.task === row.taskNumber && each.unit === unitKey && each.period === of.period && each.item === item,
  );
  const said = {
    ...(inDemonstration ?? composedReport(filling, row)),
    ...defined(inScenario),
    ...replacement(filling, row, item),
  };
  const { value, milestonesDone, complete, done, problem, next } = said;
  return {
    value: value ?? null,
    milestonesDone: milestonesDone ?? [],
    complete: complete === true,
    texts: texts({ done, problem, next }),
  };
}

function composedReport({ of, issuedOn }: Filling, row: ViewedRow): ReportedRow {
  const { plan, target, due, title, kind } = row;
  const until = of.period === 'plan' ? due : quarterEnd(of.period);
  const isOver = due <= until;
  const baseline = plan?.baseline ?? 0;
  const share = isOver ? 1 : daysBetween(issuedOn, until) / Math.max(1, daysBetween(issuedOn, due));
  const value = target === null ? null : Math.round(baseline + (target.value - baseline) * share);
  const milestonesDone = (plan?.milestones ?? []).filter((milestone) => milestone.due <= until).map(({ id }) => id);
  return {
    item: null,
    value: kind === 'number' ? value : null,
    milestonesDone,
    complete: isOver,
    done: `“${title}”：${periodLabel(of)}按阶段计划推进，${value === null ? '各项节点按期完成' : `累计完成${value}${target?.unit ?? ''}`}。`,
    problem: `“${title}”涉及单位较多，${periodLabel(of)}数据汇总用时较长。`,
    next: `继续推进“${title}”，按阶段计划完成下一节点。`,
  };
}

function replacement({ replaced }: Filling, row: ViewedRow, item: string | null): Partial<ReplacedRow> {
  return defined(replaced.find((each) => each.task === row.taskNumber && each.item === item));
}

// What a replacement leaves out stays as it was; `undefined` must not wipe it out.
function defined<T extends object>(row: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function texts(said: Partial<Record<'done' | 'problem' | 'next', string | undefined>>): FilledRow['texts'] {
  const entries = Object.entries(said).filter(([, text]) => text !== undefined && text !== '');
  return Object.fromEntries(entries);
}

function keyOf(scenario: Scenario, { kind, taskNumber, title }: ViewedRow): string | null {
  return kind === 'whole' ? null : itemKeyOf(scenario, taskNumber, title);
}

function periodLabel({ period }: { readonly period: Period | 'plan' }): string {
  return period === 'plan' ? '全年' : quarterLabel(period);
}
