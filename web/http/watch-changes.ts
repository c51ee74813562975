import { useEffect } from 'react';
import { readAnew } from './readings.ts';

/** Reads anew what is on screen of a plan whenever the server says that something was recorded; the browser reconnects by itself. */
export function useWatchedChanges(planId: string | null): void {
  useEffect(() => {
    if (planId === null) return undefined;
    const stream = new EventSource(`/api/changes?planId=${encodeURIComponent(planId)}`);
    let isAgain = false;
    // What happened while the stream was away is not told again.
    stream.addEventListener('listening', () => {
      if (isAgain) void readAnew('/api/plans');
      isAgain = true;
    });
    stream.addEventListener('changed', () => void readAnew('/api/plans'));
    return () => stream.close();
  }, [planId]);
}
