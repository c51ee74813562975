import { isCancellation, sleep } from '@temporalio/workflow';
import { type Instant, epochOf } from '../domain/instant.ts';

/** The one timer of a chain: set to where the next wake is, and left standing while that does not come nearer. */
export interface UpdatableTimer {
  /** Starts or moves the timer; null leaves whatever stands, since waking for nothing is harmless. */
  readonly setTo: (due: Instant | null, now: Instant) => void;
  /** Whether a timer went off since the last `setTo`, or the due instant had already come then. */
  readonly isDue: () => boolean;
}

/**
 * A timer that costs one event to set and none to keep. One that stands too early goes off in vain and is set again; only a
 * nearer instant starts another, and the farther one stays below it: cancelling would cost one event more than the budget of a command.
 */
export function updatableTimer(): UpdatableTimer {
  const standing: Instant[] = [];
  let isDue = false;

  const start = async (due: Instant, now: Instant): Promise<void> => {
    standing.push(due);
    await sleep(epochOf(due) - epochOf(now), { summary: `下一次到期：${due}` });
    standing.splice(standing.indexOf(due), 1);
    isDue = true;
  };

  return {
    setTo(due, now) {
      isDue = due !== null && due <= now;
      if (due === null || isDue || standing.some((instant) => instant <= due)) return;
      void start(due, now).catch(ignoreCancellation);
    },
    isDue: () => isDue,
  };
}

// A cancelled workflow ends by its main function; the timer need not say so again.
function ignoreCancellation(error: unknown): void {
  if (!isCancellation(error)) throw error;
}
