import { useEffect } from 'react';
import { readAnew } from './readings.ts';

/** Reads anew what is on screen whenever the server says that something changed; the browser reconnects by itself. */
export function useWatchedChanges(planId: string | null): void {
  useEffect(() => {
    const query = planId === null ? '' : `?plan=${encodeURIComponent(planId)}`;
    const stream = new EventSource(`/api/changes${query}`);
    stream.addEventListener('changed', () => void readAnew());
    return () => stream.close();
  }, [planId]);
}
