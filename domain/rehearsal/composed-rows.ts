import { type Period, quarterEnd, quarterLabel } from '../calendar/quarter.ts';
import { type PlainDate, addDays, chineseDay, daysBetween, plainDate, yearOf } from '../plain-date.ts';
import type { Target } from '../task/issued-subject.ts';
import type { RowPlan } from '../task/task-state.ts';
import { chance, pick } from './chance.ts';
import type { ViewedRow } from './rehearsal-view.ts';
import type { ReportedRow } from './scenario.ts';

/** Who fills in a row that no demonstration knows, for which period, by which seed. */
export interface Composer {
  readonly seed: number;
  readonly unitName: string;
  readonly period: Period | 'plan';
  readonly issuedOn: PlainDate;
}

/** A stage plan made from the row itself: a number has reached its part of the year at issue and goes straight on, anything else has two milestones. */
export function composedPlan(
  by: Composer,
  { kind, due, title, target, taskNumber, previousValue }: ViewedRow,
): RowPlan {
  const { issuedOn, seed, unitName } = by;
  if (kind === 'number') {
    const year = daysBetween(addDays(issuedOn, -dayOfYear(issuedOn)), due);
    const share =
      (dayOfYear(issuedOn) / Math.max(1, year)) *
      (0.7 + 0.25 * chance(seed, `baseline/${unitName}/${taskNumber}/${title}`));
    const baseline = previousValue ?? (target === null ? 0 : rounded(target.value * Math.min(share, 0.9), target));
    return { baseline, curve: [], milestones: [], statisticsOn: null };
  }
  const middle = addDays(issuedOn, Math.max(0, Math.floor(daysBetween(issuedOn, due) / 2)));
  const milestones = [
    { id: 'm1', title: `制定${short(title)}实施方案并启动`, due: middle < due ? middle : due },
    { id: 'm2', title: `${short(title)}完成并通过核验`, due },
  ];
  return { baseline: null, curve: [], milestones, statisticsOn: null };
}

/** A report made from the row, its plan and the period; unit, title and period stand in its words, so that no two are the same. */
export function composedReport(by: Composer, row: ViewedRow): ReportedRow {
  const { plan, due, kind } = row;
  const until = by.period === 'plan' ? due : quarterEnd(by.period);
  const value = kind === 'number' ? reachedBy(by, row, until) : null;
  const done = (plan?.milestones ?? []).filter((milestone) => milestone.due <= until);
  const path = `${by.unitName}/${by.period}/${row.taskNumber}/${row.title}`;
  return {
    item: null,
    value,
    milestonesDone: done.map(({ id }) => id),
    complete: due <= until,
    done:
      value === null
        ? workDone(by, row, { path, milestones: done.map(({ title }) => title) })
        : numberDone(by, row, { path, value }),
    problem: chance(by.seed, `problem/${path}`) < 0.5 ? problem(by, row, path) : '',
    next: next(by, row, { path, isOver: due <= until }),
  };
}

/** A contribution made from the task's title and the period; below 200 characters whatever the title. */
export function composedContribution({ seed, unitName, period }: Composer, { taskNumber, title }: ViewedRow): string {
  const when = periodLabel(period);
  const told = [
    `${when}，${unitName}按职责分工配合推进${short(title)}，向牵头单位提供本领域情况和数据，参加工作会商。`,
    `配合牵头单位推进${short(title)}：${unitName}${when}梳理本系统相关事项，逐项明确责任处室和联系人。`,
    `${unitName}${when}围绕${short(title)}落实本部门职责，对牵头单位征求意见的材料均按时反馈。`,
  ];
  return told[pick(seed, `contribution/${unitName}/${period}/${taskNumber}`, told.length)] ?? '';
}

/** What a unit has reached of its own share by the end of the period; what it said last where nobody knows its share. */
export function composedFigure(by: Composer, row: ViewedRow, share: number | null): number {
  const { target, previousValue } = row;
  if (share === null || target === null) return previousValue ?? 0;
  const until = by.period === 'plan' ? row.due : quarterEnd(by.period);
  return reachedBy(by, { ...row, target: { ...target, value: share, comparator: '=' }, plan: null }, until);
}

