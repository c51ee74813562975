import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { OrderLineBody } from '../../../api/schemas/order.ts';
import { useBatch } from '../../blocks/act/use-batch.ts';
import { useIsAsked } from '../../blocks/undo/undo-context.ts';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { mayAtAll } from '../../session/may-at-all.ts';
import { useSession } from '../../session/use-session.ts';
import { usePlanId } from '../../start/address.ts';

/** Slips and orders, the latest first; the office confirms all drafted slips in one act. */
export function OrdersPage() {
  const planId = usePlanId() ?? '';
  const orders = useWholeList<'orders'>(`/api/plans/${planId}/orders`);
  return (
    <Reading of={orders}>
      {({ rows }) => (
        <DataTable
          caption="催办单和督办单"
          columns={columns(planId)}
          rows={rows}
          rowKey={({ orderId }) => orderId}
          empty="没有催办单和督办单。"
          tools={<ConfirmAll planId={planId} orders={rows} />}
        />
      )}
    </Reading>
  );
}

function ConfirmAll({ planId, orders }: { readonly planId: string; readonly orders: readonly OrderLineBody[] }) {
  const { data: session } = useSession();
  const batch = useBatch(planId);
  const isAsked = useIsAsked(`${planId}/confirm-slips`);
  const drafted = orders.filter(({ phase }) => phase === 'drafted');
  if (session === undefined || !mayAtAll(session, 'confirmSlip') || drafted.length === 0) return null;
  const confirm = (): void => {
    batch({
      about: 'confirm-slips',
      label: `确认并发出${drafted.length}份催办单`,
      acts: drafted.map(({ orderId }) => ({ type: 'confirmSlip', orderId })),
    });
  };
  return (
    <Button type="primary" onClick={confirm} disabled={isAsked}>
      全部确认发出（{drafted.length}份）
    </Button>
  );
}

function columns(planId: string): readonly Column<OrderLineBody>[] {
  return [
    {
      key: 'number',
      title: '编号',
      text: ({ number, name }) => number ?? `${name}（未编号）`,
      cell: ({ number, name, orderId }) => (
        <Link to={`/plans/${planId}/orders/${orderId}`}>{number ?? `${name}（未编号）`}</Link>
      ),
    },
    { key: 'name', title: '种类', text: ({ name }) => name, filters: true, short: true },
    { key: 'unit', title: '单位', text: ({ unit }) => unit.name, sorts: true, filters: true },
    { key: 'rows', title: '事项', text: ({ rowCount }) => rowCount, numeric: true },
    {
      key: 'phase',
      title: '状态',
      text: standing,
      filters: ({ phaseName }) => [phaseName],
    },
    {
      key: 'sent',
      title: '发出',
      text: ({ sentAt }) => sentAt,
      sorts: true,
      cell: ({ sentAt }) => (sentAt === null ? '—' : momentText(sentAt)),
    },
    {
      key: 'due',
      title: '回复时限',
      text: ({ answerDue }) => answerDue,
      sorts: true,
      cell: ({ answerDue, answerWhy }) => <DateWithReason date={answerDue} why={answerWhy} />,
    },
    {
      key: 'answered',
      title: '最近回复',
      text: ({ answeredAt }) => answeredAt,
      wideOnly: true,
      cell: ({ answeredAt }) => (answeredAt === null ? '—' : momentText(answeredAt)),
    },
  ];
}

/** 已发出，待回复（未送达；复核中）. */
export function standing({ phaseName, undelivered, underReview, lapsed, phase }: OrderLineBody): string {
  const marks = [
    ...(undelivered ? ['未送达，时限暂停'] : []),
    ...(underReview ? ['复核中'] : []),
    ...(lapsed && phase !== 'lapsed' ? ['曾逾期未回复'] : []),
  ];
  return marks.length === 0 ? phaseName : `${phaseName}（${marks.join('；')}）`;
}
