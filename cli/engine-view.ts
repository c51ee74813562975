import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { ChainPosition, EventBase, Recorded } from '../domain/ledger/event.ts';
import { type WriterStatus, writerStatus } from '../workflows/messages.ts';
import { taskWorkflowId } from '../workflows/workflow-ids.ts';

/** One act that the engine's own history says it took, and whether the ledger holds it. */
export interface EngineAct {
  readonly historyEvent: number;
  readonly commandId: string;
  readonly inLedger: boolean;
}

/** What the engine itself knows of a task, to be held against the ledger. */
export interface EngineView {
  /** `absent` where the engine holds no run of it any more, or not yet. */
  readonly status: string;
  readonly runId: string | null;
  readonly startedAt: string | null;
  readonly historyEvents: number;
  /** Acts of people and deliveries in the history of the latest run. */
  readonly acts: readonly EngineAct[];
  /** What the writer believes of its chain; null where no worker answered. */
  readonly writer: WriterStatus | null;
}

const queryWaitMs = 5_000;
const absent: EngineView = { status: 'absent', runId: null, startedAt: null, historyEvents: 0, acts: [], writer: null };

/** Asks Temporal for the latest run of the task's writer and reads its history beside the ledger's events. */
export async function engineView(
  client: Client,
  taskId: string,
  ledger: readonly Recorded<EventBase>[],
): Promise<EngineView> {
  const handle = client.workflow.getHandle(taskWorkflowId(taskId));
  try {
    const { status, runId, startTime, historyLength } = await handle.describe();
    const writer = await client
      .withDeadline(Date.now() + queryWaitMs, () => handle.query(writerStatus))
      .catch((): null => null);
    const recorded = new Set(ledger.map(({ commandId }) => commandId));
    const acts = (await takenActs(client, taskId, runId)).map((act) => ({
      ...act,
      inLedger: recorded.has(act.commandId),
    }));
    const startedAt = startTime.toISOString();
    return { status: status.name, runId, startedAt, historyEvents: historyLength, acts, writer };
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return absent;
  }
}

// Steps of a rehearsal's clock are no acts: what they record has ids of its own.
async function takenActs(
  client: Client,
  taskId: string,
  runId: string,
): Promise<readonly Omit<EngineAct, 'inLedger'>[]> {
  const { events } = await client.workflow.getHandle(taskWorkflowId(taskId), runId).fetchHistory();
  return (events ?? []).flatMap(({ eventId, workflowExecutionUpdateCompletedEventAttributes: completed }) => {
    const commandId = completed?.meta?.updateId ?? '';
    const isTaken = (completed?.outcome?.success ?? null) !== null && !commandId.startsWith('advance/');
    return isTaken ? [{ historyEvent: Number(eventId), commandId }] : [];
  });
}

/** Whether engine and ledger say the same; null where the engine could not say. */
export function agreement({ seq, hash }: ChainPosition, { writer, acts }: EngineView): boolean | null {
  if (writer === null) return null;
  return writer.seq === seq && writer.hash === hash && acts.every(({ inLedger }) => inLedger);
}
