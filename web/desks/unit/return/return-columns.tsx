import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReturnPageBody, ReturnRowBody } from '../../../../api/schemas/return.ts';
import { DateWithReason } from '../../../blocks/date/date-with-reason.tsx';
import { LightMark } from '../../../blocks/light/light-mark.tsx';
import { ProblemNotice } from '../../../blocks/state/problem-notice.tsx';
import type { Column } from '../../../blocks/table/column.ts';
import { targetText } from '../../../words/names.ts';
import { HandOver } from './hand-over.tsx';
import { RowEvidence } from './row-evidence.tsx';
import { RowFields } from './row-fields.tsx';
import { RowText } from './row-text.tsx';
import type { Filling, RowSaving } from './use-filling.ts';

/** The columns of a return: what is asked, what is said, and how it stands. */
export function returnColumns(
  planId: string,
  page: ReturnPageBody,
  filling: Filling,
): readonly Column<ReturnRowBody>[] {
  const { kind } = page.of;
  return [
    {
      key: 'task',
      title: '任务和事项',
      text: ({ taskNumber, title }) => `${taskNumber} ${title}`,
      cell: (row) => <Asked planId={planId} row={row} />,
      width: '28%',
    },
    {
      key: 'entry',
      title: '填报内容',
      text: (row) => filling.entryOf(row).texts.done ?? null,
      cell: (row) =>
        row.mayFill ? (
          <>
            <RowFields
              row={row}
              kind={kind}
              entry={filling.entryOf(row)}
              change={(changes) => filling.change(row, changes)}
            />
            <SavingOf row={row} filling={filling} />
          </>
        ) : (
          <RowText row={row} entry={row.entry} kind={kind} />
        ),
    },
    {
      key: 'state',
      title: '状态',
      text: ({ state }) => stateNames[state],
      filters: true,
      width: '20%',
      cell: (row) => <Standing planId={planId} page={page} row={row} filling={filling} />,
    },
  ];
}

function Asked({ planId, row }: { readonly planId: string; readonly row: ReturnRowBody }) {
  const goal = targetText(row.target);
  return (
    <>
      <div className="link-list">
        <Link to={`/plans/${planId}/tasks/${row.taskId}`}>
          {row.taskNumber}　{row.taskTitle}
        </Link>
      </div>
      {row.title === row.taskTitle ? null : <p>{row.title}</p>}
      <p className="hint">
        {goal === null ? '' : `目标${goal}，`}完成时限
        <DateWithReason date={row.itemDue} why={row.itemWhy} />
      </p>
      <LightMark light={row.light?.light ?? null} reason={row.light?.sentence ?? null} />
      {row.contributions.length === 0 ? null : (
        <details>
          <summary>配合单位所报（{row.contributions.length}）</summary>
          <ul className="plain-list">
            {row.contributions.map(({ unit, value, text }) => (
              <li key={unit.unitId}>
                {unit.name}：{value ?? ''}
                {text ?? '本季无'}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const stateNames: Readonly<Record<ReturnRowBody['state'], string>> = {
  open: '未填',
  draft: '已填，未报送',
  submitted: '已报送，待审核',
  accepted: '已通过',
  'sent-back': '已退回修改',
  refused: '任务未接收',
};

interface StandingProps {
  readonly planId: string;
  readonly page: ReturnPageBody;
  readonly row: ReturnRowBody;
  readonly filling: Filling;
}

function Standing({ planId, page, row, filling }: StandingProps) {
  return (
    <>
      <strong>{stateNames[row.state]}</strong>
      {row.reason === null ? null : <p>退回原因：{row.reason}</p>}
      {row.refusal === null ? null : <p>未接收原因：{row.refusal}</p>}
      <HandOver planId={planId} page={page} row={row} />
      <RowEvidence planId={planId} page={page} row={row} filling={filling} />
    </>
  );
}

const savingNames: Readonly<Record<RowSaving, string>> = {
  saved: '',
  typed: '正在填写，稍后自动保存',
  saving: '正在保存……',
  failed: '未保存',
};

function SavingOf({ row, filling }: { readonly row: ReturnRowBody; readonly filling: Filling }) {
  const problem = filling.problemOf(row);
  if (problem !== null) return <ProblemNotice problem={problem} again={() => void filling.saveAll()} />;
  const saving = filling.savingOf(row);
  if (saving === 'saved') return row.entry === null ? null : <span className="hint">已保存</span>;
  return saving === 'typed' ? (
    <Button onClick={() => void filling.saveAll()}>保存</Button>
  ) : (
    <span className="hint">{savingNames[saving]}</span>
  );
}
