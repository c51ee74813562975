import { Button } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import { Reading } from '../../../blocks/state/reading-state.tsx';
import { useReading } from '../../../http/readings.ts';
import { useMarkedPlan } from '../../../session/use-plans.ts';
import { usePlanId, useView } from '../../../start/address.ts';
import type { BreakdownView } from './item-draft.tsx';
import { NextStep } from './next-step.tsx';
import { NoticeText } from './notice-text.tsx';
import { OpenPoints } from './open-points.tsx';
import { marksOf } from './spans.ts';
import { TaskDrafts } from './task-drafts.tsx';
import { UnreadPassages } from './unread-passages.tsx';

/** The notice on the left, what was read from it on the right; pressing either shows the other. */
export function BreakdownPage() {
  const planId = usePlanId() ?? '';
  const breakdown = useReading<'breakdown'>(`/api/plans/${planId}/breakdown`);
  return <Reading of={breakdown}>{(told) => <Breakdown planId={planId} breakdown={told} />}</Reading>;
}

function Breakdown({ planId, breakdown }: { readonly planId: string; readonly breakdown: BreakdownBody }) {
  const { view, setView } = useView();
  const plan = useMarkedPlan();
  const chosen = view['at'] ?? null;
  const choose = (key: string): void => setView({ at: key });
  const isRevisable = plan?.phase === 'draft' || plan?.phase === 'consultation';
  const shown: BreakdownView = { planId, breakdown, isRevisable, chosen, choose };
  const open = breakdown.points.filter(({ how }) => how === null).length;
  const marks = useMemo(() => marksOf(breakdown), [breakdown]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen !== null) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <>
      <p>
        原件：<a href={`/api/plans/${planId}/notice`}>{breakdown.fileName}</a>　共{breakdown.tasks.length}项任务，待定
        {open}处{'　'}
        {open === 0 && plan !== null ? <NextStep planId={planId} phase={plan.phase} /> : null}
      </p>
      <div className="two-columns">
        <NoticeText text={breakdown.text} marks={marks} chosen={chosen} choose={choose} />
        <div ref={list} className="read-tasks" role="region" aria-label="读出的任务" tabIndex={0}>
          {plan === null ? null : (
            <OpenPoints planId={planId} breakdown={breakdown} phase={plan.phase} chosen={chosen} choose={choose} />
          )}
          <UnreadPassages {...shown} />
          <h2>任务和具体事项</h2>
          <TaskDrafts {...shown} />
        </div>
      </div>
      {chosen === null ? null : (
        <Button className="not-on-paper" onClick={() => setView({ at: null })}>
          取消高亮
        </Button>
      )}
    </>
  );
}
