import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { type Problem, problemOf } from '../../http/problem.ts';
import type { Delay, DelayedAct } from './undo-context.ts';

const delayMs = 10_000;

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
  readonly send: (waiting: Pick<WaitingAct, 'key'>) => void;
  readonly drop: (waiting: Pick<WaitingAct, 'key'>) => void;
}

/** An act as the clock and the buttons see it at once, whatever the screen already shows. */
interface Held {
  readonly act: DelayedAct;
  readonly due: number;
  readonly phase: WaitingAct['phase'];
}

/** Keeps delayed acts and sends each once, when its time is over or a person is in a hurry. */
export function useDelayedActs(): DelayedActs {
  const [acts, setActs] = useState<readonly WaitingAct[]>([]);
  // What decides about sending: two ticks or two presses may come before the screen is drawn again.
  const held = useRef<ReadonlyMap<number, Held>>(new Map());
  const count = useRef(0);

  const change = useCallback((key: number, to: Partial<WaitingAct> | null) => {
    setActs((before) => before.flatMap((one) => (one.key !== key ? [one] : to === null ? [] : [{ ...one, ...to }])));
  }, []);
  const hold = useCallback((key: number, one: Held | null) => {
    const others = [...held.current].filter(([each]) => each !== key);
    held.current = new Map(one === null ? others : [...others, [key, one]]);
  }, []);
  const send = useCallback(
    ({ key }: Pick<WaitingAct, 'key'>) => {
      const one = held.current.get(key);
      if (one === undefined || one.phase === 'sending') return;
      hold(key, { ...one, phase: 'sending' });
      change(key, { phase: 'sending', problem: null });
      one.act.send(false).then(
        () => {
          hold(key, null);
          change(key, null);
          one.act.onRecorded?.();
        },
        (error: unknown) => {
          hold(key, { ...one, phase: 'failed' });
          change(key, { phase: 'failed', problem: problemOf(error) });
        },
      );
    },
    [change, hold],
  );
  const delay: Delay = useCallback(
    (act) => {
      const earlier = [...held.current].find(([, one]) => one.act.about === act.about);
      if (earlier !== undefined) {
        // What failed gives way to what was corrected.
        if (earlier[1].phase !== 'failed') return;
        hold(earlier[0], null);
        change(earlier[0], null);
      }
      count.current += 1;
      const key = count.current;
      hold(key, { act, due: Date.now() + delayMs, phase: 'waiting' });
      setActs((before) => [...before, { key, act, left: delayMs / 1000, phase: 'waiting', problem: null }]);
    },
    [change, hold],
  );
  const drop = useCallback(
    ({ key }: Pick<WaitingAct, 'key'>) => {
      const one = held.current.get(key);
      if (one === undefined || one.phase === 'sending') return;
      hold(key, null);
      change(key, null);
    },
    [change, hold],
  );
  const tick = useCallback(() => {
    for (const [key, { due, phase }] of held.current) {
      if (phase !== 'waiting') continue;
      const left = Math.ceil((due - Date.now()) / 1000);
      if (left <= 0) send({ key });
      else change(key, { left });
    }
  }, [change, send]);
  const leave = useCallback(() => {
    for (const { act, phase } of held.current.values()) if (phase === 'waiting') act.send(true).catch(() => undefined);
  }, []);
  const isRunning = useMemo(() => acts.some(({ phase }) => phase === 'waiting'), [acts]);
  useSeconds(isRunning, { tick, leave });
  return { acts, delay, send, drop };
}

interface Watch {
  readonly tick: () => void;
  /** Closing the page is no taking back: what was asked for is sent then. */
  readonly leave: () => void;
}

function useSeconds(isRunning: boolean, { tick, leave }: Watch): void {
  const onTick = useEffectEvent(tick);
  const onLeave = useEffectEvent(leave);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = window.setInterval(() => onTick(), 250);
    const leaving = (): void => onLeave();
    window.addEventListener('pagehide', leaving);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('pagehide', leaving);
    };
  }, [isRunning]);
}
