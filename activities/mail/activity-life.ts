import { setTimeout as sleepFor } from 'node:timers/promises';
import { Context } from '@temporalio/activity';

/** What a long activity knows of its own life. */
export interface ActivityLife {
  /** The worker shuts down or the activity was cancelled: begin nothing new, finish what is in flight. */
  readonly isStopping: () => boolean;
  /** Ends early when the activity is to stop. */
  readonly sleep: (waitMs: number) => Promise<void>;
  /** Runs `work` with a heartbeat beside it. */
  readonly alive: <T>(work: () => Promise<T>) => Promise<T>;
}

// The engine may wait three times as long before it takes the activity for dead.
const heartbeatMs = 5_000;

/**
 * The life of the activity that is running now. `shutdown` is the worker's own: activities hear of its end from the engine
 * only after the grace time, when it is too late to finish anything.
 */
export function activityLife(shutdown?: AbortSignal): ActivityLife {
  const context = Context.current();
  const signals = [context.cancellationSignal, ...(shutdown === undefined ? [] : [shutdown])];
  const stop = AbortSignal.any(signals);
  return {
    isStopping: () => stop.aborted,
    sleep: (waitMs) => sleepFor(waitMs, undefined, { signal: stop }).catch(() => {}),
    alive: async (work) => {
      const timer = setInterval(() => context.heartbeat(), heartbeatMs);
      try {
        return await work();
      } finally {
        clearInterval(timer);
      }
    },
  };
}
