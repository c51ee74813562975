import { Button, Input } from 'antd';
import { useState } from 'react';
import type { RehearsalStateBody } from '../../../api/schemas/rehearsal.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { ProblemNotice } from '../../blocks/state/problem-notice.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { type Problem, problemOf } from '../../http/problem.ts';
import { readAnew, useReading } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { usePlanId } from '../../start/address.ts';

/** Plays a rehearsal: on to a day or to the end, with or without simulated people, stopped and let go on. */
export function RehearsalPage() {
  const planId = usePlanId() ?? '';
  const plan = useMarkedPlan();
  const isStepped = plan?.clock === 'stepped';
  const rehearsal = useReading<'rehearsal'>(isStepped ? `/api/plans/${planId}/rehearsal` : null);
  if (plan === null) return null;
  if (!isStepped) return <p>此工作要点按真实时间运行，不是演练。要先演练，请在“导入文件”时选择演练。</p>;
  return <Reading of={rehearsal}>{(state) => <Controls planId={planId} state={state} />}</Reading>;
}

type Command = 'play' | 'pass-time' | 'pause' | 'resume';

function Controls({ planId, state }: { readonly planId: string; readonly state: RehearsalStateBody }) {
  const [until, setUntil] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (command: Command): Promise<void> => {
    setProblem(null);
    try {
      const body = { command, until: until === '' ? null : until };
      await ask<'rehearse'>('post', `/api/plans/${planId}/rehearsal`, { body });
      await readAnew('/api/plans');
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const isRunning = state.state === 'running' && !state.isPaused;
  return (
    <section className="sheet">
      <dl className="facts">
        <dt>方案</dt>
        <dd>{state.scenario ?? '无'}</dd>
        <dt>演练时间</dt>
        <dd>{momentText(state.instant)}</dd>
        <dt>状态</dt>
        <dd>
          <span role="status">{stateText(state)}</span>
        </dd>
        <dt>已产生</dt>
        <dd>
          留痕{state.events}条，消息{state.letters}条
        </dd>
      </dl>
      <label className="row-field" htmlFor="until">
        <span>推进到（留空即到方案结束）</span>
        <Input
          id="until"
          type="date"
          className="as-of-day"
          min={state.today}
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
      </label>
      <div className="actions">
        <Button type="primary" disabled={isRunning} onClick={() => void send('play')}>
          播放{until === '' ? '到结束' : `到${dayText(until)}`}
        </Button>
        <Button disabled={isRunning} onClick={() => void send('pass-time')}>
          只推进时间（各方由真人办理）
        </Button>
        {state.isPaused ? (
          <Button onClick={() => void send('resume')}>继续</Button>
        ) : (
          <Button disabled={!isRunning} onClick={() => void send('pause')}>
            暂停
          </Button>
        )}
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </section>
  );
}

function stateText({ state, isPaused, stoppedBy }: RehearsalStateBody): string {
  if (stoppedBy !== null) return `因故停止：${stoppedBy}`;
  if (isPaused) return '已暂停';
  if (state === 'running') return '正在进行';
  return state === 'over' ? '已到所定日期' : '尚未开始';
}
