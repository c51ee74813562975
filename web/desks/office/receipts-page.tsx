import type { PlanUnitBody } from '../../../api/schemas/plan.ts';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Nothing, Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { usePlanId } from '../../start/address.ts';

/** Which units have receipted the notice, and which have not. */
export function ReceiptsPage() {
  const planId = usePlanId() ?? '';
  const receipts = useWholeList<'receipts'>(`/api/plans/${planId}/receipts`);
  return (
    <Reading of={receipts}>
      {({ due, dueWhy, rows: units }) =>
        due === null ? (
          <Nothing text="文件尚未印发交办，印发后这里显示各单位的签收情况。" />
        ) : (
          <>
            <p>
              签收时限：
              <DateWithReason date={due} why={dueWhy} />
              {'　'}已签收 {units.filter(({ receiptedAt }) => receiptedAt !== null).length} / {units.length} 个单位
            </p>
            <DataTable caption="签收情况" columns={columns} rows={units} rowKey={({ unit }) => unit.unitId} />
          </>
        )
      }
    </Reading>
  );
}

const columns: readonly Column<PlanUnitBody>[] = [
  { key: 'unit', title: '单位', text: ({ unit }) => unit.name, sorts: true },
  { key: 'tasks', title: '任务', text: ({ tasks }) => tasks, sorts: true, numeric: true },
  { key: 'state', title: '签收', text: stateOf, filters: true },
  {
    key: 'at',
    title: '签收时间',
    text: ({ receiptedAt }) => receiptedAt,
    sorts: true,
    cell: ({ receiptedAt }) => momentText(receiptedAt),
  },
  { key: 'contacts', title: '责任领导、责任处室和联络员', text: ({ contacts }) => contacts },
];

function stateOf({ receiptedAt, receiptLate, receiptListedAt }: PlanUnitBody): string {
  if (receiptedAt !== null) return receiptLate ? '已签收（逾期）' : '已签收';
  return receiptListedAt === null ? '未签收' : '逾期未签收';
}
