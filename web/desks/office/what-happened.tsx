import { Link } from '@tanstack/react-router';
import type { PlanPageBody } from '../../../api/schemas/plan.ts';
import { lightNames } from '../../../domain/task/light-sentence.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { useReading } from '../../http/readings.ts';
import { ComingDays } from '../everyone/coming-page.tsx';
import { TimelineList } from '../supervisor/task-timeline.tsx';

const shownEvents = 20;
const daysAhead = 14;

const pages = [
  { to: 'register', name: '台账' },
  { to: 'today', name: '今日清单' },
  { to: 'receipts', name: '签收情况' },
  { to: 'orders', name: '催办单和督办单' },
  { to: 'changes', name: '延期和变更' },
  { to: 'papers', name: '文件打印' },
] as const;

/** What a rehearsal has come to so far, what comes next in it, and where to read on: what would happen if the notice were issued. */
export function WhatHappened({ planId }: { readonly planId: string }) {
  const plan = useReading<'plan'>(`/api/plans/${planId}`);
  const timeline = useReading<'planTimeline'>(`/api/plans/${planId}/timeline`, { order: 'desc', size: shownEvents });
  const coming = useReading<'coming'>(`/api/plans/${planId}/coming`, { days: daysAhead });
  return (
    <>
      <section className="sheet">
        <h2>到此时为止的结果</h2>
        <Reading of={plan}>{(told) => <Outcome plan={told} />}</Reading>
        <p className="actions">
          {pages.map(({ to, name }) => (
            <Link key={to} to={`/plans/${planId}/${to}`}>
              {name}
            </Link>
          ))}
        </p>
      </section>
      <section>
        <h2>此后{daysAhead}天将要发生的事</h2>
        <Reading of={coming}>{({ days }) => <ComingDays planId={planId} days={days} />}</Reading>
      </section>
      <section>
        <h2>工作要点最近的经过</h2>
        <Reading of={timeline}>{({ rows }) => <TimelineList entries={rows} />}</Reading>
      </section>
    </>
  );
}

function Outcome({ plan: { counts } }: { readonly plan: PlanPageBody }) {
  const lights = Object.entries(lightNames).flatMap(([light, name]) =>
    (counts.lights[light] ?? 0) === 0 ? [] : [`${name}${counts.lights[light]}`],
  );
  return (
    <dl className="facts">
      <dt>征求意见</dt>
      <dd>
        无意见{counts.answers['no-opinion'] ?? 0}个单位，有意见{counts.answers['opinions'] ?? 0}个，逾期未反馈
        {counts.answers['lapsed'] ?? 0}个
      </dd>
      <dt>签收</dt>
      <dd>
        {counts.receipts} / {counts.units}个单位
      </dd>
      <dt>报送</dt>
      <dd>
        逾期未报{counts.overdueObligations}项，逾期报送{counts.lateObligations}项
      </dd>
      <dt>办结</dt>
      <dd>
        {counts.endedTasks} / {counts.tasks}项任务
      </dd>
      <dt>亮灯</dt>
      <dd>{lights.length === 0 ? '尚未亮灯' : lights.join('，')}</dd>
    </dl>
  );
}
