import type { DataConverter } from '@temporalio/common';
import { type NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Activities } from '../activities/index.ts';
import { activityLog } from './activity-log.ts';

/** Everything a worker is made of; tests pass their own parts. */
export interface WorkerParts {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly activities: Activities | Readonly<Record<string, (...args: never[]) => unknown>>;
  readonly workflowBundle: WorkflowBundleOption;
  readonly dataConverter: DataConverter;
  readonly identity?: string;
}

/** How much of each kind one worker does at once (the SDK's own defaults, named so that what is free can be told). */
export const workerSlots = { workflow: 40, activity: 100 } as const;

/**
 * A worker that has not started to poll. Interceptors only log: a business rule in one would run in every replay unseen.
 * At shutdown what runs may finish: the post office stops claiming at once and needs a mail's time, everything else less.
 */
export async function createWorker({ activities, identity, ...parts }: WorkerParts): Promise<Worker> {
  return Worker.create({
    ...parts,
    ...(identity === undefined ? {} : { identity }),
    activities: { ...activities },
    interceptors: { activity: [activityLog] },
    maxConcurrentWorkflowTaskExecutions: workerSlots.workflow,
    maxConcurrentActivityTaskExecutions: workerSlots.activity,
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '70 seconds',
  });
}
