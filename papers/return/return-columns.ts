import { assertNever } from '../../domain/errors.ts';
import type { ReturnSheetData, ReturnSheetRow } from '../../domain/papers/return-sheet-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { type NamedEnding, endingNames } from '../../domain/task/ending/row-ending.ts';
import type { ObligationKind } from '../../domain/task/task-state.ts';
import type { LetterColumn } from '../official-letter/letter-grid.ts';
import { targetText } from '../words.ts';

interface ReturnColumn extends LetterColumn {
  readonly cell: (row: ReturnSheetRow) => string;
}

const left = (head: string, share: number, cell: ReturnColumn['cell']): ReturnColumn => ({
  head,
  share,
  align: 'left',
  cell,
});
const center = (head: string, share: number, cell: ReturnColumn['cell']): ReturnColumn => ({
  ...left(head, share, cell),
  align: 'center',
});
const number = (value: number | null) => (value === null ? '' : String(value));

const subjectColumns: readonly ReturnColumn[] = [
  center('任务序号', 4, ({ taskNumber }) => taskNumber),
  left('工作任务', 9, ({ task }) => task),
  left('具体事项', 9, ({ title }) => title),
];
const texts: readonly ReturnColumn[] = [
  left('进展情况', 16, ({ done, reason }) => (reason === '' ? done : `${done}\n理由：${reason}`)),
  left('存在问题', 10, ({ problem }) => problem),
  left('下一步举措', 10, ({ next }) => next),
];

/** The columns of a return by its kind. */
export function returnColumns(kind: ObligationKind): readonly LetterColumn[] {
  return columnsOf(kind).map(({ head, share, align }) => ({ head, share, align }));
}

/** The cells of a return's rows in the order of its columns. */
export function returnRows({ kind, rows }: ReturnSheetData): readonly (readonly string[])[] {
  const columns = columnsOf(kind);
  return rows.map((row) => columns.map(({ cell }) => cell(row)));
}

function columnsOf(kind: ObligationKind): readonly ReturnColumn[] {
  const target = center('目标值', 5, (row) => targetText(row.target));
  const previous = center('上次累计', 4, ({ previousValue }) => number(previousValue));
  const value = center('累计完成', 4, (row) => number(row.value));
  switch (kind) {
    case 'progress':
      return [...subjectColumns, target, previous, value, left('是否完成', 6, doneText), ...texts];
    case 'stage-plan':
      return [
        ...subjectColumns,
        target,
        center('完成时限', 6, ({ due }) => chineseDay(due, true)),
        center('交办时基数', 4, ({ plan }) => number(plan?.baseline ?? null)),
        left('分期目标', 8, curveText),
        left('里程碑', 16, milestoneText),
        center('统计数据公布', 6, ({ plan }) =>
          plan === null || plan.statisticsOn === null ? '' : chineseDay(plan.statisticsOn, true),
        ),
      ];
    case 'contribution':
      return [...subjectColumns.slice(0, 2), left('配合情况', 36, ({ done }) => (done === '' ? '本季无' : done))];
    case 'district-figures':
      return [...subjectColumns, target, previous, value, left('说明', 14, ({ reason }) => reason)];
    default:
      return assertNever(kind);
  }
}

function doneText({ isComplete, ending, milestonesDone }: ReturnSheetRow): string {
  return [
    ending === null ? (isComplete ? '完成' : '未完成') : `年终自评：${endingText(ending)}`,
    ...milestonesDone.map((title) => `已达：${title}`),
  ].join('\n');
}

function endingText({ ending, until }: NamedEnding): string {
  return `${endingNames[ending]}${until === null ? '' : `（${chineseDay(until, true)}）`}`;
}

function curveText({ plan }: ReturnSheetRow): string {
  return (plan?.curve ?? []).map(({ day, value }) => `${chineseDay(day)}：${value}`).join('\n');
}

function milestoneText({ plan }: ReturnSheetRow): string {
  return (plan?.milestones ?? []).map(({ title, due }) => `${chineseDay(due)}前：${title}`).join('\n');
}
