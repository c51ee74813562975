import { appendFileSync, readFileSync } from 'node:fs';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { z } from 'zod';
import { createWorker } from '../../worker/create-worker.ts';
import { dataConverter } from '../../worker/data-converter.ts';
import { counterActivities, counterStore } from '../workflows/counter/counter-activities.ts';

/** What the process is told, as JSON in its one argument. */
const orderShape = z.object({
  databaseUrl: z.string(),
  address: z.string(),
  namespace: z.string(),
  taskQueue: z.string(),
  bundleFile: z.string(),
  /** One line for each append that has been committed, with what it returned. */
  journalFile: z.string(),
  /** The append after whose commit the process dies before anybody hears of it; null lives on. */
  dieAfter: z.number().nullable(),
});

export type CounterWorkerOrder = z.infer<typeof orderShape>;

const order = orderShape.parse(JSON.parse(process.argv[2] ?? ''));
const logger = new DefaultLogger('ERROR', () => {});
Runtime.install({ logger, telemetryOptions: { logging: { filter: 'OFF', forward: {} } } });

const ledger = counterActivities(counterStore(order.databaseUrl));
let appends = 0;

const append: typeof ledger.append = async (request) => {
  const outcome = await ledger.append(request);
  const { chain, commandId } = request;
  appends += 1;
  const isLast = appends === order.dieAfter;
  appendFileSync(order.journalFile, `${JSON.stringify({ chain, commandId, isLast, outcome })}\n`);
  if (isLast) process.kill(process.pid, 'SIGKILL');
  return outcome;
};

const worker = await createWorker({
  connection: await NativeConnection.connect({ address: order.address }),
  namespace: order.namespace,
  taskQueue: order.taskQueue,
  activities: { ...ledger, append },
  workflowBundle: { code: readFileSync(order.bundleFile, 'utf8') },
  dataConverter: dataConverter(),
});
await worker.run();
