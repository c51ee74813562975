import { Link } from '@tanstack/react-router';
import type { ReturnLineBody } from '../../../api/schemas/return.ts';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { usePlanId } from '../../start/address.ts';
import { returnTitle } from '../../words/names.ts';

/** Every return that the seat may see, with its way through approval and review. */
export function ReturnsPage() {
  const planId = usePlanId() ?? '';
  const returns = useWholeList<'returns'>(`/api/plans/${planId}/returns`);
  return (
    <Reading of={returns}>
      {({ rows }) => (
        <DataTable
          caption="报送记录"
          columns={columns(planId)}
          rows={rows}
          rowKey={({ returnId }) => returnId}
          empty="还没有开始填报。"
        />
      )}
    </Reading>
  );
}

/** What phases of a return are called. */
export const returnPhaseNames: Readonly<Record<ReturnLineBody['phase'], string>> = {
  none: '未填报',
  draft: '填报中',
  submitted: '已报送，待审核',
  settled: '已审核通过',
};

function columns(planId: string): readonly Column<ReturnLineBody>[] {
  return [
    { key: 'unit', title: '单位', text: ({ unit }) => unit.name, sorts: true, filters: true },
    {
      key: 'kind',
      title: '报送内容',
      text: ({ of, kindName }) => returnTitle(of.period, kindName),
      sorts: true,
      filters: true,
      cell: ({ of, kindName }) => (
        <Link to={`/plans/${planId}/returns/${of.unitId}/${of.period}/${of.kind}`}>
          {returnTitle(of.period, kindName)}
        </Link>
      ),
    },
    { key: 'version', title: '版本', text: ({ version }) => version, numeric: true },
    { key: 'rows', title: '行数', text: ({ rows }) => rows, numeric: true },
    {
      key: 'phase',
      title: '状态',
      text: ({ phase, headAskedAt }) =>
        phase === 'draft' && headAskedAt !== null ? '待单位负责人审签' : returnPhaseNames[phase],
      filters: true,
    },
    {
      key: 'submitted',
      title: '报送时间',
      text: ({ submittedAt }) => submittedAt,
      sorts: true,
      cell: ({ submittedAt }) => momentText(submittedAt),
    },
    {
      key: 'reviewed',
      title: '审核时间',
      text: ({ reviewedAt }) => reviewedAt,
      sorts: true,
      cell: ({ reviewedAt }) => momentText(reviewedAt),
    },
  ];
}
