import { Context } from '@temporalio/activity';
import { readDrafts } from '../store/plan/breakdown.ts';
import type { Store } from '../store/store.ts';
import type { EnginePort } from './engine-port.ts';
import { lastingly } from './lasting.ts';

/** Which tasks of a breakdown to start: `limit` of them after place `after`, counted from 1 in the order of the notice. */
export interface TaskBatch {
  readonly planId: string;
  readonly after: number;
  readonly limit: number;
}

/** Activities of a plan's own writer. */
export function createPlanActivities({
  store,
  engine,
}: {
  readonly store: Pick<Store, 'pool'>;
  readonly engine: EnginePort;
}) {
  return {
    /** Starts the writers of one batch of tasks and says how far it came; a task that runs already is left alone. */
    startTasks: ({ planId, after, limit }: TaskBatch): Promise<{ readonly upTo: number }> =>
      lastingly(async () => {
        const context = Context.current();
        const resumed: unknown = context.info.heartbeatDetails;
        let upTo = typeof resumed === 'number' ? resumed : after;
        const drafts = await readDrafts(store, planId, { after: upTo, limit: limit - (upTo - after) });
        for (const { taskId } of drafts) {
          await engine.startTask({ taskId, planId });
          upTo += 1;
          context.heartbeat(upTo);
        }
        return { upTo };
      }),
  };
}
