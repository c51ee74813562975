import { Context } from '@temporalio/activity';
import { contentHash } from '../domain/canonical.ts';
import { uuid5 } from '../domain/ids.ts';
import type { CloseOut } from '../domain/task/ending/ending-command.ts';
import { readDrafts } from '../store/plan/breakdown.ts';
import { type SummaryApproval, summaryApproval } from '../store/plan/year-summary.ts';
import type { Store } from '../store/store.ts';
import type { EnginePort } from './engine-port.ts';
import { lastingly } from './lasting.ts';

/** Which tasks of a breakdown to start: `limit` of them after place `after`, counted from 1 in the order of the notice. */
export interface TaskBatch {
  readonly planId: string;
  readonly after: number;
  readonly limit: number;
}

/** How far the closing of tasks came, and which of them refused. */
export interface ClosedBatch {
  readonly upTo: number;
  readonly refused: readonly { readonly taskNumber: string; readonly message: string }[];
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

    /** Tells one batch of tasks that the leader approved the year's summary; a task that was told gives its old answer. */
    closeTasks: ({ planId, after, limit }: TaskBatch): Promise<ClosedBatch> =>
      lastingly(async () => {
        const approval = await summaryApproval(store, planId);
        const drafts = await readDrafts(store, planId, { after, limit });
        const refused: { readonly taskNumber: string; readonly message: string }[] = [];
        for (const { taskId, number } of drafts) {
          const outcome = await engine.actOnTask({ taskId, planId }, closeOutOf(planId, taskId, approval));
          if (outcome.outcome === 'unconfirmed') throw new Error(`nobody knows yet whether task ${number} is closed`);
          // A task that the office ended before the year did needs no closing.
          if (outcome.outcome === 'refused' && outcome.code !== 'task-closed')
            refused.push({ taskNumber: number, message: outcome.message });
          Context.current().heartbeat();
        }
        return { upTo: after + drafts.length, refused };
      }),
  };
}

function closeOutOf(planId: string, taskId: string, { summaryHash, approvedBy, approvedAt }: SummaryApproval) {
  const command: CloseOut = { type: 'closeOut', summaryHash, approvedBy };
  const commandId = uuid5(planId, `close-out/${taskId}/${summaryHash}`);
  return { commandId, contentHash: contentHash(command), receivedAt: approvedAt, command };
}
