import type { Client } from '@temporalio/client';

/** How many events a chain's histories hold over all its runs, oldest run first. */
export async function eventsOfRuns(client: Client, workflowId: string): Promise<readonly number[]> {
  const runs: { readonly runId: string; readonly startTime: Date }[] = [];
  for await (const run of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.push(run);
  const sorted = runs.toSorted((a, b) => a.startTime.getTime() - b.startTime.getTime());
  return Promise.all(sorted.map(({ runId }) => eventsOf(client, workflowId, runId)));
}

/** How many events one run's history holds. */
export async function eventsOf(client: Client, workflowId: string, runId?: string): Promise<number> {
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  return events?.length ?? 0;
}
