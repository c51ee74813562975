import { Link } from '@tanstack/react-router';
import type { ObligationLineBody, TaskPageBody } from '../../../api/schemas/task.ts';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { returnTitle } from '../../words/names.ts';

/** What units owe and owed for a task; every date says why it is that date. */
export function TaskObligations({ task }: { readonly task: TaskPageBody }) {
  return (
    <DataTable
      caption="报送任务"
      name="owed"
      bare
      columns={columns(task.planId)}
      rows={task.obligations}
      rowKey={({ id }) => id}
      pageSize={100}
      empty="还没有报送任务。"
    />
  );
}

const stateNames: Readonly<Record<ObligationLineBody['state'], string>> = {
  open: '未报送',
  submitted: '已报送，待审核',
  accepted: '已审核通过',
  'sent-back': '已退回修改',
  ended: '任务办结，不再报送',
};

function columns(planId: string): readonly Column<ObligationLineBody>[] {
  return [
    { key: 'unit', title: '单位', text: ({ unit }) => unit.name },
    {
      key: 'kind',
      title: '报送内容',
      text: ({ kindName, period }) => returnTitle(period, kindName),
      cell: ({ unit, kind, period, kindName }) => (
        <Link to={`/plans/${planId}/returns/${unit.unitId}/${period}/${kind}`}>{returnTitle(period, kindName)}</Link>
      ),
    },
    {
      key: 'due',
      title: '时限',
      text: ({ due }) => due,
      cell: ({ due, dueWhy }) => <DateWithReason date={due} why={dueWhy} />,
    },
    {
      key: 'state',
      title: '状态',
      text: (line) => stateNames[line.state],
      cell: ({ state, overdue, late, resubmitDue, resubmitWhy }) => (
        <>
          {[stateNames[state], overdue ? '已逾期' : '', late ? '逾期报送' : '']
            .filter((text) => text !== '')
            .join('，')}
          {resubmitDue === null ? null : (
            <>
              ，须于
              <DateWithReason date={resubmitDue} why={resubmitWhy} />
              前再次报送
            </>
          )}
        </>
      ),
    },
    {
      key: 'submitted',
      title: '报送时间',
      text: ({ submittedAt }) => submittedAt,
      cell: ({ submittedAt }) => momentText(submittedAt),
    },
    {
      key: 'accepted',
      title: '审核时间',
      text: ({ acceptedAt }) => acceptedAt,
      cell: ({ acceptedAt }) => momentText(acceptedAt),
    },
  ];
}
