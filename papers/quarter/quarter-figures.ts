import type { LightCounts, QuarterData, QuarterLine, UnitQuarter } from '../../domain/papers/quarter-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { lightNames } from '../../domain/task/light-sentence.ts';
import type { Light } from '../../domain/task/task-state.ts';
import type { Block } from '../official-letter/letter.ts';
import type { LetterColumn } from '../official-letter/letter-grid.ts';
import { rate } from '../words.ts';

/** The lights in the order in which papers list them, the best first. */
const lightOrder: readonly Light[] = [
  'on-track',
  'recovered',
  'near-due',
  'behind',
  'far-behind',
  'no-plan',
  'awaiting-statistics',
  'suspended',
];

/** How the units reported, counted. */
export interface ReportCounts {
  readonly owed: number;
  readonly submitted: number;
  readonly inTime: number;
  readonly late: readonly string[];
  readonly missing: readonly string[];
  readonly notDue: readonly string[];
}

/** Counts of the returns of a quarter; a unit that owes none is in none of them. */
export function reportCounts(units: readonly UnitQuarter[]): ReportCounts {
  const named = (report: UnitQuarter['report']) =>
    units.filter((unit) => unit.report === report).map(({ name }) => name);
  const [inTime, late, missing, notDue] = [named('in-time'), named('late'), named('missing'), named('not-due')];
  const submitted = inTime.length + late.length;
  return { owed: submitted + missing.length + notDue.length, submitted, inTime: inTime.length, late, missing, notDue };
}

/** Counts by light over all lines. */
export function allLights(lines: readonly QuarterLine[]): LightCounts {
  return Object.fromEntries(
    lightOrder.map((light) => [light, lines.reduce((sum, { lights }) => sum + (lights[light] ?? 0), 0)]),
  );
}

/** `正常40个（占85.1%）、滞后2个（占4.3%）`, without lights that nothing shows. */
export function lightText(lights: LightCounts, rows: number): string {
  return lightOrder
    .filter((light) => (lights[light] ?? 0) > 0)
    .map((light) => `${lightNames[light]}${lights[light]}个（占${rate(lights[light] ?? 0, rows)}）`)
    .join('、');
}

const lightColumns: readonly LetterColumn[] = lightOrder.map((light) => ({
  // Four letters in two lines of two, wherever the column would break them.
  head: lightNames[light].replace(/^(..)(..)$/u, '$1\n$2'),
  share: 3,
  align: 'center',
}));

/** The groups of tasks with the lights of their rows. */
export function groupTable({ groups }: QuarterData): Block {
  return {
    kind: 'table',
    caption: '表1　各任务组进展',
    columns: [
      { head: '任务组', share: 12, align: 'left' },
      { head: '事项数', share: 3, align: 'center' },
      ...lightColumns,
    ],
    rows: [...groups.map((group) => [group.name, String(group.rows), ...lightCells(group)]), totalRow(groups)],
  };
}

/** The units with their reports and the lights of their rows. */
export function unitTable({ units }: QuarterData): Block {
  return {
    kind: 'table',
    caption: '表2　各单位报送和进展',
    columns: [
      { head: '单位', share: 9, align: 'left' },
      { head: '报送', share: 4, align: 'center' },
      { head: '报送日期', share: 5, align: 'center' },
      { head: '退回\n行数', share: 3, align: 'center' },
      { head: '事项数', share: 3, align: 'center' },
      ...lightColumns,
    ],
    rows: units.map((unit) => [
      unit.name,
      reportNames[unit.report],
      unit.submittedOn === null ? '' : chineseDay(unit.submittedOn),
      unit.sentBackRows === 0 ? '' : String(unit.sentBackRows),
      String(unit.rows),
      ...lightCells(unit),
    ]),
  };
}

const reportNames: Readonly<Record<UnitQuarter['report'], string>> = {
  'in-time': '按时',
  late: '迟报',
  missing: '未报',
  'not-due': '未到期',
  'none-owed': '不需报送',
};

function lightCells({ lights }: Pick<QuarterLine, 'lights'>): readonly string[] {
  return lightOrder.map((light) => ((lights[light] ?? 0) === 0 ? '' : String(lights[light])));
}

function totalRow(lines: readonly QuarterLine[]): readonly string[] {
  const rows = lines.reduce((sum, line) => sum + line.rows, 0);
  return ['合计', String(rows), ...lightCells({ lights: allLights(lines) })];
}
