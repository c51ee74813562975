import { Link } from '@tanstack/react-router';
import type { SheetLineBody } from '../../../api/schemas/sheet.ts';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { usePlanId } from '../../start/address.ts';

/** Sheets of the unit, or those for the leader, the latest first. */
export function SheetsPage() {
  const planId = usePlanId() ?? '';
  const sheets = useWholeList<'sheets'>(`/api/plans/${planId}/sheets`);
  return (
    <Reading of={sheets}>
      {({ rows }) => (
        <DataTable
          caption="审签单"
          columns={columns(planId)}
          rows={rows}
          rowKey={({ sheetId }) => sheetId}
          empty="没有审签单。"
        />
      )}
    </Reading>
  );
}

function columns(planId: string): readonly Column<SheetLineBody>[] {
  return [
    {
      key: 'number',
      title: '编号',
      text: ({ number }) => number,
      cell: ({ number, version, sheetId }) => (
        <Link to={`/plans/${planId}/sheets/${sheetId}`}>
          {number}（第{version}版）
        </Link>
      ),
    },
    { key: 'matter', title: '审签事项', text: ({ matter }) => matter, filters: true },
    { key: 'unit', title: '审签单位', text: ({ unit }) => unit.name, filters: true },
    { key: 'phase', title: '状态', text: ({ phaseName }) => phaseName, filters: true },
    {
      key: 'drafted',
      title: '拟写',
      text: ({ draftedAt }) => draftedAt,
      sorts: true,
      cell: ({ draftedAt, draftedBy }) => `${draftedBy.person.name}，${momentText(draftedAt)}`,
    },
    {
      key: 'decided',
      title: '审签',
      text: ({ decidedAt }) => decidedAt,
      sorts: true,
      cell: ({ decidedAt, decidedBy, onPaper }) =>
        decidedAt === null || decidedBy === null
          ? '—'
          : `${decidedBy.label}，${momentText(decidedAt)}${onPaper ? '（纸质审签）' : ''}`,
    },
  ];
}
