import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { PlainDate } from '../../domain/plain-date.ts';
import { type RehearsalStatus, rehearsalPaused, rehearsalStatus } from '../../workflows/messages.ts';
import { attributesOf } from '../../workflows/search-attributes.ts';
import { rehearsalWorkflowId } from '../../workflows/workflow-ids.ts';
import type { DubanWorkflow } from './start-plan.ts';

/** What is to be played: with simulated people, or only time, up to and including a day (null: the scenario's last). */
export interface RehearsalWish {
  readonly planId: string;
  readonly people: boolean;
  readonly until: PlainDate | null;
}

/** Where a rehearsal stands in the engine; `status` null where no worker answered in time. */
export interface RehearsalRun {
  readonly state: 'absent' | 'running' | 'over';
  readonly status: RehearsalStatus | null;
}

/** Starts playing a plan, or goes on with what is being played; one that came to its end begins again from where the plan stands. */
export async function startRehearsal(
  client: Client,
  taskQueue: string,
  { planId, people, until }: RehearsalWish,
): Promise<void> {
  const input = { planId, people: people ? 'scenario' : 'none', ...(until === null ? {} : { until }) };
  await client.workflow.start<DubanWorkflow>('rehearsal', {
    workflowId: rehearsalWorkflowId(planId),
    taskQueue,
    args: [input],
    typedSearchAttributes: attributesOf(planId),
    staticSummary: '演练',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}

const statusWaitMs = 2_000;

/** How the rehearsal of a plan goes. */
export async function rehearsalRun(client: Client, planId: string): Promise<RehearsalRun> {
  const handle = client.workflow.getHandle(rehearsalWorkflowId(planId));
  try {
    const { status } = await handle.describe();
    if (status.name !== 'RUNNING' && status.name !== 'CONTINUED_AS_NEW') return { state: 'over', status: null };
    const told = await client
      .withDeadline(Date.now() + statusWaitMs, () => handle.query(rehearsalStatus))
      .catch((): null => null);
    return { state: 'running', status: told };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { state: 'absent', status: null };
    throw error;
  }
}

/** Holds a rehearsal at its present instant, or lets it go on, also after something stopped it. */
export async function pauseRehearsal(client: Client, planId: string, isPaused: boolean): Promise<void> {
  await client.workflow.getHandle(rehearsalWorkflowId(planId)).signal(rehearsalPaused, { isPaused });
}
