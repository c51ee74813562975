import { Link } from '@tanstack/react-router';
import type { RegisterRowBody } from '../../../api/schemas/register.ts';
import { LightMark } from '../../blocks/light/light-mark.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { usePlanId } from '../../start/address.ts';

/** Who has not answered, not receipted or not reported: the units that are silent, and the tasks that are overdue. */
export function SilentPage() {
  const planId = usePlanId() ?? '';
  const receipts = useWholeList<'receipts'>(`/api/plans/${planId}/receipts`);
  const overdue = useWholeList<'register'>(`/api/plans/${planId}/register`, { overdue: 'true' });
  return (
    <>
      <h2>未反馈或未签收的单位</h2>
      <Reading of={receipts}>
        {({ due, rows: units }) => (
          <DataTable
            caption="未反馈或未签收的单位"
            name="silent"
            bare
            columns={[
              { key: 'unit', title: '单位', text: ({ unit }) => unit.name, sorts: true },
              { key: 'answer', title: '征求意见', text: ({ answer }) => (answer === 'lapsed' ? '逾期未反馈' : '—') },
              {
                key: 'receipt',
                title: '签收',
                text: ({ receiptedAt }) => (due === null ? '—' : receiptedAt === null ? '未签收' : '已签收'),
              },
            ]}
            rows={units.filter(
              ({ answer, receiptedAt }) => answer === 'lapsed' || (due !== null && receiptedAt === null),
            )}
            rowKey={({ unit }) => unit.unitId}
            empty="没有逾期未反馈或者未签收的单位。"
          />
        )}
      </Reading>
      <h2>逾期未报的任务</h2>
      <Reading of={overdue}>
        {({ rows }) => (
          <DataTable
            caption="逾期未报的任务"
            name="overdue"
            columns={overdueColumns(planId)}
            rows={rows}
            rowKey={({ taskId }) => taskId}
            empty="没有逾期未报的任务。"
          />
        )}
      </Reading>
    </>
  );
}

function overdueColumns(planId: string): readonly Column<RegisterRowBody>[] {
  return [
    { key: 'number', title: '序号', text: ({ number }) => number },
    {
      key: 'title',
      title: '工作任务',
      text: ({ title }) => title,
      cell: ({ taskId, title }) => <Link to={`/plans/${planId}/tasks/${taskId}`}>{title}</Link>,
    },
    {
      key: 'lead',
      title: '牵头单位',
      text: ({ parties }) =>
        parties
          .filter(({ role }) => role === 'lead')
          .map(({ unit }) => unit.name)
          .join('、'),
    },
    { key: 'count', title: '逾期', text: ({ overdueObligations }) => overdueObligations, numeric: true, sorts: true },
    {
      key: 'light',
      title: '亮灯及原因',
      text: ({ light }) => light?.name ?? '未亮灯',
      filters: true,
      cell: ({ light }) => <LightMark light={light?.light ?? null} reason={light?.sentence ?? null} />,
    },
  ];
}
