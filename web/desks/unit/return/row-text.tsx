import type { ReturnRowBody, RowEntryBody } from '../../../../api/schemas/return.ts';
import type { ObligationKind } from '../../../../domain/task/task-state.ts';
import { dayText } from '../../../blocks/date/date-with-reason.tsx';
import { endingText } from '../../../words/names.ts';

interface RowTextProps {
  readonly row: Pick<ReturnRowBody, 'target' | 'plan'>;
  readonly entry: RowEntryBody | null;
  readonly kind: ObligationKind;
}

/** What was said in a row, for reading. */
export function RowText({ row, entry, kind }: RowTextProps) {
  if (entry === null) return <span className="hint">未填</span>;
  const { texts, value, milestonesDone, complete, plan, ending } = entry;
  const reached = (row.plan?.milestones ?? []).filter(({ id }) => milestonesDone.includes(id));
  const isEmpty = value === null && Object.keys(texts).length === 0 && plan === null;
  if (isEmpty && kind === 'contribution') return <span>本季无</span>;
  return (
    <dl className="facts">
      <Fact name="累计完成" text={value === null ? null : `${value}${row.target?.unit ?? ''}`} />
      <Fact name="已完成的里程碑" text={reached.length === 0 ? null : reached.map(({ title }) => title).join('、')} />
      <Fact name={kind === 'contribution' ? '配合情况' : '进展情况'} text={texts.done} />
      <Fact name="存在问题" text={texts.problem} />
      <Fact name="下一步举措" text={texts.next} />
      <Fact name="数值下降的理由" text={texts.reason} />
      {ending === undefined ? (
        <Fact name="办结" text={complete ? '已完成，申请办结' : null} />
      ) : (
        <Fact name="年终自评" text={endingText(ending.ending, ending.until)} />
      )}
      {kind === 'stage-plan' && plan !== null ? <PlanText plan={plan} /> : null}
    </dl>
  );
}

function PlanText({ plan }: { readonly plan: NonNullable<RowEntryBody['plan']> }) {
  const { baseline, curve, milestones, statisticsOn } = plan;
  return (
    <>
      <Fact name="交办时累计值" text={baseline === null ? null : String(baseline)} />
      <Fact
        name="进度曲线"
        text={curve.length === 0 ? null : curve.map(({ day, value }) => `${dayText(day)}达${value}`).join('；')}
      />
      <Fact
        name="里程碑"
        text={
          milestones.length === 0 ? null : milestones.map(({ title, due }) => `${title}（${dayText(due)}）`).join('；')
        }
      />
      <Fact name="统计数据公布" text={statisticsOn === null ? null : dayText(statisticsOn)} />
    </>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string | null | undefined }) {
  if (text === null || text === undefined || text === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd className="said">{text}</dd>
    </>
  );
}
