import { uuid5 } from '../ids.ts';
import type { NoticeReading, TargetReading } from '../notice/notice-reading.ts';
import { type PlainDate, plainDate } from '../plain-date.ts';
import { draftItems, orphanItem, yearEnd } from './draft-items.ts';
import { draftParties, resolved } from './draft-parties.ts';
import { type DraftedTask, followingPoint, point, taskPoints } from './draft-points.ts';
import type { OpenPoint, TaskDraft } from './task-draft.ts';
import { taskNumbers } from './task-numbers.ts';
import { type RegisterUnit, type UnitNames, unitNames } from './unit-names.ts';

/** The breakdown as it can be proposed from a reading, and everything in it that people must decide. */
export interface DraftedPlan {
  readonly drafts: readonly TaskDraft[];
  readonly points: readonly OpenPoint[];
}

/** What a reading is drafted with; `text` is the notice that its spans count in. */
export interface DraftBasis {
  readonly planId: string;
  readonly planYear: number;
  readonly register: readonly RegisterUnit[];
  readonly text: string;
}

/** The breakdown of a notice: nothing that the reading leaves open is decided in silence, each such place is a point. */
export function draftPlan(reading: NoticeReading, basis: DraftBasis): DraftedPlan {
  const names = unitNames(basis.register);
  const tasks = draftedTasks(reading, basis, names);
  const drafts = tasks.map(({ draft }) => draft);
  const following = reading.blanketRules
    .filter(({ kind }) => kind === 'applies_to_all_following')
    .map((rule, index) =>
      followingPoint(
        rule,
        index,
        resolved(rule.departments, names).flatMap(({ units }) => units),
      ),
    );
  const orphans = reading.planTargets.map((target, index) => orphanPoint(target, index, drafts, basis));
  return {
    drafts,
    points: [...following, ...orphans, ...tasks.flatMap((task) => taskPoints(task, { ...basis, names }))],
  };
}

function draftedTasks(
  reading: NoticeReading,
  { planId, planYear }: DraftBasis,
  names: UnitNames,
): readonly DraftedTask[] {
  const numbers = taskNumbers(reading.tasks);
  return reading.tasks.map((task, index) => {
    const number = numbers[index] ?? task.number;
    const named = draftParties(task, reading.blanketRules, names);
    const items = draftItems(task.items, { parties: named.parties, names, planYear });
    const draft: TaskDraft = {
      taskId: uuid5(planId, `task/${number}`),
      number,
      group: task.section ?? '',
      title: task.title ?? `第${number}项任务`,
      span: task.span,
      parties: named.parties,
      items: items.map(({ item }) => item),
    };
    return { draft, reading: task, named, items };
  });
}

function orphanPoint(target: TargetReading, index: number, drafts: readonly TaskDraft[], basis: DraftBasis): OpenPoint {
  const { planYear, text } = basis;
  const task = likeliestTask(drafts, target.text, text);
  const lead = task?.parties.find(({ role }) => role === 'lead')?.unitId;
  const name = basis.register.find(({ unitId }) => unitId === lead)?.name;
  const into =
    task === undefined || name === undefined ? '' : `纳入第${task.number}项任务“${task.title}”，由${name}负责；`;
  return point({
    id: `orphan-target/${index + 1}`,
    kind: 'orphan-target',
    span: target.span,
    quote: target.text,
    proposal: `文件没有写明这一指标的责任单位，建议${into}不纳入的，请说明理由`,
    unitIds: lead === undefined ? [] : [lead],
    item: orphanItem(target, dueOf(target, basis), planYear),
  });
}

/** Number of the task that a point is about or, for a figure without a unit, that duban proposes to list it in. */
export function proposedTask(
  { kind, taskNumber, quote }: OpenPoint,
  drafts: readonly TaskDraft[],
  text: string,
): string | null {
  return kind === 'orphan-target' ? (likeliestTask(drafts, quote, text)?.number ?? null) : taskNumber;
}

/** The task whose words have most in common with `words`, rare ones counting most; none where nothing is alike. */
export function likeliestTask(drafts: readonly TaskDraft[], words: string, text: string): TaskDraft | undefined {
  const owned = drafts.map((draft) => ({ draft, own: new Set(pairs(text.slice(...draft.span))) }));
  const weights = [...new Set(pairs(words))].map((pair) => ({
    pair,
    weight: 1 / Math.max(1, owned.filter(({ own }) => own.has(pair)).length),
  }));
  let [best, highest]: [TaskDraft | undefined, number] = [undefined, 0];
  for (const { draft, own } of owned) {
    const score = weights.reduce((sum, { pair, weight }) => (own.has(pair) ? sum + weight : sum), 0);
    if (score > highest) [best, highest] = [draft, score];
  }
  return best;
}

function pairs(words: string): readonly string[] {
  const letters = [...words.replaceAll(/[\d\s，,。；;、%]/g, '')];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

// A year named just before the figure (到2025年,力争达到10%) is not part of the figure's own words.
function dueOf(
  { span }: TargetReading,
  { text, planYear }: DraftBasis,
): { readonly date: PlainDate; readonly basis: 'stated' | 'derived' } {
  const sentence = text.slice(Math.max(0, span[0] - 12), span[1]);
  const year = /到(\d{4})年/.exec(sentence)?.[1];
  return year === undefined || Number(year) <= planYear
    ? { date: yearEnd(planYear), basis: 'derived' }
    : { date: plainDate(`${year}-12-31`), basis: 'stated' };
}
