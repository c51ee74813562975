import { Link } from '@tanstack/react-router';
import type { UrgingBoardBody } from '../../../api/schemas/order.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { DateWithReason, dayText } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { usePlanId } from '../../start/address.ts';
import { kindNames, returnTitle } from '../../words/names.ts';
import { UrgeAll } from './urge-all.tsx';
import { urgeAct } from './urging-acts.tsx';

type Overdue = UrgingBoardBody['overdue'][number];
type Urging = UrgingBoardBody['rows'][number];

/** Units that let a report pass, urging them by hand one by one or all in one act, and what was promised. */
export function UrgingPage() {
  const planId = usePlanId() ?? '';
  const board = useWholeList<'urgings'>(`/api/plans/${planId}/urgings`);
  return (
    <Reading of={board}>
      {(told) => (
        <>
          <h2>逾期未报的单位</h2>
          <UrgeAll planId={planId} board={told} />
          <DataTable
            name="overdue"
            caption="逾期未报的单位"
            columns={overdueColumns(planId)}
            rows={told.overdue}
            rowKey={({ unit }) => unit.unitId}
            empty="没有逾期未报的单位。"
          />
          <h2>催办记录</h2>
          <DataTable
            name="urgings"
            caption="催办记录"
            columns={urgingColumns(planId)}
            rows={told.rows}
            rowKey={({ urgingId, taskId }) => `${urgingId} ${taskId}`}
            empty="还没有人工催办的记录。"
          />
        </>
      )}
    </Reading>
  );
}

function overdueColumns(planId: string): readonly Column<Overdue>[] {
  return [
    { key: 'unit', title: '单位', text: ({ unit }) => unit.name, sorts: true },
    {
      key: 'rows',
      title: '逾期事项',
      text: ({ rows }) => rows.map((row) => `${rowName(row)}（${dayText(row.due)}）`).join('；'),
      cell: ({ rows }) => (
        <ul className="plain-list">
          {rows.map((row) => (
            <li key={`${row.taskId} ${row.obligationId}`}>
              <Link to={`/plans/${planId}/tasks/${row.taskId}`}>{rowName(row)}</Link>（
              <DateWithReason date={row.due} why={row.dueWhy} />）
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'acts',
      title: '办理',
      text: () => null,
      cell: (line) => <ActButton planId={planId} definition={urgeAct(line)} draft={`urge/${line.unit.unitId}`} />,
    },
  ];
}

function rowName({ taskNumber, kind, period }: Overdue['rows'][number]): string {
  return `第${taskNumber}项${returnTitle(period, kindNames[kind])}`;
}

function urgingColumns(planId: string): readonly Column<Urging>[] {
  return [
    {
      key: 'at',
      title: '时间',
      text: ({ urgedAt }) => urgedAt,
      sorts: true,
      cell: ({ urgedAt }) => momentText(urgedAt),
    },
    { key: 'unit', title: '单位', text: ({ unit }) => unit.name, filters: true },
    {
      key: 'task',
      title: '任务',
      text: ({ taskNumber, title }) => `${taskNumber} ${title}`,
      cell: ({ taskNumber, title, taskId }) => (
        <Link to={`/plans/${planId}/tasks/${taskId}`}>
          {taskNumber}　{title}
        </Link>
      ),
    },
    { key: 'channel', title: '方式', text: ({ channelName }) => channelName, short: true },
    { key: 'reached', title: '催办何人', text: ({ reached }) => reached },
    { key: 'promise', title: '答复承诺', text: promiseText },
    { key: 'by', title: '催办人', text: ({ by }) => by.label, wideOnly: true },
  ];
}

/** 周五前报送（2022年10月14日前；已到期未办）. */
export function promiseText({ promise, promisedBy, promiseState }: Urging): string | null {
  if (promisedBy === null) return null;
  const state = promiseState === 'due' ? '；已到期，仍未报送' : promiseState === 'open' ? '' : '；已办理';
  return `${promise ?? '内容已清除'}（${dayText(promisedBy)}前${state}）`;
}
