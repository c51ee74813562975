import { Link } from '@tanstack/react-router';
import type { CurveChartBody } from '../../../api/schemas/charts.ts';
import { DateWithReason, dayText } from '../../blocks/date/date-with-reason.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useReading } from '../../http/readings.ts';
import { targetText } from '../../words/names.ts';

type Curve = CurveChartBody['curves'][number];

/** Every target against what its plan expects by today, in one table. */
export function TargetsTable({ planId }: { readonly planId: string }) {
  const curves = useReading<'curves'>(`/api/plans/${planId}/charts/curves`);
  return (
    <Reading of={curves}>
      {({ curves: rows }) => (
        <DataTable
          caption="各项指标与计划"
          name="targets"
          columns={columns(planId)}
          rows={rows}
          rowKey={({ taskId, subjectId }) => `${taskId} ${subjectId}`}
          pageSize={20}
          empty="没有数量目标，或者阶段计划尚未通过审核。"
        />
      )}
    </Reading>
  );
}

function columns(planId: string): readonly Column<Curve>[] {
  return [
    {
      key: 'title',
      title: '指标',
      text: ({ taskNumber, title }) => `${taskNumber} ${title}`,
      cell: ({ taskId, taskNumber, title }) => (
        <Link to={`/plans/${planId}/tasks/${taskId}`}>
          {taskNumber} {title}
        </Link>
      ),
    },
    { key: 'target-unit', title: '单位', text: ({ unit }) => unit.name, sorts: true },
    {
      key: 'target',
      title: '目标',
      text: ({ target, due }) => `${targetText(target) ?? ''}（${dayText(due)}）`,
      cell: ({ target, due, dueWhy }) => (
        <>
          {targetText(target) ?? ''}（<DateWithReason date={due} why={dueWhy} />）
        </>
      ),
    },
    { key: 'expected', title: '按计划今日应达', text: ({ expectedNow }) => expectedNow ?? '—', numeric: true },
    { key: 'reached', title: '最近一期实际累计', text: (row) => reachedOf(row) ?? '—', numeric: true },
    { key: 'standing', title: '与计划相比', text: standingText },
  ];
}

function reachedOf({ reported }: Curve): number | null {
  return reported.at(-1)?.value ?? null;
}

// Whether less is good is the target's own matter: the difference is told as it is, the light judges it.
function standingText(row: Curve): string {
  const reached = reachedOf(row);
  if (row.expectedNow === null) return '阶段计划未通过审核';
  if (reached === null) return '尚无审核通过的数据';
  const difference = Math.round((reached - row.expectedNow) * 100) / 100;
  if (difference === 0) return '与计划持平';
  return `${difference > 0 ? '多' : '少'}${Math.abs(difference)}${row.target.unit}`;
}
