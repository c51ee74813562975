import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { condition, continueAsNew, isCancellation, proxyActivities, setHandler } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { Instant } from '../domain/instant.ts';
import { isPlainDate } from '../domain/plain-date.ts';
import { rehearsalPaused, rehearsalStatus } from './messages.ts';

// A step may hold a whole day's work of all units; its heartbeat, every five seconds, tells a dead worker soon.
const { stepRehearsal } = proxyActivities<Activities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '5 seconds' },
});

const stepsPerRun = 200;

/** What a rehearsal is asked; all text, like every workflow's input. */
export interface RehearsalInput {
  readonly planId: string;
  /** `none` lets only time go on. */
  readonly people?: string;
  /** Last day, `YYYY-MM-DD`; absent takes the scenario's. */
  readonly until?: string;
  readonly isPaused?: string;
  readonly steps?: string;
  readonly acts?: string;
}

/** Plays a plan's year: steps its clock from one due instant to the next and lets simulated people act. Ends with the last day. */
export async function rehearsal(input: RehearsalInput): Promise<void> {
  let instant: Instant | null = null;
  let [steps, acts] = [Number(input.steps ?? 0), Number(input.acts ?? 0)];
  let [isPaused, stoppedBy]: [boolean, string | null] = [input.isPaused === 'true', null];
  setHandler(rehearsalStatus, () => ({ instant, steps, acts, isPaused, stoppedBy }));
  setHandler(rehearsalPaused, (wish) => {
    isPaused = wish.isPaused;
    stoppedBy = null;
  });
  const until = input.until !== undefined && isPlainDate(input.until) ? input.until : null;
  for (let inRun = 0; inRun < stepsPerRun || stoppedBy !== null; inRun += 1) {
    await condition(() => !isPaused && stoppedBy === null);
    try {
      const step = await stepRehearsal({ planId: input.planId, people: input.people !== 'none', until });
      ({ instant } = step);
      acts += step.acts;
      steps += 1;
      if (step.isOver) return;
    } catch (error) {
      stoppedBy = reasonToStop(error);
    }
  }
  await continueAsNew<typeof rehearsal>({
    ...input,
    isPaused: String(isPaused),
    steps: String(steps),
    acts: String(acts),
  });
}

// What no retry can cure is shown, and waits for somebody to let it go on.
function reasonToStop(error: unknown): string {
  if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
  return error.cause instanceof ApplicationFailure ? error.cause.message : error.message;
}
