import { Select } from 'antd';
import type { MailPageBody } from '../../../api/schemas/mail.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { usePlanId, useView } from '../../start/address.ts';

type Mail = MailPageBody['rows'][number];

const stateNames = [
  ['due', '待发'],
  ['sending', '发送中'],
  ['accepted', '已送达'],
  ['retry', '待重试'],
  ['failed', '失败'],
  ['ambiguous', '结果不明'],
] as const;

/** Mails with every answer of the receiving server. */
export function MailsPage() {
  const planId = usePlanId() ?? '';
  const { view, setView } = useView();
  const mails = useWholeList<'mails'>(`/api/plans/${planId}/mails`, { state: view['state'] });
  return (
    <>
      <Select
        aria-label="邮件状态"
        className="table-filter"
        allowClear
        placeholder="全部状态"
        value={view['state'] ?? null}
        options={stateNames.map(([value, label]) => ({ value, label }))}
        onChange={(state: string | null | undefined) => setView({ state: state ?? null, page: null })}
      />
      <Reading of={mails}>
        {({ rows }) => (
          <DataTable
            caption="邮件投递"
            columns={columns}
            rows={rows}
            rowKey={({ mailId }) => mailId}
            detail={(mail) => <Attempts mail={mail} />}
            empty="没有邮件。"
          />
        )}
      </Reading>
    </>
  );
}

const columns: readonly Column<Mail>[] = [
  { key: 'day', title: '日期', text: ({ planDay }) => planDay, cell: ({ planDay }) => dayText(planDay) },
  { key: 'person', title: '收件人', text: ({ person }) => person.name, filters: true },
  { key: 'subject', title: '主题', text: ({ subject }) => subject },
  { key: 'letters', title: '消息', text: ({ letters }) => letters, numeric: true },
  { key: 'state', title: '状态', text: ({ stateName }) => stateName, filters: true },
  { key: 'sent', title: '送达时间', text: ({ sentAt }) => sentAt, cell: ({ sentAt }) => momentText(sentAt) },
];

function Attempts({ mail: { attempts } }: { readonly mail: Mail }) {
  if (attempts.length === 0) return <p>尚未投递。</p>;
  return (
    <ol>
      {attempts.map(({ beganAt, outcome, responseCode, response }) => (
        <li key={beganAt}>
          {momentText(beganAt)}　{outcome}　{responseCode ?? ''} {response ?? ''}
        </li>
      ))}
    </ol>
  );
}
