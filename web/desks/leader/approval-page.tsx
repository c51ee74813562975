import { Link } from '@tanstack/react-router';
import type { PlanPageBody } from '../../../api/schemas/plan.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { textOf } from '../../blocks/act/act-definition.ts';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { useReading } from '../../http/readings.ts';
import { usePlanId } from '../../start/address.ts';

/** The leader's approval of the breakdown, with what was made of the units' opinions. */
export function ApprovalPage() {
  const planId = usePlanId() ?? '';
  const plan = useReading<'plan'>(`/api/plans/${planId}`);
  return (
    <Reading of={plan}>
      {(told) => (told.phase === 'approval' ? <Awaited plan={told} /> : <p>{stateText(told)}</p>)}
    </Reading>
  );
}

function stateText({ phaseName, approvedAt }: PlanPageBody): string {
  return approvedAt === null
    ? `目前没有待审定的任务分解（${phaseName}）。`
    : `任务分解已于${momentText(approvedAt)}审定。`;
}

function Awaited({ plan }: { readonly plan: PlanPageBody }) {
  const { planId, title, counts, approvalAskedAt, draftVersion } = plan;
  return (
    <section className="sheet">
      <h2>{title}</h2>
      <p>
        办公室于{momentText(approvalAskedAt)}报请审定：任务{counts.tasks}项，具体事项{counts.items}项，责任单位
        {counts.units}个；征求意见无意见
        {counts.answers['no-opinion'] ?? 0}个，有意见{counts.answers['opinions'] ?? 0}个，逾期未反馈
        {counts.answers['lapsed'] ?? 0}个。
      </p>
      <p>
        <Link to={`/plans/${planId}/breakdown`}>查看任务分解</Link>
        {'　'}
        <Link to={`/plans/${planId}/consultation`}>查看意见采纳情况</Link>
      </p>
      <div className="actions">
        <ActButton
          planId={planId}
          isMain
          draft={`approve/${draftVersion}`}
          definition={{
            label: '同意',
            title: '审定任务分解',
            needs: 'approveBreakdown',
            note: <p>同意后，由办公室印发交办。</p>,
            fields: [],
            toAct: () => ({ type: 'approveBreakdown' }),
          }}
        />
        <ActButton
          planId={planId}
          draft={`return/${draftVersion}`}
          definition={{
            label: '退回修改',
            title: '退回任务分解',
            needs: 'returnBreakdown',
            fields: [{ kind: 'text', name: 'reason', label: '意见', required: true }],
            toAct: (values) => ({ type: 'returnBreakdown', reason: textOf(values, 'reason') }),
          }}
        />
      </div>
    </section>
  );
}
