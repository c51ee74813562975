import { Link } from '@tanstack/react-router';
import type { PlanPageBody } from '../../../api/schemas/plan.ts';
import { lightNames } from '../../../domain/task/light-sentence.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import type { ActDefinition } from '../../blocks/act/act-definition.ts';
import { DateWithReason, dayText } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { useReading } from '../../http/readings.ts';
import { mayAtAll } from '../../session/may-at-all.ts';
import { useSession } from '../../session/use-session.ts';
import { usePlanId } from '../../start/address.ts';

/** A plan in figures, where it stands on its way, and the office's next step. */
export function OverviewPage() {
  const planId = usePlanId() ?? '';
  const plan = useReading<'plan'>(`/api/plans/${planId}`);
  return <Reading of={plan}>{(told) => <Overview plan={told} />}</Reading>;
}

const steps: readonly { readonly phase: PlanPageBody['phase']; readonly name: string }[] = [
  { phase: 'draft', name: '分解稿' },
  { phase: 'consultation', name: '征求意见' },
  { phase: 'approval', name: '报审' },
  { phase: 'approved', name: '审定' },
  { phase: 'issued', name: '印发交办' },
];

function Overview({ plan }: { readonly plan: PlanPageBody }) {
  const present = steps.findIndex(({ phase }) => phase === plan.phase);
  return (
    <>
      <section className="sheet">
        <h2>{plan.title}</h2>
        <dl className="facts">
          <dt>文号</dt>
          <dd>{plan.documentNumber ?? '—'}</dd>
          <dt>发文机关</dt>
          <dd>{plan.issuer ?? '—'}</dd>
          <dt>年度</dt>
          <dd>{plan.planYear}年</dd>
          <dt>交办</dt>
          <dd>{momentText(plan.issuedAt)}</dd>
        </dl>
        <ol className="steps">
          {steps.map(({ phase, name }, place) => (
            <li key={phase} aria-current={place === present ? 'step' : undefined}>
              {name}
              {place < present ? '（已过）' : ''}
            </li>
          ))}
        </ol>
        <NextStep plan={plan} />
      </section>
      <Figures plan={plan} />
    </>
  );
}

const plain = (definition: Omit<ActDefinition, 'fields'>): ActDefinition => ({ ...definition, fields: [] });

function nextActs({ phase, counts, consultationDue, title }: PlanPageBody): readonly ActDefinition[] {
  switch (phase) {
    case 'draft':
      return counts.openPoints > 0
        ? []
        : [
            plain({
              label: '发起征求意见',
              title: '发起征求意见',
              needs: 'beginConsultation',
              note: <p>将向{counts.units}个单位征求意见，逾期未反馈的记为“逾期未反馈”，不视为同意。</p>,
              toAct: () => ({ type: 'beginConsultation' }),
              undo: `发起征求意见：${title}`,
            }),
          ];
    case 'consultation':
      if (counts.openPoints > 0) return [];
      return [
        plain({
          label: '报请审定',
          title: '报请市领导审定任务分解',
          needs: 'askApproval',
          note: (
            <p>
              征求意见{consultationDue === null ? '' : `至${dayText(consultationDue)}`}；待提出采纳情况的意见
              {counts.undecidedOpinions}
              条。
            </p>
          ),
          toAct: () => ({ type: 'askApproval' }),
          undo: `报请审定：${title}`,
        }),
      ];
    case 'approved':
      return [
        plain({
          label: '印发交办',
          title: '印发交办',
          needs: 'issuePlan',
          note: (
            <p>
              将{counts.tasks}项任务交办{counts.units}个单位，并按规则设定签收、阶段计划和季度报送的时限。
            </p>
          ),
          toAct: () => ({ type: 'issuePlan' }),
          undo: `印发交办：${title}`,
        }),
      ];
    case 'approval':
    case 'issued':
    case 'none':
      return [];
  }
}

function NextStep({ plan }: { readonly plan: PlanPageBody }) {
  const { planId, phase, counts } = plan;
  return (
    <div className="actions">
      {(phase === 'draft' || phase === 'consultation') && counts.openPoints > 0 ? (
        <p>
          还有{counts.openPoints}处待定事项，全部确认后才能{phase === 'draft' ? '征求意见' : '报请审定'}。
          <Link to={`/plans/${planId}/breakdown`}>去确认</Link>
        </p>
      ) : null}
      {phase === 'approval' ? <Link to={`/plans/${planId}/approval`}>等待市领导审定</Link> : null}
      {plan.clock === 'real' && phase !== 'issued' ? <RehearseFirst planId={planId} /> : null}
      {nextActs(plan).map((definition) => (
        <ActButton key={definition.label} planId={planId} definition={definition} draft={definition.needs} isMain />
      ))}
    </div>
  );
}

// Only the office may take a copy of the notice through a rehearsed year.
function RehearseFirst({ planId }: { readonly planId: string }) {
  const { data: session } = useSession();
  if (session === undefined || !mayAtAll(session, 'importNotice')) return null;
  return (
    <Link to="/import" search={{ of: planId }}>
      印发前先以副本演练全年
    </Link>
  );
}

function Figures({
  plan: { counts, consultationDue, consultationWhy, receiptDue, receiptWhy },
}: {
  readonly plan: PlanPageBody;
}) {
  const lights = Object.entries(lightNames).flatMap(([light, name]) =>
    (counts.lights[light] ?? 0) === 0 ? [] : [`${name}${counts.lights[light]}`],
  );
  return (
    <section className="sheet">
      <h2>数字</h2>
      <dl className="facts">
        <dt>任务</dt>
        <dd>
          {counts.tasks}项（已办结{counts.endedTasks}项），具体事项{counts.items}项，责任单位{counts.units}个
        </dd>
        <dt>征求意见</dt>
        <dd>
          {consultationDue === null ? (
            '未发起'
          ) : (
            <>
              时限
              <DateWithReason date={consultationDue} why={consultationWhy} />
            </>
          )}
          ，无意见
          {counts.answers['no-opinion'] ?? 0}
          ，有意见{counts.answers['opinions'] ?? 0}，逾期未反馈{counts.answers['lapsed'] ?? 0}
        </dd>
        <dt>签收</dt>
        <dd>
          {counts.receipts} / {counts.units}个单位
          {receiptDue === null ? null : (
            <>
              ，时限
              <DateWithReason date={receiptDue} why={receiptWhy} />
            </>
          )}
        </dd>
        <dt>报送任务</dt>
        <dd>
          逾期未报{counts.overdueObligations}项，逾期报送{counts.lateObligations}项
        </dd>
        <dt>亮灯</dt>
        <dd>{lights.length === 0 ? '尚未亮灯' : lights.join('，')}</dd>
        <dt>消息和留痕</dt>
        <dd>
          消息{counts.letters}条，留痕{counts.events}条
          {counts.parkedChains === 0 ? '' : `，需人工处理${counts.parkedChains}项`}
        </dd>
      </dl>
    </section>
  );
}
