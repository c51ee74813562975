import type { BreakdownItem, BreakdownTask } from '../../domain/papers/breakdown-data.ts';
import type { Block } from '../official-letter/letter.ts';
import type { LetterColumn } from '../official-letter/letter-grid.ts';
import { commitmentNames, dueText, targetText } from '../words.ts';

/** Columns of the breakdown 任务分解表, for letters and sheets. */
export const breakdownColumns: readonly LetterColumn[] = [
  { head: '序号', share: 3.5, align: 'center', merging: 'within' },
  { head: '任务组', share: 7, align: 'left', merging: 'alone' },
  { head: '工作任务', share: 11, align: 'left', merging: 'within' },
  { head: '牵头单位', share: 7, align: 'left', merging: 'within' },
  { head: '配合单位', share: 9, align: 'left', merging: 'within' },
  { head: '具体事项及目标', share: 15, align: 'left' },
  { head: '约束\n程度', share: 4, align: 'center' },
  { head: '责任单位', share: 7, align: 'left' },
  { head: '完成时限\n（明确/推定）', share: 11, align: 'center' },
];

/** The rows of the breakdown, one for each item and one for a task without items. */
export function breakdownRows(tasks: readonly BreakdownTask[]): readonly (readonly string[])[] {
  return tasks.flatMap((task) => {
    const { number, group, title, leads, supports, districts, items } = task;
    const common = [number, group, title, leads.join('、'), [...supports, ...districts].join('、')];
    if (items.length === 0) return [[...common, '按原文落实，不另列具体事项', '', '', '']];
    return items.map((item) => [...common, ...itemCells(item)]);
  });
}

/** The breakdown as a table of a letter, the cells of a task merged over its items. */
export function breakdownTable(tasks: readonly BreakdownTask[]): Block {
  return { kind: 'table', columns: breakdownColumns, rows: breakdownRows(tasks) };
}

function itemCells({ title, target, commitment, unit, due, dueBasis, tracked }: BreakdownItem): readonly string[] {
  const goal = targetText(target);
  return [
    `${title}${goal === '' || title.includes(goal) ? '' : `（目标：${goal}）`}${tracked ? '（跟踪，不计入本年度评价）' : ''}`,
    commitmentNames[commitment],
    unit ?? '待明确',
    dueText(due, dueBasis),
  ];
}
