import { Link } from '@tanstack/react-router';
import type { TodayListBody } from '../../../api/schemas/office.ts';
import { contactText } from '../../blocks/contact-text.ts';
import { CopyButton } from '../../blocks/copy-button.tsx';
import { DateWithReason, dayText } from '../../blocks/date/date-with-reason.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useReading } from '../../http/readings.ts';
import { usePlanId } from '../../start/address.ts';
import { daysLeftText } from '../../words/names.ts';
import { UrgencyMark } from '../unit/urgency-mark.tsx';

type Entry = TodayListBody['units'][number];

/** Today's list: who owes what, with whom to call; printed, or copied for the group chat. */
export function TodayPage() {
  const planId = usePlanId() ?? '';
  const today = useReading<'today'>(`/api/plans/${planId}/today`);
  return (
    <Reading of={today}>
      {(list) => (
        <>
          <OwnWork planId={planId} list={list} />
          <Promises planId={planId} list={list} />
          <h2>各单位应办事项</h2>
          <DataTable
            caption={`${dayText(list.today)}今日清单`}
            columns={columns(planId)}
            rows={list.units}
            rowKey={({ unit }) => unit.unitId}
            empty="今天没有单位需要提醒。"
            tools={<CopyButton text={list.chatText} />}
          />
        </>
      )}
    </Reading>
  );
}

function OwnWork({ planId, list }: { readonly planId: string; readonly list: TodayListBody }) {
  return (
    <section className="sheet">
      <h2>{dayText(list.today)}　办公室要办的事</h2>
      {ownWork(list).every(({ count }) => count === 0) ? <p>没有等待办公室办理的事项。</p> : null}
      <ul>
        {ownWork(list).map(({ name, count, unit, to, act }) =>
          count === 0 ? null : (
            <li key={name}>
              {name}：{count}
              {unit}　<Link to={`/plans/${planId}/${to}`}>{act}</Link>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

interface Work {
  readonly name: string;
  readonly count: number;
  readonly unit: string;
  readonly to: string;
  readonly act: string;
}

function ownWork(list: TodayListBody): readonly Work[] {
  const due = list.reviewsDue === 0 ? '' : `（其中${list.reviewsDue}份今日到期或者已逾期）`;
  return [
    { name: '待审核的报送', count: list.reviewsWaiting, unit: `份${due}`, to: 'reviews', act: '去审核' },
    { name: '待确认发出的催办单', count: list.slipsToConfirm, unit: '份', to: 'orders', act: '去确认' },
    { name: '待审核的催办单回复', count: list.answersToReview, unit: '份', to: 'orders', act: '去审核' },
    { name: '待决定的延期、退办等申请', count: list.changesToDecide, unit: '件', to: 'changes', act: '去办理' },
    { name: '待提出采纳情况的意见', count: list.undecidedOpinions, unit: '条', to: 'consultation', act: '去办理' },
  ];
}

function Promises({ planId, list: { promises } }: { readonly planId: string; readonly list: TodayListBody }) {
  if (promises.length === 0) return null;
  return (
    <section className="sheet">
      <h2>各单位承诺的事（{promises.length}）</h2>
      <ul>
        {promises.map(({ unit, taskId, taskNumber, title, promise, promisedBy, isDue, urgedAt }) => (
          <li key={`${taskId} ${urgedAt}`}>
            {unit.name}承诺{dayText(promisedBy)}前：{promise ?? '内容已清除'}（
            <Link to={`/plans/${planId}/tasks/${taskId}`}>
              第{taskNumber}项“{title}”
            </Link>
            ）{isDue ? <strong className="warning">已到期，尚未办理</strong> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function columns(planId: string): readonly Column<Entry>[] {
  return [
    { key: 'unit', title: '单位', text: ({ unit }) => unit.name, sorts: true },
    {
      key: 'urgency',
      title: '紧急程度',
      text: ({ urgency }) => urgency,
      cell: ({ urgency }) => <UrgencyMark urgency={urgency} />,
    },
    {
      key: 'items',
      title: '应办事项',
      text: ({ items }) => items.map(itemText).join('；'),
      cell: ({ items }) => (
        <ul className="plain-list">
          {items.map((item) => (
            <li key={`${item.kind} ${item.title}`}>
              {item.of === null ? (
                item.title
              ) : (
                <Link to={`/plans/${planId}/returns/${item.of.unitId}/${item.of.period}/${item.of.kind}`}>
                  {item.title}
                </Link>
              )}
              （<DateWithReason date={item.due} why={item.why} />，{daysLeftText(item.workingDaysLeft)}）
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'contacts',
      title: '联系人',
      text: ({ contacts }) => contacts.map(contactText).join('；'),
      cell: ({ contacts }) => (
        <ul className="plain-list">
          {contacts.map((contact) => (
            <li key={`${contact.name} ${contact.seatName}`}>{contactText(contact)}</li>
          ))}
        </ul>
      ),
    },
  ];
}

function itemText({ title, due, workingDaysLeft }: Entry['items'][number]): string {
  return `${title}（${dayText(due)}，${daysLeftText(workingDaysLeft)}）`;
}
