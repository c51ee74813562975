import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import {
  DefaultLogger,
  NativeConnection,
  Runtime,
  type Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { createWorker } from '../../worker/create-worker.ts';
import { dataConverter } from '../../worker/data-converter.ts';
import { ensureSearchAttributes } from '../../worker/ensure-search-attributes.ts';
import { bundleWorkflows } from '../../worker/workflow-bundle.ts';
import { temporalServer } from './temporal.ts';

type TestActivities = Readonly<Record<string, (...args: never[]) => unknown>>;

/** A Temporal client and workers of one test file's own, on the one server of this run. */
export interface Engine {
  readonly client: Client;
  readonly taskQueue: string;
  readonly namespace: string;
  readonly connection: NativeConnection;
  readonly bundle: WorkflowBundleWithSourceMap;
  /** Starts a worker with these activities; it runs until it is stopped, or the engine is closed. */
  readonly startWorker: (activities: TestActivities) => Promise<RunningWorker>;
  readonly close: () => Promise<void>;
}

export interface RunningWorker {
  readonly worker: Worker;
  readonly stop: () => Promise<void>;
}

let isQuiet = false;
const quiet = new DefaultLogger('ERROR', () => {});

/** Opens an engine for the workflows that `workflowsPath` exports (duban's own by default), with a task queue of its own. */
export async function testEngine(workflowsPath?: string, converter: DataConverter = dataConverter()): Promise<Engine> {
  // Workflow tasks that fail on purpose must not look like complaints of the code under test.
  if (!isQuiet) Runtime.install({ logger: quiet, telemetryOptions: { logging: { filter: 'OFF', forward: {} } } });
  isQuiet = true;
  const { address, namespace } = await temporalServer();
  const [plain, connection] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  await ensureSearchAttributes(plain, namespace);
  const taskQueue = `test-${randomUUID()}`;
  const bundle = await bundleWorkflows(quiet, workflowsPath);
  const running = new Set<RunningWorker>();

  const startWorker = async (activities: TestActivities): Promise<RunningWorker> => {
    const parts = {
      connection,
      namespace,
      taskQueue,
      activities,
      workflowBundle: bundle,
      dataConverter: converter,
    };
    const worker = await createWorker(parts);
    const done = worker.run();
    const stop = async (): Promise<void> => {
      running.delete(started);
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done;
    };
    const started: RunningWorker = { worker, stop };
    running.add(started);
    return started;
  };

  const close = async (): Promise<void> => {
    await Promise.all([...running].map(({ stop }) => stop()));
    await plain.close();
    await connection.close();
  };
  const client = new Client({ connection: plain, namespace, dataConverter: converter });
  return { client, taskQueue, namespace, connection, bundle, startWorker, close };
}
