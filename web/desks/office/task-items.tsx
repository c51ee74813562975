import type { TaskPageBody } from '../../../api/schemas/task.ts';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { LightMark } from '../../blocks/light/light-mark.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { commitmentNames, periodText, targetText } from '../../words/names.ts';

type Item = TaskPageBody['subjects'][number];

/** The items of a task with target, progress and light. */
export function TaskItems({ task }: { readonly task: TaskPageBody }) {
  return (
    <DataTable
      caption="具体事项"
      name="items"
      bare
      columns={columns}
      rows={task.subjects}
      rowKey={({ subjectId }) => subjectId}
    />
  );
}

const columns: readonly Column<Item>[] = [
  { key: 'title', title: '具体事项', text: ({ title }) => title },
  { key: 'unit', title: '责任单位', text: ({ unit }) => unit.name },
  { key: 'target', title: '目标', text: ({ target }) => targetText(target) },
  { key: 'commitment', title: '约束程度', text: ({ commitment }) => commitmentNames[commitment] },
  {
    key: 'due',
    title: '完成时限',
    text: ({ due }) => due,
    cell: ({ due, dueWhy, dueBasis, tracked }) => (
      <>
        <DateWithReason date={due} why={dueWhy} />（{dueBasis === 'stated' ? '明确' : '推定'}
        {tracked ? '，跟踪不亮灯' : ''}）
      </>
    ),
  },
  {
    key: 'progress',
    title: '累计完成',
    text: ({ progress }) => progress?.value ?? null,
    cell: ({ progress, target, rate }) =>
      progress === null
        ? '尚无经审核的报告'
        : `${periodText(progress.period)}：${progress.value ?? (progress.complete ? '已完成' : '进行中')}${
            progress.value === null ? '' : (target?.unit ?? '')
          }${rate === null ? '' : `，完成率${rate}%`}`,
  },
  {
    key: 'light',
    title: '亮灯及原因',
    text: ({ light }) => light?.name ?? '未亮灯',
    cell: ({ light, tracked }) =>
      tracked ? '跟踪' : <LightMark light={light?.light ?? null} reason={light?.sentence ?? null} />,
  },
];
