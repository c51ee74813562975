import type { ConsultationBoardBody, PlanUnitBody } from '../../../api/schemas/plan.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { textOf } from '../../blocks/act/act-definition.ts';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { mayAtAll } from '../../session/may-at-all.ts';
import { useSession } from '../../session/use-session.ts';
import { usePlanId } from '../../start/address.ts';
import { OwnAnswer } from '../unit/own-answer.tsx';

type Opinion = ConsultationBoardBody['rows'][number];

/** The consultation: units answer here, the office decides on each opinion, everybody else reads who answered what. */
export function ConsultationPage() {
  const planId = usePlanId() ?? '';
  const { data: session } = useSession();
  const board = useWholeList<'consultation'>(`/api/plans/${planId}/consultation`);
  const answers = session !== undefined && mayAtAll(session, 'answerWithoutOpinion');
  return (
    <Reading of={board}>
      {(told) => (
        <>
          <p>征求意见时限：{told.due === null ? '尚未发起' : <DateWithReason date={told.due} why={told.dueWhy} />}</p>
          {answers ? <OwnAnswer planId={planId} board={told} /> : null}
          <h2>意见采纳情况</h2>
          <DataTable
            caption="意见采纳情况表"
            name="opinions"
            columns={opinionColumns(planId)}
            rows={told.rows}
            rowKey={({ id }) => id}
            empty="没有单位提出意见。"
          />
          <h2>各单位反馈情况</h2>
          <DataTable
            caption="各单位反馈情况"
            name="units"
            columns={unitColumns}
            rows={told.units}
            rowKey={({ unit }) => unit.unitId}
          />
        </>
      )}
    </Reading>
  );
}

const answerNames: Readonly<Record<PlanUnitBody['answer'], string>> = {
  none: '未反馈',
  'no-opinion': '无意见',
  opinions: '有意见',
  lapsed: '逾期未反馈',
};

const unitColumns: readonly Column<PlanUnitBody>[] = [
  { key: 'unit', title: '单位', text: ({ unit }) => unit.name, sorts: true },
  { key: 'tasks', title: '任务', text: ({ tasks }) => tasks, numeric: true, sorts: true },
  {
    key: 'answer',
    title: '反馈',
    text: ({ answer, answerLate }) => `${answerNames[answer]}${answerLate ? '（逾期）' : ''}`,
    filters: true,
  },
  {
    key: 'due',
    title: '时限',
    text: ({ answerDue }) => answerDue,
    cell: ({ answerDue, answerWhy }) => <DateWithReason date={answerDue} why={answerWhy} />,
  },
  {
    key: 'at',
    title: '反馈时间',
    text: ({ answeredAt }) => answeredAt,
    sorts: true,
    cell: ({ answeredAt }) => momentText(answeredAt),
  },
];

const decisionNames: Readonly<Record<Opinion['decision'], string>> = {
  none: '待办理',
  adopted: '采纳',
  'partly-adopted': '部分采纳',
  refused: '未采纳',
};

function opinionColumns(planId: string): readonly Column<Opinion>[] {
  return [
    { key: 'unit', title: '单位', text: ({ unit }) => unit.name, sorts: true, filters: true },
    {
      key: 'task',
      title: '任务',
      text: ({ taskNumber, taskTitle }) => `${taskNumber} ${taskTitle ?? ''}`,
      sorts: true,
    },
    { key: 'text', title: '意见', text: ({ text }) => text ?? '内容已清除' },
    { key: 'decision', title: '采纳情况', text: ({ decision }) => decisionNames[decision], filters: true },
    { key: 'reason', title: '理由', text: ({ reason }) => reason },
    {
      key: 'acts',
      title: '办理',
      text: () => null,
      cell: ({ id, decision, unit, taskNumber }) =>
        decision === 'none' ? (
          <ActButton
            planId={planId}
            draft={`opinion/${id}`}
            definition={{
              label: '提出采纳情况',
              title: `${unit.name}对第${taskNumber}项任务的意见`,
              needs: 'decideOpinion',
              fields: [
                {
                  kind: 'choice',
                  name: 'decision',
                  label: '采纳情况',
                  required: true,
                  choices: [
                    { value: 'adopted', label: '采纳' },
                    { value: 'partly-adopted', label: '部分采纳' },
                    { value: 'refused', label: '未采纳' },
                  ],
                },
                { kind: 'text', name: 'reason', label: '理由', required: true },
              ],
              toAct: (values) => ({
                type: 'decideOpinion',
                opinionId: id,
                decision: decisionOf(textOf(values, 'decision')),
                reason: textOf(values, 'reason'),
              }),
            }}
          />
        ) : null,
    },
  ];
}

function decisionOf(text: string): Exclude<Opinion['decision'], 'none'> {
  return text === 'adopted' || text === 'partly-adopted' ? text : 'refused';
}
