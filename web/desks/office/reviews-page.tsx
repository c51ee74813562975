import { Link } from '@tanstack/react-router';
import type { ReviewQueueBody } from '../../../api/schemas/office.ts';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { usePlanId } from '../../start/address.ts';
import { daysLeftText, returnTitle } from '../../words/names.ts';
import { ReviewActs } from './review-acts.tsx';

type Entry = ReviewQueueBody['rows'][number];

/** Returns that wait for the office, by the office's own limit; a whole return is accepted in one act. */
export function ReviewsPage() {
  const planId = usePlanId() ?? '';
  const reviews = useWholeList<'reviews'>(`/api/plans/${planId}/reviews`);
  return (
    <Reading of={reviews}>
      {({ rows }) => (
        <DataTable
          caption="待审核"
          columns={columns(planId)}
          rows={rows}
          rowKey={({ of, version }) => `${of.unitId} ${of.kind} ${of.period} ${version}`}
          empty="没有待审核的报送。"
        />
      )}
    </Reading>
  );
}

function columns(planId: string): readonly Column<Entry>[] {
  return [
    {
      key: 'unit',
      title: '单位',
      text: ({ unit }) => unit.name,
      sorts: true,
      filters: true,
      cell: ({ unit, isOwnUnit }) => (isOwnUnit ? `${unit.name}（本单位）` : unit.name),
    },
    {
      key: 'kind',
      title: '报送内容',
      text: ({ of, kindName }) => returnTitle(of.period, kindName),
      filters: true,
      cell: ({ of, kindName, version }) => (
        <Link to={`/plans/${planId}/returns/${of.unitId}/${of.period}/${of.kind}`}>
          {returnTitle(of.period, kindName)}
          {version > 1 ? `（第${version}版）` : ''}
        </Link>
      ),
    },
    { key: 'tasks', title: '任务', text: ({ tasks }) => tasks, numeric: true },
    {
      key: 'submitted',
      title: '报送时间',
      text: ({ submittedAt }) => submittedAt,
      sorts: true,
      cell: ({ submittedAt }) => momentText(submittedAt),
    },
    {
      key: 'due',
      title: '审核时限',
      text: ({ reviewDue }) => reviewDue,
      sorts: true,
      cell: ({ reviewDue, reviewWhy, workingDaysLeft }) => (
        <>
          <DateWithReason date={reviewDue} why={reviewWhy} />（{daysLeftText(workingDaysLeft)}）
        </>
      ),
    },
    {
      key: 'acts',
      title: '办理',
      text: () => null,
      cell: ({ of, version, unit, kindName, mayReview }) =>
        mayReview ? (
          <ReviewActs
            planId={planId}
            of={of}
            version={version}
            name={`${unit.name}${returnTitle(of.period, kindName)}`}
          />
        ) : (
          '您参与了该表的填报或审签，须由他人审核'
        ),
    },
  ];
}
