import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { RehearsalStateBody } from '../../../api/schemas/rehearsal.ts';
import { addDays } from '../../../domain/plain-date.ts';
import { DayField } from '../../blocks/date/day-field.tsx';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { ProblemNotice } from '../../blocks/state/problem-notice.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { type Problem, problemOf } from '../../http/problem.ts';
import { readAnew, useReading } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { usePlanId } from '../../start/address.ts';
import { type Speed, useSlowPlay } from './use-slow-play.ts';
import { WhatHappened } from './what-happened.tsx';

/** Plays a rehearsal: step by step, slowly or through, with or without simulated people; and tells what came of it. */
export function RehearsalPage() {
  const planId = usePlanId() ?? '';
  const plan = useMarkedPlan();
  const isStepped = plan?.clock === 'stepped';
  const rehearsal = useReading<'rehearsal'>(isStepped ? `/api/plans/${planId}/rehearsal` : null);
  useWhileRunning(planId, rehearsal.data?.state === 'running');
  if (plan === null) return null;
  if (!isStepped) {
    return (
      <p>
        此工作要点按真实时间运行，不是演练。<RehearsalOfNotice planId={planId}>用同一文件演练一次</RehearsalOfNotice>
      </p>
    );
  }
  return (
    <Reading of={rehearsal}>
      {(state) => (
        <>
          <Controls planId={planId} state={state} />
          <p>
            <RehearsalOfNotice planId={planId}>用同一文件另开一次演练</RehearsalOfNotice>
            ，可以换一个方案，也可以一步一步亲手办理。
          </p>
          <WhatHappened planId={planId} />
        </>
      )}
    </Reading>
  );
}

function RehearsalOfNotice({ planId, children }: { readonly planId: string; readonly children: string }) {
  return (
    <Link to="/import" search={{ of: planId }}>
      {children}
    </Link>
  );
}

const askAgainMs = 2000;

// The end of a play is no event of the plan: nothing tells the page of it.
function useWhileRunning(planId: string, isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = window.setInterval(() => void readAnew(`/api/plans/${planId}/rehearsal`), askAgainMs);
    return () => window.clearInterval(timer);
  }, [planId, isRunning]);
}

type Command = 'play' | 'pass-time' | 'pause' | 'resume';

const speeds: Readonly<Record<'day-slow' | 'day' | 'week', Speed>> = {
  'day-slow': { label: '慢（每天停5秒）', days: 1, restMs: 5000 },
  day: { label: '中（每天停1秒）', days: 1, restMs: 1000 },
  week: { label: '快（每周停1秒）', days: 7, restMs: 1000 },
};
type SpeedName = keyof typeof speeds | 'through';

const isSpeed = (text: string): text is keyof typeof speeds => Object.hasOwn(speeds, text);

function useCommands(planId: string) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = useCallback(
    async (command: Command, until: string | null): Promise<boolean> => {
      setProblem(null);
      try {
        await ask<'rehearse'>('post', `/api/plans/${planId}/rehearsal`, { body: { command, until } });
        await readAnew('/api/plans');
        return true;
      } catch (error) {
        setProblem(problemOf(error));
        return false;
      }
    },
    [planId],
  );
  return { problem, send };
}

interface ControlsProps {
  readonly planId: string;
  readonly state: RehearsalStateBody;
}

function Controls({ planId, state }: ControlsProps) {
  const { problem, send } = useCommands(planId);
  const [until, setUntil] = useState('');
  const [speed, setSpeed] = useState<SpeedName>('through');
  const playTo = useCallback((day: string | null) => send('play', day), [send]);
  const slow = useSlowPlay(state, playTo);
  const isBusy = (state.state === 'running' && !state.isPaused) || slow.isPlaying;
  const isHeld = isBusy || state.isPaused;
  const last = until === '' ? null : until;
  const play = (): void => (isSpeed(speed) ? slow.start(speeds[speed], until) : void playTo(last));
  const pause = (): void => (slow.isPlaying ? slow.stop() : void send('pause', null));
  return (
    <section className="sheet">
      <RehearsalFacts state={state} isSlow={slow.isPlaying} />
      <Choices from={state.today} until={until} setUntil={setUntil} speed={speed} setSpeed={setSpeed} isBusy={isBusy} />
      <div className="actions">
        <Button type="primary" disabled={isHeld} onClick={play}>
          播放{until === '' ? '到结束' : `到${dayText(until)}`}
        </Button>
        {state.isPaused ? (
          <Button onClick={() => void send('resume', null)}>继续</Button>
        ) : (
          <Button disabled={!isBusy} onClick={pause}>
            暂停
          </Button>
        )}
        {steps.map(({ days, label }) => (
          <Button key={days} disabled={isHeld} onClick={() => void playTo(addDays(state.today, days))}>
            {label}
          </Button>
        ))}
        <Button disabled={isHeld} onClick={() => void send('pass-time', last)}>
          只推进时间（各方由真人办理）
        </Button>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </section>
  );
}

const steps = [
  { days: 1, label: '前进一天' },
  { days: 7, label: '前进一周' },
] as const;

interface ChoicesProps {
  readonly from: string;
  readonly until: string;
  readonly setUntil: (day: string) => void;
  readonly speed: SpeedName;
  readonly setSpeed: (speed: SpeedName) => void;
  readonly isBusy: boolean;
}

function Choices({ from, until, setUntil, speed, setSpeed, isBusy }: ChoicesProps) {
  return (
    <>
      <label className="row-field" htmlFor="until">
        <span>推进到（留空即到方案结束）</span>
        <DayField id="until" near={from} value={until} onChange={setUntil} />
      </label>
      <div className="row-field">
        <span>播放速度</span>
        <Select
          aria-label="播放速度"
          className="wide-field"
          value={speed}
          disabled={isBusy}
          options={[
            { value: 'through', label: '不停顿' },
            ...Object.entries(speeds).map(([value, { label }]) => ({ value, label })),
          ]}
          onChange={(chosen: SpeedName) => setSpeed(chosen)}
        />
      </div>
    </>
  );
}

function RehearsalFacts({ state, isSlow }: { readonly state: RehearsalStateBody; readonly isSlow: boolean }) {
  return (
    <dl className="facts">
      <dt>方案</dt>
      <dd>{state.scenarioTitle ?? '无'}</dd>
      <dt>演练时间</dt>
      <dd>{momentText(state.instant)}</dd>
      <dt>状态</dt>
      <dd>
        <span role="status">{isSlow ? '正在播放' : stateText(state)}</span>
      </dd>
      <dt>已产生</dt>
      <dd>
        留痕{state.events}条，消息{state.letters}条
      </dd>
    </dl>
  );
}

function stateText({ state, isPaused, stoppedBy }: RehearsalStateBody): string {
  if (stoppedBy !== null) return `因故停止：${stoppedBy}`;
  if (isPaused) return '已暂停';
  if (state === 'running') return '正在进行';
  return state === 'over' ? '已到所定日期' : '尚未开始';
}
