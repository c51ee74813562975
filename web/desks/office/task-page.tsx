import type { TaskPageBody } from '../../../api/schemas/task.ts';
import { AsOfChoice, useAsOf } from '../../blocks/date/as-of.tsx';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { LightMark } from '../../blocks/light/light-mark.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { useReading } from '../../http/readings.ts';
import { withQuery } from '../../http/request.ts';
import { mayAtAll } from '../../session/may-at-all.ts';
import { useSession } from '../../session/use-session.ts';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { usePart, usePlanId } from '../../start/address.ts';
import { roleNames } from '../../words/names.ts';
import { TaskActs } from '../task-acts/task-acts.tsx';
import { TaskItems } from './task-items.tsx';
import { TaskLineage } from './task-lineage.tsx';
import { TaskObligations } from './task-obligations.tsx';
import { TaskTimeline } from '../supervisor/task-timeline.tsx';

/** One task: what the notice says, who answers for it, how it stands and all that happened to it. */
export function TaskPage() {
  const planId = usePlanId() ?? '';
  const taskId = usePart('taskId') ?? '';
  const plan = useMarkedPlan();
  const asOf = useAsOf();
  const task = useReading<'task'>(`/api/plans/${planId}/tasks/${taskId}`, asOf);
  return (
    <>
      {plan === null ? null : <AsOfChoice today={plan.today} />}
      <Reading of={task}>{(told) => <OneTask task={told} />}</Reading>
    </>
  );
}

function OneTask({ task }: { readonly task: TaskPageBody }) {
  return (
    <>
      <TaskFacts task={task} />
      <TaskActs task={task} />
      <h2>具体事项</h2>
      <TaskItems task={task} />
      <TaskLineage lineage={task.lineage} />
      <h2>报送任务</h2>
      <TaskObligations task={task} />
      <Notes task={task} />
      <CaseFileLink planId={task.planId} taskId={task.taskId} />
      <TaskTimeline planId={task.planId} taskId={task.taskId} />
    </>
  );
}

const phaseNames: Readonly<Record<TaskPageBody['phase'], string>> = {
  unissued: '未交办',
  open: '办理中',
  ended: '已办结',
};

function TaskFacts({ task }: { readonly task: TaskPageBody }) {
  const { number, title, group, phase, clause, parties, light, issuedAt, endedAt, parkedReason } = task;
  // What comes next is known of now alone.
  const isNow = Object.keys(useAsOf()).length === 0;
  return (
    <section className="sheet">
      <h2>
        {number}　{title}
      </h2>
      {parkedReason === null ? null : <p className="problem">此任务需人工处理：{parkedReason}</p>}
      <blockquote className="clause">{clause.text}</blockquote>
      <dl className="facts">
        <dt>任务组</dt>
        <dd>{group}</dd>
        {(['lead', 'support', 'district'] as const).map((role) => (
          <PartiesOf
            key={role}
            name={`${roleNames[role]}单位`}
            units={parties.filter((party) => party.role === role)}
          />
        ))}
        <dt>状态</dt>
        <dd>
          {phaseNames[phase]}
          {issuedAt === null ? '' : `，${momentText(issuedAt)}交办`}
          {endedAt === null ? '' : `，${momentText(endedAt)}办结`}
        </dd>
        <dt>亮灯</dt>
        <dd>
          <LightMark light={light?.light ?? null} reason={light?.sentence ?? null} />
        </dd>
        {isNow ? (
          <>
            <dt>系统下一步</dt>
            <dd>{task.nextWake === null ? '没有待办的时间节点' : momentText(task.nextWake)}</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

/** The case file, for whoever may read the ledger. */
function CaseFileLink({ planId, taskId }: { readonly planId: string; readonly taskId: string }) {
  const { data: session } = useSession();
  if (session === undefined || !mayAtAll(session, 'readLedger')) return null;
  return (
    <p>
      <a href={withQuery(`/api/plans/${planId}/papers/case-file`, { id: taskId })} download>
        下载案卷（PDF，含全部经过、佐证材料和核验方法，约需十余秒）
      </a>
    </p>
  );
}

function PartiesOf({ name, units }: { readonly name: string; readonly units: TaskPageBody['parties'] }) {
  if (units.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{units.map(({ unit, basis }) => `${unit.name}${basis === 'added' ? '（补充明确）' : ''}`).join('、')}</dd>
    </>
  );
}

function Notes({ task: { statements, summaries } }: { readonly task: TaskPageBody }) {
  return (
    <>
      {summaries.map(({ unit, period, writtenAt, text }) => (
        <section className="sheet" key={`${unit.unitId} ${period}`}>
          <h3>
            {period}　任务汇总（{unit.name}，{momentText(writtenAt)}）
          </h3>
          <p className="said">{text ?? '内容已清除'}</p>
        </section>
      ))}
      {statements.map(({ unit, aboutUnit, filedAt, text }) => (
        <section className="sheet" key={`${unit.unitId} ${filedAt}`}>
          <h3>
            不同意见：{unit.name}
            {aboutUnit === null ? '' : `（关于${aboutUnit.name}所报内容）`}，{dayText(filedAt.slice(0, 10))}
          </h3>
          <p className="said">{text ?? '内容已清除'}</p>
        </section>
      ))}
    </>
  );
}
