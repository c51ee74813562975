import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { EndingLineBody, YearEndBody } from '../../../api/schemas/ending.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { useBatch } from '../../blocks/act/use-batch.ts';
import { useIsAsked } from '../../blocks/undo/undo-context.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { mayAtAll } from '../../session/may-at-all.ts';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { useSession } from '../../session/use-session.ts';
import { usePlanId } from '../../start/address.ts';
import { endingText, targetText } from '../../words/names.ts';
import { acceptedClaims, endingAct } from './ending-acts.ts';
import { YearSummary } from './year-summary.tsx';

/** The year's end: what units claimed, what the office decided row by row or in one act, and the leader's approval. */
export function YearEndPage() {
  const planId = usePlanId() ?? '';
  const plan = useMarkedPlan();
  const yearEnd = useWholeList<'yearEnd'>(`/api/plans/${planId}/year-end`);
  return (
    <Reading of={yearEnd}>
      {(told) => (
        <>
          <YearSummary planId={planId} yearEnd={told} />
          <DataTable
            caption="年终对账"
            columns={columns(planId, told)}
            rows={told.rows}
            rowKey={({ taskId, subjectId }) => `${taskId} ${subjectId}`}
            empty={plan?.phase === 'issued' ? '没有需要对账的事项。' : '文件尚未印发交办，还没有需要对账的事项。'}
            tools={<AcceptClaims planId={planId} yearEnd={told} />}
          />
        </>
      )}
    </Reading>
  );
}

function AcceptClaims({ planId, yearEnd }: { readonly planId: string; readonly yearEnd: YearEndBody }) {
  const { data: session } = useSession();
  const batch = useBatch(planId);
  const isAsked = useIsAsked(`${planId}/accept-claims`);
  const claims = yearEnd.rows.filter(({ claimed, ending, isOpen }) => isOpen && claimed !== null && ending === null);
  if (session === undefined || !mayAtAll(session, 'decideEndings') || claims.length === 0) return null;
  const accept = (): void => {
    batch({
      about: 'accept-claims',
      label: `按单位自评确定${claims.length}行的办理结果`,
      acts: acceptedClaims(claims),
    });
  };
  return (
    <Button type="primary" onClick={accept} disabled={isAsked}>
      全部按自评确定（{claims.length}行）
    </Button>
  );
}

function columns(planId: string, { askedAt }: YearEndBody): readonly Column<EndingLineBody>[] {
  return [
    { key: 'number', title: '任务', text: ({ taskNumber }) => taskNumber, short: true },
    {
      key: 'title',
      title: '事项',
      text: ({ title }) => title,
      cell: ({ title, taskId }) => <Link to={`/plans/${planId}/tasks/${taskId}`}>{title}</Link>,
    },
    { key: 'unit', title: '责任单位', text: ({ unit }) => unit.name, filters: true },
    { key: 'target', title: '目标', text: ({ target }) => targetText(target) },
    { key: 'value', title: '累计完成', text: ({ value }) => value, numeric: true },
    {
      key: 'claimed',
      title: '单位自评',
      text: ({ claimed, claimedUntil }) => endingText(claimed, claimedUntil),
      filters: true,
    },
    { key: 'ending', title: '办理结果', text: ({ ending, until }) => endingText(ending, until), filters: true },
    {
      key: 'acts',
      title: '办理',
      text: () => null,
      cell: (line) =>
        line.isOpen && askedAt === null && (line.ending === null || line.ending === 'awaiting-statistics') ? (
          <ActButton planId={planId} definition={endingAct(line)} draft={`ending/${line.taskId}/${line.subjectId}`} />
        ) : null,
    },
  ];
}
