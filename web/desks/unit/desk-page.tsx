import { Link } from '@tanstack/react-router';
import type { DeskBody, DutyBody } from '../../../api/schemas/desk.ts';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useReading } from '../../http/readings.ts';
import { useSession } from '../../session/use-session.ts';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { usePlanId } from '../../start/address.ts';
import { daysLeftText } from '../../words/names.ts';
import { UrgencyMark } from './urgency-mark.tsx';

/** What is asked of the unit, by when, the heaviest consequence first. */
export function DeskPage() {
  const planId = usePlanId() ?? '';
  const { data: session } = useSession();
  const unitId = session?.chosen?.unit.unitId;
  const desk = useReading<'desk'>(unitId === undefined ? null : `/api/plans/${planId}/desks/${unitId}`);
  return <Reading of={desk}>{(told) => <Desk planId={planId} desk={told} />}</Reading>;
}

function Desk({ planId, desk }: { readonly planId: string; readonly desk: DeskBody }) {
  const { unit, tasks, duties } = desk;
  const isIssued = useMarkedPlan()?.phase === 'issued';
  const districts = tasks.districts === 0 ? '' : `，板块任务${tasks.districts}项`;
  return (
    <>
      <p>
        {unit.name}
        {isIssued
          ? `：牵头${tasks.leads}项，配合${tasks.supports}项${districts}，负责具体事项${tasks.items}项。`
          : '：任务尚未交办。'}
      </p>
      <DataTable
        caption="要办的事"
        columns={columns(planId)}
        rows={duties}
        rowKey={({ kind, title, due }) => `${kind} ${title} ${due}`}
        empty="目前没有要办的事。"
      />
    </>
  );
}

function columns(planId: string): readonly Column<DutyBody>[] {
  return [
    {
      key: 'title',
      title: '事项',
      text: ({ title }) => title,
      cell: (duty) => <Link to={addressOf(planId, duty)}>{duty.title}</Link>,
    },
    {
      key: 'due',
      title: '时限',
      text: ({ due }) => due,
      sorts: true,
      cell: ({ due, why, workingDaysLeft }) => (
        <>
          <DateWithReason date={due} why={why} />（{daysLeftText(workingDaysLeft)}）
        </>
      ),
    },
    {
      key: 'urgency',
      title: '紧急程度',
      text: ({ urgency }) => urgency,
      cell: ({ urgency }) => <UrgencyMark urgency={urgency} />,
    },
    {
      key: 'rows',
      title: '行数',
      text: ({ rows }) => (rows === 0 ? null : rows),
      numeric: true,
      cell: ({ rows, sentBackRows }) => rowsText(rows, sentBackRows),
    },
    { key: 'consequence', title: '逾期后果', text: ({ consequence }) => consequence },
  ];
}

function addressOf(planId: string, { kind, of, taskId }: DutyBody): string {
  const plan = `/plans/${planId}`;
  if (of !== null) return `${plan}/returns/${of.unitId}/${of.period}/${of.kind}`;
  if (kind === 'consultation' || kind === 'receipt') return `${plan}/${kind}`;
  return taskId === null ? plan : `${plan}/tasks/${taskId}`;
}

// Receipts and opinions have no rows.
function rowsText(rows: number, sentBack: number): string {
  if (rows === 0) return '—';
  return sentBack === 0 ? String(rows) : `${rows}（退回${sentBack}）`;
}
