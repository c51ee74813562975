import type { Client } from '@temporalio/client';

/** One run of a workflow, as far as its length goes. */
export interface RunLength {
  readonly runId: string;
  readonly events: number;
  /** Its last workflow task is done and nothing that it asked for is under way. */
  readonly isAtRest: boolean;
}

// Started, scheduled and fired: what follows from these stands not yet behind them.
const unfinished = new Set([1, 5, 6, 10, 11, 12, 18]);

/** How long one run's history is. */
export async function runLength(client: Client, workflowId: string, runId?: string): Promise<RunLength> {
  const { events, first } = await read(client, workflowId, runId);
  return { runId: first, ...lengthOf(events) };
}

/** All runs of a chain, the last one first: each says which run it goes on from. */
export async function runsOfChain(client: Client, workflowId: string, runId?: string): Promise<readonly RunLength[]> {
  const { events, first, before } = await read(client, workflowId, runId);
  const earlier = before === '' ? [] : await runsOfChain(client, workflowId, before);
  return [{ runId: first, ...lengthOf(events) }, ...earlier];
}

async function read(client: Client, workflowId: string, runId?: string) {
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const started = events?.[0]?.workflowExecutionStartedEventAttributes;
  const types = (events ?? []).map(({ eventType }) => Number(eventType));
  return {
    events: types,
    first: started?.originalExecutionRunId ?? '',
    before: started?.continuedExecutionRunId ?? '',
  };
}

function lengthOf(types: readonly number[]): Pick<RunLength, 'events' | 'isAtRest'> {
  return { events: types.length, isAtRest: !unfinished.has(types.at(-1) ?? 1) };
}