// The straight line from the baseline, a little before or behind it; at the due day the target itself, and what 超 asks above it.
function reachedBy(
  by: Composer,
  { plan, target, due, taskNumber, title, previousValue }: ViewedRow,
  until: PlainDate,
): number {
  const baseline = plan?.baseline ?? previousValue ?? 0;
  if (target === null) return baseline;
  const goal = target.comparator === '>' ? target.value + step(target) : target.value;
  const share = daysBetween(by.issuedOn, until) / Math.max(1, daysBetween(by.issuedOn, due));
  const pace = 0.9 + 0.15 * chance(by.seed, `pace/${by.unitName}/${by.period}/${taskNumber}/${title}`);
  const value = due <= until ? goal : rounded(baseline + (goal - baseline) * Math.min(1, share * pace), target);
  return Math.max(value, previousValue ?? value);
}

interface Telling {
  readonly path: string;
}

function numberDone(
  by: Composer,
  { title, target, previousValue }: ViewedRow,
  { path, value }: Telling & { readonly value: number },
): string {
  const unit = target?.unit ?? '';
  const when = periodLabel(by.period);
  const more = rounded(value - (previousValue ?? 0), target);
  const share = target === null || target.value === 0 ? '' : `，为目标的${Math.round((value / target.value) * 100)}%`;
  const told = [
    `${when}，${by.unitName}推进${short(title)}，累计完成${value}${unit}${share}。`,
    `截至${when}末，${short(title)}累计完成${value}${unit}，较上次报送增加${more}${unit}，数据由${by.unitName}逐项核对。`,
    `${by.unitName}将${short(title)}分解到责任处室按月调度，${when}末累计完成${value}${unit}${share}。`,
  ];
  return told[pick(by.seed, `done/${path}`, told.length)] ?? '';
}

function workDone(
  by: Composer,
  { title }: ViewedRow,
  { path, milestones }: Telling & { readonly milestones: readonly string[] },
): string {
  const when = periodLabel(by.period);
  const reached = milestones.length === 0 ? '各项准备工作正在进行' : `已完成“${milestones.at(-1) ?? ''}”`;
  const told = [
    `${when}，${by.unitName}推进${short(title)}，${reached}。`,
    `${by.unitName}成立工作专班推进${short(title)}，${when}召开调度会议，${reached}。`,
    `${short(title)}按阶段计划实施，${when}末${reached}，由${by.unitName}逐项跟踪。`,
  ];
  return told[pick(by.seed, `done/${path}`, told.length)] ?? '';
}

function problem(by: Composer, { title }: ViewedRow, path: string): string {
  const told = [
    `${periodLabel(by.period)}推进${short(title)}时，基层报送口径不一，${by.unitName}核对数据用时较长。`,
    `${short(title)}涉及部门较多，${by.unitName}${periodLabel(by.period)}用于协调的时间超出预期。`,
    `${by.unitName}承担${short(title)}的专业力量不足，${periodLabel(by.period)}部分工作依靠抽调人员完成。`,
  ];
  return told[pick(by.seed, `problem-told/${path}`, told.length)] ?? '';
}

function next(
  by: Composer,
  { title, due }: ViewedRow,
  { path, isOver }: Telling & { readonly isOver: boolean },
): string {
  if (isOver) return `${by.unitName}在${periodLabel(by.period)}后总结${short(title)}的做法，转入日常管理。`;
  const limit = chineseDay(due, yearOf(due) !== yearOf(by.issuedOn));
  const told = [
    `${by.unitName}在${periodLabel(by.period)}后按计划继续推进${short(title)}，确保${limit}前完成。`,
    `对${short(title)}${periodLabel(by.period)}末未完成部分逐项排出时间表，由${by.unitName}负责同志督促落实，${limit}前完成。`,
  ];
  return told[pick(by.seed, `next/${path}`, told.length)] ?? '';
}

function short(title: string): string {
  const letters = [...title];
  return `“${letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : title}”`;
}

function periodLabel(period: Period | 'plan'): string {
  return period === 'plan' ? '全年' : quarterLabel(period);
}

function dayOfYear(day: PlainDate): number {
  return daysBetween(plainDate(`${yearOf(day)}-01-01`), day);
}

// As many decimals as the target has: nobody reports half an enterprise.
function rounded(value: number, target: Target | null): number {
  const factor = 1 / step(target);
  return Math.floor(value * factor + 1e-9) / factor;
}

function step(target: Target | null): number {
  const decimals = target === null ? 0 : (String(target.value).split('.')[1]?.length ?? 0);
  return 10 ** -decimals;
}
