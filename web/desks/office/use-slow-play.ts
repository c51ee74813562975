import { useCallback, useEffect, useState } from 'react';
import type { RehearsalStateBody } from '../../../api/schemas/rehearsal.ts';
import { addDays, isPlainDate } from '../../../domain/plain-date.ts';

/** How far one step of a slow play goes, and how long its outcome stays on screen. */
export interface Speed {
  readonly label: string;
  readonly days: number;
  readonly restMs: number;
}

interface Play {
  readonly speed: Speed;
  /** The last day; empty plays to the scenario's end. */
  readonly until: string;
}

/** Plays step after step with a rest between them: the engine itself plays without rests, they belong to whoever watches. */
export function useSlowPlay(state: RehearsalStateBody, playTo: (day: string) => Promise<boolean>) {
  const [play, setPlay] = useState<Play | null>(null);
  const stop = useCallback(() => setPlay(null), []);
  const { today, end, isPaused, stoppedBy } = state;
  const last = play === null || !isPlainDate(play.until) ? end : play.until;
  const isOver = last !== null && today >= last;
  const isPlaying = play !== null && !isOver && !isPaused && stoppedBy === null && state.state !== 'unreachable';
  const isResting = isPlaying && state.state !== 'running';
  useEffect(() => {
    if (!isResting || play === null) return undefined;
    const timer = window.setTimeout(() => {
      const next = addDays(today, play.speed.days);
      void playTo(last !== null && next > last ? last : next).then((isSent) => (isSent ? undefined : stop()));
    }, play.speed.restMs);
    return () => window.clearTimeout(timer);
  }, [isResting, play, today, last, playTo, stop]);
  return { isPlaying, start: (speed: Speed, until: string) => setPlay({ speed, until }), stop };
}
