import { Link } from '@tanstack/react-router';
import type { OrderPageBody } from '../../../api/schemas/order.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useReading } from '../../http/readings.ts';
import { usePart, usePlanId } from '../../start/address.ts';
import { kindNames, returnTitle } from '../../words/names.ts';
import { TimelineList } from '../supervisor/task-timeline.tsx';
import { orderActs } from './order-acts.ts';
import { standing } from './orders-page.tsx';

/** One slip or order: what it is about, by when to answer, the answers, what can be done, and all that happened. */
export function OrderPage() {
  const planId = usePlanId() ?? '';
  const orderId = usePart('orderId') ?? '';
  const order = useReading<'order'>(`/api/plans/${planId}/orders/${orderId}`);
  return (
    <Reading of={order}>
      {(told) => (
        <>
          <OrderFacts planId={planId} order={told} />
          <div className="actions">
            {orderActs(told).map((definition) => (
              <ActButton
                key={definition.label}
                planId={planId}
                definition={definition}
                draft={`${definition.label}/${orderId}`}
              />
            ))}
            <a href={`/api/plans/${planId}/papers/${told.kind}?id=${orderId}`} download>
              下载{told.name}（docx）
            </a>
          </div>
          <DataTable
            bare
            caption="涉及事项"
            columns={columns(planId)}
            rows={told.rows}
            rowKey={({ taskId, obligationId }) => `${taskId} ${obligationId}`}
          />
          <Answers order={told} />
          <h2>全部经过</h2>
          <TimelineList entries={told.timeline} />
        </>
      )}
    </Reading>
  );
}

function OrderFacts({ planId, order }: { readonly planId: string; readonly order: OrderPageBody }) {
  const { name, number, unit, sentAt, answerDue, answerWhy, reasons, decision, decidedBy, precededBy } = order;
  return (
    <section className="sheet">
      <h2>{number ?? `${name}（未编号）`}</h2>
      <dl className="facts">
        <dt>发往单位</dt>
        <dd>{unit.name}</dd>
        <dt>状态</dt>
        <dd>{standing(order)}</dd>
        <dt>发出时间</dt>
        <dd>{sentAt === null ? '尚未发出' : momentText(sentAt)}</dd>
        <dt>回复时限</dt>
        <dd>
          <DateWithReason date={answerDue} why={answerWhy} />
        </dd>
        {reasons === null ? null : (
          <>
            <dt>提请理由</dt>
            <dd className="said">{reasons}</dd>
          </>
        )}
        {decision === null ? null : (
          <>
            <dt>{sentAt === null ? '不予发出的理由' : '督办要求'}</dt>
            <dd className="said">{decision}</dd>
          </>
        )}
        {decidedBy === null ? null : (
          <>
            <dt>决定人</dt>
            <dd>{decidedBy.label}</dd>
          </>
        )}
        {precededBy === null ? null : (
          <>
            <dt>此前的催办单</dt>
            <dd>
              <Link to={`/plans/${planId}/orders/${precededBy.orderId}`}>{precededBy.number ?? '催办单'}</Link>
            </dd>
          </>
        )}
        <Ending planId={planId} order={order} />
      </dl>
    </section>
  );
}

function Ending({ planId, order }: { readonly planId: string; readonly order: OrderPageBody }) {
  const { escalatedTo, closedAt, closingText } = order;
  return (
    <>
      {escalatedTo === null ? null : (
        <>
          <dt>已提请督办</dt>
          <dd>
            <Link to={`/plans/${planId}/orders/${escalatedTo}`}>查看督办单</Link>
          </dd>
        </>
      )}
      {closedAt === null ? null : (
        <>
          <dt>办结</dt>
          <dd className="said">
            {momentText(closedAt)}
            {closingText === null ? '' : `，${closingText}`}
          </dd>
        </>
      )}
    </>
  );
}

function Answers({ order: { answers } }: { readonly order: OrderPageBody }) {
  return answers.map((answer) => (
    <section className="sheet" key={answer.number}>
      <h3>
        第{answer.number}次回复：{answer.by.label}，{momentText(answer.answeredAt)}
        {answer.onPaper ? '（纸质审签）' : ''}
        {answer.late ? '（逾期）' : ''}
      </h3>
      <p className="said">{answer.text ?? '内容已清除'}</p>
      {answer.reviewedBy === null || answer.reviewedAt === null ? (
        <p>
          审核时限：
          <DateWithReason date={answer.reviewDue} why={answer.reviewWhy} />
        </p>
      ) : (
        <p className="said">
          {answer.verdict === 'accepted' ? '审核通过' : '退回'}：{answer.reviewedBy.label}，
          {momentText(answer.reviewedAt)}
          {answer.reason === null ? '' : `，${answer.reason}`}
        </p>
      )}
    </section>
  ));
}

function columns(planId: string): readonly Column<OrderPageBody['rows'][number]>[] {
  return [
    { key: 'number', title: '任务', text: ({ taskNumber }) => taskNumber, short: true },
    {
      key: 'title',
      title: '工作任务',
      text: ({ title }) => title,
      cell: ({ title, taskId }) => <Link to={`/plans/${planId}/tasks/${taskId}`}>{title}</Link>,
    },
    { key: 'owed', title: '应报内容', text: ({ kind, period }) => returnTitle(period, kindNames[kind]) },
    {
      key: 'due',
      title: '报送时限',
      text: ({ due }) => due,
      cell: ({ due, dueWhy }) => <DateWithReason date={due} why={dueWhy} />,
    },
    {
      key: 'overdue',
      title: '起草时已逾期',
      text: ({ overdueWorkingDays, arrivedAt }) =>
        arrivedAt === null ? `${overdueWorkingDays}个工作日` : '已在发出前报送',
    },
  ];
}
