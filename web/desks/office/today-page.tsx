import { Link } from '@tanstack/react-router';
import type { TodayListBody } from '../../../api/schemas/office.ts';
import { CopyButton } from '../../blocks/copy-button.tsx';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
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
      <ul>
        <li>
          待审核的报送（已到时限）：{list.reviewsDue}份　<Link to={`/plans/${planId}/reviews`}>去审核</Link>
        </li>
        <li>
          待提出采纳情况的意见：{list.undecidedOpinions}条　<Link to={`/plans/${planId}/consultation`}>去办理</Link>
        </li>
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
                itemText(item)
              ) : (
                <Link to={`/plans/${planId}/returns/${item.of.unitId}/${item.of.period}/${item.of.kind}`}>
                  {itemText(item)}
                </Link>
              )}
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

function contactText({ name, seatName, rank, phone, mobile }: Entry['contacts'][number]): string {
  const numbers = [phone, mobile].filter((number) => number !== '').join('、');
  return `${name}（${seatName}${rank ?? ''}）${numbers}`;
}
