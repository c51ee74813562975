import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Problem, problemOf } from '../../http/problem.ts';
import type { Delay, DelayedAct } from './undo-context.ts';

const delaySeconds = 10;

/** A delayed act with the seconds that are left to take it back. */
export interface WaitingAct {
  readonly key: number;
  readonly act: DelayedAct;
  readonly left: number;
  readonly phase: 'waiting' | 'sending' | 'failed';
  readonly problem: Problem | null;
}

/** Acts that wait, are being sent or could not be sent, and what can be done with them. */
export interface DelayedActs {
  readonly acts: readonly WaitingAct[];
  readonly delay: Delay;
  readonly send: (waiting: WaitingAct) => Promise<void>;
  readonly drop: (waiting: WaitingAct) => void;
}

/** Keeps delayed acts and sends each when its time is over. */
export function useDelayedActs(): DelayedActs {
  const [acts, setActs] = useState<readonly WaitingAct[]>([]);
  const count = useRef(0);

  const change = useCallback((key: number, to: Partial<WaitingAct> | null) => {
    setActs((before) => before.flatMap((one) => (one.key !== key ? [one] : to === null ? [] : [{ ...one, ...to }])));
  }, []);
  const send = useCallback(
    async ({ key, act }: WaitingAct) => {
      change(key, { phase: 'sending', problem: null });
      try {
        await act.send(false);
        change(key, null);
        act.onRecorded?.();
      } catch (error) {
        change(key, { phase: 'failed', problem: problemOf(error) });
      }
    },
    [change],
  );
  const delay: Delay = useCallback((act) => {
    count.current += 1;
    const key = count.current;
    setActs((before) => [...before, { key, act, left: delaySeconds, phase: 'waiting', problem: null }]);
  }, []);
  const drop = useCallback(
    ({ key, act }: WaitingAct) => {
      change(key, null);
      act.onTakenBack?.();
    },
    [change],
  );
  useSecondsOf(acts, (one) => (one.left <= 1 ? void send(one) : change(one.key, { left: one.left - 1 })));
  return { acts, delay, send, drop };
}

function useSecondsOf(acts: readonly WaitingAct[], onSecond: (one: WaitingAct) => void): void {
  const waiting = acts.filter(({ phase }) => phase === 'waiting');
  const isRunning = waiting.length > 0;
  const tick = useEffectEvent(() => waiting.forEach(onSecond));
  // Closing the page is no taking back: what was asked for is sent then.
  const leave = useEffectEvent(() => {
    for (const { act } of waiting) act.send(true).catch(() => undefined);
  });
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = window.setInterval(() => tick(), 1000);
    const leaving = (): void => leave();
    window.addEventListener('pagehide', leaving);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('pagehide', leaving);
    };
  }, [isRunning]);
}
