import { Link } from '@tanstack/react-router';
import type { FindingLineBody, ObjectionLineBody } from '../../../api/schemas/matter.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import type { ActDefinition } from '../../blocks/act/act-definition.ts';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { usePlanId } from '../../start/address.ts';
import { findingLineActs } from './finding-page-acts.ts';
import { openObjectionActs } from './objection-acts.ts';

/** Findings from claim to conclusion, and objections with their answers; new findings begin on a task's page. */
export function FindingsPage() {
  const planId = usePlanId() ?? '';
  const findings = useWholeList<'findings'>(`/api/plans/${planId}/findings`);
  const objections = useWholeList<'objections'>(`/api/plans/${planId}/objections`);
  return (
    <>
      <h2>核查记录</h2>
      <Reading of={findings}>
        {({ rows }) => (
          <DataTable
            name="findings"
            caption="核查记录"
            columns={findingColumns(planId)}
            rows={rows}
            rowKey={({ findingId }) => findingId}
            empty="没有核查记录。督查在任务页面发起核查。"
          />
        )}
      </Reading>
      <h2>异议</h2>
      <Reading of={objections}>
        {({ rows }) => (
          <DataTable
            name="objections"
            caption="异议"
            columns={objectionColumns(planId)}
            rows={rows}
            rowKey={({ objectionId }) => objectionId}
            empty="没有异议。"
          />
        )}
      </Reading>
    </>
  );
}

const phaseNames: Readonly<Record<FindingLineBody['phase'], string>> = {
  open: '核查中',
  concluded: '已作结论',
  withdrawn: '结论已撤销',
};

function findingColumns(planId: string): readonly Column<FindingLineBody>[] {
  return [
    {
      key: 'task',
      title: '事项',
      text: ({ taskNumber, subjectTitle }) => `${taskNumber} ${subjectTitle}`,
      cell: ({ taskNumber, subjectTitle, taskId }) => (
        <Link to={`/plans/${planId}/tasks/${taskId}`}>
          {taskNumber}　{subjectTitle}
        </Link>
      ),
    },
    { key: 'unit', title: '单位', text: ({ unit }) => unit.name, filters: true },
    { key: 'claim', title: '核查内容', text: ({ claim }) => claim, cell: (line) => <Claim line={line} /> },
    {
      key: 'statement',
      title: '单位意见',
      text: ({ statement }) => statement,
      cell: ({ statement, statedAt, statementDue, statementWhy }) =>
        statedAt === null ? (
          <>
            请于
            <DateWithReason date={statementDue} why={statementWhy} />
            前提出
          </>
        ) : (
          <span className="said">
            {statement ?? '内容已清除'}（{momentText(statedAt)}）
          </span>
        ),
    },
    {
      key: 'outcome',
      title: '结论',
      text: ({ outcomeName, phase }) => outcomeName ?? phaseNames[phase],
      cell: ({ outcomeName, phase, conclusion, concludedAt, objectionUntil, objectionWhy, underReview }) => (
        <>
          <p>
            {outcomeName ?? phaseNames[phase]}
            {phase === 'withdrawn' ? '（结论已撤销）' : ''}
            {underReview ? '（复核中）' : ''}
          </p>
          {concludedAt === null ? null : <p className="said">{conclusion ?? '内容已清除'}</p>}
          {objectionUntil === null ? null : (
            <p className="hint">
              异议期至
              <DateWithReason date={objectionUntil} why={objectionWhy} />
            </p>
          )}
        </>
      ),
    },
    {
      key: 'acts',
      title: '办理',
      text: () => null,
      cell: (line) => <LineActs planId={planId} acts={findingLineActs(line)} draft={line.findingId} />,
    },
  ];
}

function Claim({ line }: { readonly line: FindingLineBody }) {
  const { claim, evidence, methodName, checkers, openedAt, reportedValue, foundValue } = line;
  return (
    <>
      <p className="said">{claim ?? '内容已清除'}</p>
      <p className="said">证据：{evidence ?? '内容已清除'}</p>
      {reportedValue === null && foundValue === null ? null : (
        <p>
          所报数据{reportedValue ?? '无'}，核查数据{foundValue ?? '无'}
        </p>
      )}
      <p className="hint">
        {methodName}，{checkers.map(({ name }) => name).join('、')}，{momentText(openedAt)}
      </p>
    </>
  );
}

interface LineActsProps {
  readonly planId: string;
  readonly acts: readonly ActDefinition[];
  readonly draft: string;
}

function LineActs({ planId, acts, draft }: LineActsProps) {
  return (
    <div className="actions">
      {acts.map((definition) => (
        <ActButton
          key={definition.label}
          planId={planId}
          definition={definition}
          draft={`${definition.label}/${draft}`}
        />
      ))}
    </div>
  );
}

function objectionColumns(planId: string): readonly Column<ObjectionLineBody>[] {
  return [
    {
      key: 'title',
      title: '所涉决定',
      text: ({ kindName, title }) => `${kindName}：${title}`,
      cell: ({ kindName, title, taskId, orderId }) => (
        <Link to={taskId === null ? `/plans/${planId}/orders/${orderId ?? ''}` : `/plans/${planId}/tasks/${taskId}`}>
          {kindName}：{title}
        </Link>
      ),
    },
    { key: 'unit', title: '单位', text: ({ unit }) => unit.name, filters: true },
    {
      key: 'grounds',
      title: '异议理由',
      text: ({ grounds }) => grounds,
      cell: ({ grounds, filedAt }) => (
        <span className="said">
          {grounds ?? '内容已清除'}（{momentText(filedAt)}）
        </span>
      ),
    },
    {
      key: 'due',
      title: '答复时限',
      text: ({ answerDue }) => answerDue,
      sorts: true,
      cell: ({ answerDue, answerWhy, overdue, phase }) => (
        <>
          <DateWithReason date={answerDue} why={answerWhy} />
          {overdue && phase === 'open' ? '（已逾期）' : ''}
        </>
      ),
    },
    {
      key: 'answer',
      title: '答复',
      text: ({ outcomeName, phase }) => outcomeName ?? (phase === 'withdrawn' ? '已撤回' : '复核中'),
      cell: ({ outcomeName, phase, reason, endedAt }) => (
        <span className="said">
          {outcomeName ?? (phase === 'withdrawn' ? '已撤回' : '复核中')}
          {endedAt === null ? '' : `：${reason ?? '内容已清除'}（${momentText(endedAt)}）`}
        </span>
      ),
    },
    {
      key: 'acts',
      title: '办理',
      text: () => null,
      cell: (line) =>
        line.phase === 'open' ? (
          <LineActs planId={planId} acts={openObjectionActs(line)} draft={line.objectionId} />
        ) : null,
    },
  ];
}
