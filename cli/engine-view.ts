import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { ChainPosition } from '../domain/ledger/event.ts';
import { type WriterStatus, writerStatus } from '../workflows/messages.ts';
import { taskWorkflowId } from '../workflows/workflow-ids.ts';

/** What the engine itself knows of a task, to be held against the ledger. */
export interface EngineView {
  /** `absent` where the engine holds no run of it any more, or not yet. */
  readonly status: string;
  readonly runId: string | null;
  readonly startedAt: string | null;
  readonly historyEvents: number;
  /** What the writer believes of its chain; null where no worker answered. */
  readonly writer: WriterStatus | null;
}

const queryWaitMs = 5_000;

/** Asks Temporal for the latest run of the task's writer. */
export async function engineView(client: Client, taskId: string): Promise<EngineView> {
  const handle = client.workflow.getHandle(taskWorkflowId(taskId));
  try {
    const { status, runId, startTime, historyLength } = await handle.describe();
    const writer = await client
      .withDeadline(Date.now() + queryWaitMs, () => handle.query(writerStatus))
      .catch((): null => null);
    return { status: status.name, runId, startedAt: startTime.toISOString(), historyEvents: historyLength, writer };
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return { status: 'absent', runId: null, startedAt: null, historyEvents: 0, writer: null };
  }
}

/** Whether engine and ledger stand at the same event; null where the engine could not say. */
export function agreement({ seq, hash }: ChainPosition, { writer }: EngineView): boolean | null {
  return writer === null ? null : writer.seq === seq && writer.hash === hash;
}
