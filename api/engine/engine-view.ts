import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { type Instant, instantOfEpoch } from '../../domain/instant.ts';
import { type WriterStatus, writerStatus } from '../../workflows/messages.ts';
import { planWorkflowId, taskWorkflowId } from '../../workflows/workflow-ids.ts';
import type { ChainOfPlan } from '../../workflows/messages.ts';

/** What the engine itself says of the writer of a chain. */
export interface WriterReport {
  readonly workflowId: string;
  readonly state: 'running' | 'closed' | 'absent' | 'unreachable';
  readonly runId: string | null;
  readonly startedAt: Instant | null;
  readonly historyEvents: number | null;
  readonly status: WriterStatus | null;
}

/** Reads of the engine, for the supervisor's comparison and for readiness; never for a screen's own figures. */
export interface EngineView {
  readonly writer: (chain: ChainOfPlan) => Promise<WriterReport>;
  readonly isReachable: () => Promise<boolean>;
}

const waitMs = 3_000;

/** Asks the engine behind a client, for a few seconds at most. */
export function createEngineView(client: Client): EngineView {
  return {
    writer: async ({ planId, taskId }) => {
      const workflowId = taskId === undefined ? planWorkflowId(planId) : taskWorkflowId(taskId);
      return client.withDeadline(Date.now() + waitMs, () => report(client, workflowId));
    },
    isReachable: () =>
      client
        .withDeadline(Date.now() + waitMs, () => client.workflowService.getSystemInfo({}))
        .then(() => true)
        .catch(() => false),
  };
}

async function report(client: Client, workflowId: string): Promise<WriterReport> {
  const handle = client.workflow.getHandle(workflowId);
  const silent = { workflowId, runId: null, startedAt: null, historyEvents: null, status: null };
  try {
    const told = await handle.describe();
    // A closed run can still be asked: its answer is what it believed at its end.
    const status = await handle.query(writerStatus).catch((): null => null);
    return {
      workflowId,
      state: told.status.name === 'RUNNING' ? 'running' : 'closed',
      runId: told.runId,
      startedAt: instantOfEpoch(told.startTime.getTime()),
      historyEvents: told.historyLength,
      status,
    };
  } catch (error) {
    return { ...silent, state: error instanceof WorkflowNotFoundError ? 'absent' : 'unreachable' };
  }
}
