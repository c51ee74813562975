import type { PlainDate } from '../plain-date.ts';
import type { RowPlan } from '../task/task-state.ts';
import { claimedEnding, wordsOfEnding } from './claimed-ending.ts';
import { itemKeyOf } from './behaviour.ts';
import { type Composer, composedContribution, composedFigure, composedPlan, composedReport } from './composed-rows.ts';
import type { FilledRow } from '../act/return-act.ts';
import type { ViewedReturn, ViewedRow } from './rehearsal-view.ts';
import type { ReplacedRow, Scenario } from './scenario.ts';

/** Whose row is filled in, and what stands in place of the demonstration's words this time. */
export interface Filling {
  readonly unitKey: string;
  readonly unitName: string;
  readonly of: ViewedReturn;
  readonly issuedOn: PlainDate;
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
  const own = planned ?? composedPlan(composerOf(scenario, filling), row);
  const { baseline, curve, milestones, statisticsOn } = { ...own, ...replacement(filling, row, item) };
  return {
    baseline: baseline ?? null,
    curve: curve ?? [],
    milestones: milestones ?? [],
    statisticsOn: statisticsOn ?? null,
  };
}

function contribution(scenario: Scenario, filling: Filling, row: ViewedRow): string {
  const { unitKey, of } = filling;
  const said = scenario.demonstration.contributions.find(
    ({ task, unit, period }) => task === row.taskNumber && unit === unitKey && period === of.period,
  );
  return said?.text ?? composedContribution(composerOf(scenario, filling), row);
}

function districtFigure(scenario: Scenario, filling: Filling, row: ViewedRow): number {
  const { unitKey, of } = filling;
  const item = keyOf(scenario, row);
  const figure = scenario.districtFigures.find(
    ({ task, item: named, unit, period }) =>
      task === row.taskNumber && named === item && unit === unitKey && period === of.period,
  );
  const share = scenario.shares
    .find((split) => split.task === row.taskNumber && split.item === item)
    ?.shares.find(({ unit }) => unit === unitKey)?.value;
  return figure?.value ?? composedFigure(composerOf(scenario, filling), row, share ?? null);
}

function reported(
  scenario: Scenario,
  filling: Filling,
  row: ViewedRow,
): Pick<FilledRow, 'value' | 'milestonesDone' | 'complete' | 'ending' | 'texts'> {
  const { unitKey, of } = filling;
  const item = keyOf(scenario, row);
  const inDemonstration = scenario.demonstration.progress
    .find(({ task, unit, period }) => task === row.taskNumber && unit === unitKey && period === of.period)
    ?.rows.find((each) => each.item === item);
  const inScenario = scenario.rows.find(
    (each) => each.task === row.taskNumber && each.unit === unitKey && each.period === of.period && each.item === item,
  );
  const said = {
    ...(inDemonstration ?? composedReport(composerOf(scenario, filling), row)),
    ...defined(inScenario),
    ...replacement(filling, row, item),
  };
  const ending = row.asksEnding === true ? (said.ending ?? claimedEnding(row, said, of.period)) : null;
  const { value, milestonesDone, complete, done, problem, next } = {
    ...said,
    ...(ending === null ? {} : wordsOfEnding(row, said, ending)),
  };
  return {
    value: value ?? null,
    milestonesDone: milestonesDone ?? [],
    complete: complete === true,
    texts: texts({ done, problem, next }),
    ...(ending === null ? {} : { ending }),
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

function composerOf({ seed }: Scenario, { unitName, of, issuedOn }: Filling): Composer {
  return { seed, unitName, period: of.period, issuedOn };
}
