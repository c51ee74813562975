import { quarterEnd, quarterLabel } from '../../domain/calendar/quarter.ts';
import type { RegisterData, RegisterRow } from '../../domain/papers/register-data.ts';
import { type PlainDate, chineseDay } from '../../domain/plain-date.ts';
import { lightSentence } from '../../domain/task/light-sentence.ts';
import type { Light } from '../../domain/task/task-state.ts';
import { type SheetCell, type SheetColumn, numberCell, textCell } from '../sheet/table-sheet.ts';
import { commitmentNames, dueText, targetText } from '../words.ts';

/** A column of the register that can be chosen by its name. */
export interface RegisterColumn extends SheetColumn {
  /** What `--columns` calls it; the head may say more. */
  readonly name: string;
  readonly cell: (row: RegisterRow, data: RegisterData) => SheetCell;
}

const lightFills: Readonly<Record<Light, string>> = {
  'on-track': 'FFE2F0D9',
  recovered: 'FFDDEBF7',
  'near-due': 'FFFFF2CC',
  behind: 'FFFCE4D6',
  'far-behind': 'FFF8CBAD',
  'no-plan': 'FFE7E6E6',
  'awaiting-statistics': 'FFEDE7F3',
  suspended: 'FFE7E6E6',
};

const text = (cell: (row: RegisterRow) => string) => (row: RegisterRow) => textCell(cell(row));
const listed = (names: readonly string[]) => names.join('、');

function left(name: string, width: number, cell: RegisterColumn['cell']): RegisterColumn {
  return { name, head: name, width, align: 'left', cell };
}

function center(name: string, width: number, cell: RegisterColumn['cell']): RegisterColumn {
  return { ...left(name, width, cell), align: 'center' };
}

/** The columns of the register 台账 in the order in which leaders know them. */
export function registerColumns({ head }: Pick<RegisterData, 'head'>): readonly RegisterColumn[] {
  return [...subjectColumns, ...progressColumns(head.day), ...peopleColumns];
}

const subjectColumns: readonly RegisterColumn[] = [
  {
    ...center(
      '序号',
      3,
      text(({ number }) => number),
    ),
    merging: 'within',
  },
  {
    ...left(
      '任务组',
      7,
      text(({ group }) => group),
    ),
    merging: 'alone',
  },
  {
    ...left(
      '工作任务',
      11,
      text(({ task }) => task),
    ),
    merging: 'within',
  },
  left('具体事项及目标', 14, text(itemText)),
  center(
    '约束程度',
    3.5,
    text(({ commitment, kind }) => (kind === 'whole' ? '' : commitmentNames[commitment])),
  ),
  {
    ...left(
      '牵头单位',
      7,
      text(({ leads }) => listed(leads)),
    ),
    merging: 'within',
  },
  left(
    '责任单位',
    6.5,
    text(({ unit }) => unit),
  ),
  {
    ...left(
      '配合单位',
      10,
      text(({ supports }) => listed(supports)),
    ),
    merging: 'within',
  },
  {
    ...center(
      '完成时限',
      7,
      text(({ due, dueBasis }) => dueText(due, dueBasis)),
    ),
    head: '完成时限（明确/推定）',
  },
];

function progressColumns(day: PlainDate): readonly RegisterColumn[] {
  return [
    { ...left('阶段目标', 10, (row, data) => textCell(stageText(row, data))), head: '阶段目标（本季）' },
    { ...left('进展', 18, text(progressText)), head: `截至${chineseDay(day)}进展` },
    center('目标值', 5.5, ({ target }) => numberCell(target?.value ?? null, target?.unit)),
    center('累计完成', 5.5, ({ value, target }) => numberCell(value, target?.unit)),
    center('完成率', 5, rateCell),
    left('亮灯及原因', 13, lightCell),
    left(
      '存在问题',
      11,
      text(({ problem }) => problem),
    ),
    left(
      '下一步举措',
      11,
      text(({ next }) => next),
    ),
  ];
}

const peopleColumns: readonly RegisterColumn[] = [
  {
    ...center(
      '市领导',
      5,
      text(({ cityLeaders }) => cityLeaders.join('\n')),
    ),
    merging: 'within',
  },
  center(
    '责任领导',
    5,
    text(({ unitHeads }) => unitHeads.join('\n')),
  ),
  left(
    '联络员及电话',
    9,
    text(({ officers }) => officers.map(({ name, phone }) => `${name}\n${phone}`).join('\n')),
  ),
  left(
    '备注',
    6,
    text(({ remark }) => remark),
  ),
];

function lightCell({ light }: RegisterRow): SheetCell {
  return light === null ? textCell('') : textCell(lightSentence(light), lightFills[light.light]);
}

function itemText({ kind, title, target }: RegisterRow): string {
  const goal = targetText(target);
  if (kind === 'whole') return '按原文落实';
  return goal === '' ? title : `${title}\n目标：${goal}`;
}

function stageText({ milestones, expected, target }: RegisterRow, { period }: RegisterData): string {
  const value =
    expected === null ? [] : [`至${chineseDay(quarterEnd(period))}应达${rounded(expected)}${target?.unit ?? ''}`];
  return [...value, ...milestones.map(({ due, title }) => `${chineseDay(due)}前：${title}`)].join('\n');
}

function progressText({ reportedPeriod, done }: RegisterRow): string {
  if (reportedPeriod === null) return '';
  return done === '' ? `（${quarterLabel(reportedPeriod)}未写文字）` : `（${quarterLabel(reportedPeriod)}）${done}`;
}

// Of a ceiling there is nothing to complete.
function rateCell({ value, target }: RegisterRow): SheetCell {
  if (target === null || value === null || target.value <= 0) return textCell('');
  if (target.comparator === '<=' || target.comparator === '<') return textCell('—');
  return { kind: 'rate', value: value / target.value };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
