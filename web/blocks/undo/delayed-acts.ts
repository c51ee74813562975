import { type Problem, problemOf } from '../../http/problem.ts';
import type { Delay, DelayedAct } from './undo-context.ts';

const delayMs = 10_000;

/** A delayed act with the seconds that are left to take it back. */
export interface WaitingAct {
  readonly key: number;
  readonly act: DelayedAct;
  readonly due: number;
  readonly left: number;
  readonly phase: 'waiting' | 'sending' | 'failed';
  readonly problem: Problem | null;
}

/** Delayed acts outside of what is drawn: two ticks or two presses may come before the screen shows the first. */
export interface DelayedActs {
  readonly present: () => readonly WaitingAct[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly delay: Delay;
  /** Sends at once; once, however often it is called. */
  readonly send: (key: number) => void;
  readonly drop: (key: number) => void;
  /** Sends what is due by the clock: a browser that rests a hidden page calls late, and then once. */
  readonly tick: () => void;
  /** Closing the page is no taking back: what was asked for is sent then. */
  readonly leave: () => void;
}

/** Keeps acts that can be taken back; `now` is the clock of the page in milliseconds. */
export function delayedActs(now: () => number): DelayedActs {
  let acts: readonly WaitingAct[] = [];
  let count = 0;
  const listeners = new Set<() => void>();
  const become = (next: readonly WaitingAct[]): void => {
    acts = next;
    for (const listener of listeners) listener();
  };
  const change = (key: number, to: Partial<WaitingAct>): void =>
    become(acts.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const remove = (key: number): void => become(acts.filter((one) => one.key !== key));
  const idle = (key: number) => acts.find((one) => one.key === key && one.phase !== 'sending');

  const send = (key: number): void => {
    const one = idle(key);
    if (one === undefined) return;
    change(key, { phase: 'sending', problem: null });
    one.act.send(false).then(
      () => {
        remove(key);
        one.act.onRecorded?.();
      },
      (error: unknown) => change(key, { phase: 'failed', problem: problemOf(error) }),
    );
  };
  return {
    present: () => acts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    delay: (act) => {
      const others = acts.filter(({ act: { about }, phase }) => about !== act.about || phase !== 'failed');
      // What failed gives way to what was corrected; what waits is not asked for twice.
      if (others.some(({ act: { about } }) => about === act.about)) return;
      count += 1;
      const waiting = { due: now() + delayMs, left: delayMs / 1000, phase: 'waiting', problem: null } as const;
      become([...others, { key: count, act, ...waiting }]);
    },
    send,
    drop: (key) => {
      if (idle(key) !== undefined) remove(key);
    },
    tick: () => {
      for (const { key, due, left } of acts.filter(({ phase }) => phase === 'waiting')) {
        const seconds = Math.ceil((due - now()) / 1000);
        if (seconds <= 0) send(key);
        else if (seconds !== left) change(key, { left: seconds });
      }
    },
    leave: () => {
      for (const { act, phase } of acts) if (phase === 'waiting') act.send(true).catch(() => undefined);
    },
  };
}
