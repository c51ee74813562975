import { chineseDay } from '../../plain-date.ts';
import type { DraftedPlan } from '../draft-plan.ts';
import { point } from '../draft-points.ts';
import type { OpenPoint } from '../task-draft.ts';
import { carryNames } from './earlier-row.ts';
import { type Continuation, matchRows } from './match-rows.ts';
import { type CarriedRow, type EarlierPlan, rowsToCarry } from './rows-to-carry.ts';

/** What people have to decide so that nothing of an earlier year is lost: each row that reaches on follows into this notice, or does not. */
export function rollOverPoints(earlier: EarlierPlan, drafted: DraftedPlan): readonly OpenPoint[] {
  const matches = matchRows(rowsToCarry(earlier), drafted);
  return [...matches].map(([carried, continuation]) => {
    const { row } = carried;
    return point({
      id: `roll-over/${row.planYear}/${row.taskNumber}/${row.subjectId}`,
      kind: 'roll-over',
      taskNumber: continuation?.task?.number ?? null,
      span: continuation?.item?.span ?? continuation?.task?.span ?? null,
      quote: row.title,
      proposal: `${history(carried)}。${proposal(continuation)}`,
      item: continuation?.item ?? null,
      earlier: row,
    });
  });
}

function history({ row, value, taskTitle, until }: CarriedRow): string {
  const { planYear, taskNumber, why, target, due } = row;
  const words = [
    `${planYear}年第${taskNumber}项任务“${taskTitle}”的事项，${carryNames[why]}`,
    ...(target === null ? [] : [`目标${target.value}${target.unit}`]),
    ...(value === null ? [] : [`累计完成${value}${target?.unit ?? ''}`]),
    `时限${chineseDay(due, true)}`,
    ...(until === null
      ? []
      : [`${why === 'awaiting-statistics' ? '数据公布日期' : '预计完成日期'}${chineseDay(until, true)}`]),
  ];
  return words.join('，');
}

function proposal(continuation: Continuation | null): string {
  const otherwise = '另行起算的，请说明理由';
  if (continuation === null) return '新文件中没有相近的任务和事项，请指定由哪项任务承接，或者说明不再承接的理由';
  const { task, item } = continuation;
  const where = task === null ? '任务以外' : `第${task.number}项任务“${task.title}”`;
  if (item === null) return `新文件${where}名称相近，没有相近的事项，建议由该任务承接；${otherwise}`;
  return `新文件${where}中“${item.quote}”文字相近，建议由其承接；${otherwise}`;
}
