import { hostname } from 'node:os';
import { Connection } from '@temporalio/client';
import { readEnv } from '../../config/env.ts';

/** The health check of a worker's container: does the worker of this host still ask Temporal for work? */
const env = readEnv('TEMPORAL_ADDRESS');
// A worker that is well asks at least once a minute.
const longestSilenceMs = 120_000;
const workflowTasks = 1;

const connection = await Connection.connect({
  address: env.TEMPORAL_ADDRESS,
  tls: env.TEMPORAL_TLS,
  ...(env.TEMPORAL_API_KEY === undefined ? {} : { apiKey: env.TEMPORAL_API_KEY }),
});
const { pollers } = await connection.workflowService.describeTaskQueue({
  namespace: env.TEMPORAL_NAMESPACE,
  taskQueue: { name: env.TEMPORAL_TASK_QUEUE },
  taskQueueType: workflowTasks,
});
await connection.close();

const isAlive = (pollers ?? []).some(({ identity, lastAccessTime }) => {
  const silenceMs = Date.now() - Number(lastAccessTime?.seconds ?? 0) * 1000;
  return identity?.includes(`@${hostname()}`) === true && silenceMs < longestSilenceMs;
});
if (!isAlive) {
  console.error(`本机（${hostname()}）的工作进程没有在任务队列 ${env.TEMPORAL_TASK_QUEUE} 上领取任务。`);
  process.exitCode = 1;
}
