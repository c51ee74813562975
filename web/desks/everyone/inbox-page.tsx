import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import type { LetterLineBody } from '../../../api/schemas/mail.ts';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { usePlanId, useView } from '../../start/address.ts';

/** Letters 消息 to the present seat, with what became of each. */
export function InboxPage() {
  const planId = usePlanId() ?? '';
  const { view, setView } = useView();
  const state = view['state'] ?? 'all';
  const inbox = useWholeList<'inbox'>(`/api/plans/${planId}/inbox`, { state });
  return (
    <>
      <Select
        aria-label="消息状态"
        value={state}
        options={[
          { value: 'all', label: '全部消息' },
          { value: 'sent', label: '已发出' },
          { value: 'coming', label: '将要发出' },
          { value: 'withdrawn', label: '已撤回' },
        ]}
        onChange={(chosen: string) => setView({ state: chosen === 'all' ? null : chosen, page: null })}
      />
      <Reading of={inbox}>
        {({ rows }) => (
          <DataTable
            caption="消息"
            columns={columns(planId)}
            rows={rows}
            rowKey={({ letterId }) => letterId}
            empty="没有消息。"
          />
        )}
      </Reading>
    </>
  );
}

function columns(planId: string): readonly Column<LetterLineBody>[] {
  return [
    { key: 'at', title: '时间', text: ({ dueAt }) => dueAt, cell: ({ dueAt }) => momentText(dueAt) },
    {
      key: 'title',
      title: '消息',
      text: ({ title, ask }) => `${title} ${ask}`,
      cell: ({ title, ask, urgent, taskId }) => (
        <>
          {urgent ? <span className="urgency urgency-overdue">急</span> : null}
          {taskId === null ? title : <Link to={`/plans/${planId}/tasks/${taskId}`}>{title}</Link>}
          <p className="hint">{ask}</p>
        </>
      ),
    },
    { key: 'to', title: '收件', text: ({ unit, person }) => `${unit.name}${person === null ? '' : ` ${person.name}`}` },
    {
      key: 'state',
      title: '状态',
      text: ({ stateName }) => stateName,
      filters: true,
      // A rehearsed plan's letters keep the plan's days; its mails went out when they went out.
      cell: ({ stateName, sentAt }) => (
        <>
          {stateName}
          {sentAt === null ? null : <p className="hint">邮件于 {momentText(sentAt)} 送出</p>}
        </>
      ),
    },
  ];
}
