import { useEffect, useState, useSyncExternalStore } from 'react';
import { type DelayedActs, type WaitingAct, delayedActs } from './delayed-acts.ts';

/** Keeps delayed acts as long as the page stands, and sends each when its time is over. */
export function useDelayedActs(): DelayedActs & { readonly acts: readonly WaitingAct[] } {
  const [kept] = useState(() => delayedActs(() => Date.now()));
  const acts = useSyncExternalStore(kept.subscribe, kept.present);
  const isRunning = acts.some(({ phase }) => phase === 'waiting');
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = window.setInterval(kept.tick, 250);
    window.addEventListener('pagehide', kept.leave);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('pagehide', kept.leave);
    };
  }, [isRunning, kept]);
  return { ...kept, acts };
}
