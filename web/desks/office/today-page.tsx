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

function OwnWork({ planId, list: { today, work } }: { readonly planId: string; readonly list: TodayListBody }) {
  return (
    <section className="sheet">
      <h2>{dayText(today)}　办公室要办的事</h2>
      {work.length === 0 ? <p>没有等待办公室办理的事项。</p> : null}
      <ul>
        {work.map((each) => {
          const { name, unit, to, act } = works[each.kind];
          return (
            <li key={each.kind}>
              {name}
              {unit === null ? '' : `：${each.count}${unit}${dueText(each, unit)}`}
              {'　'}
              <Link to={`/plans/${planId}/${to}`}>{act}</Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Work = TodayListBody['work'][number];

interface WorkText {
  readonly name: string;
  /** What is counted; null for a step that there is once. */
  readonly unit: string | null;
  readonly to: string;
  readonly act: string;
}

const works: Readonly<Record<Work['kind'], WorkText>> = {
  'open-points': { name: '任务分解的待定事项', unit: '处', to: 'breakdown', act: '去确认' },
  'begin-consultation': { name: '分解稿已确认，待发起征求意见', unit: null, to: 'overview', act: '去办理' },
  opinions: { name: '待提出采纳情况的意见', unit: '条', to: 'consultation', act: '去办理' },
  'ask-approval': { name: '征求意见已办完，待报请审定', unit: null, to: 'overview', act: '去办理' },
  issue: { name: '任务分解已审定，待印发交办', unit: null, to: 'overview', act: '去办理' },
  reviews: { name: '待审核的报送', unit: '份', to: 'reviews', act: '去审核' },
  slips: { name: '待确认发出的催办单', unit: '份', to: 'orders', act: '去确认' },
  'slip-answers': { name: '待审核的催办单回复', unit: '份', to: 'orders', act: '去审核' },
  changes: { name: '待决定的延期、退办等申请', unit: '件', to: 'changes', act: '去办理' },
  objections: { name: '待答复的异议', unit: '件', to: 'findings', act: '去答复' },
  endings: { name: '待确定办理结果的事项', unit: '行', to: 'year-end', act: '去确定' },
  'ask-summary': { name: '办理结果已全部确定，待报请审定年终总结', unit: null, to: 'year-end', act: '去办理' },
};

function dueText({ due }: Work, unit: string): string {
  return due === 0 ? '' : `（其中${due}${unit}今日到期或者已逾期）`;
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
