import { hostname } from 'node:os';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../activities/index.ts';
import { createMailChannels } from '../activities/mail/mail-channel.ts';
import { actLedger } from '../api/engine/act-ledger.ts';
import { createEngine } from '../api/engine/engine.ts';
import { quickReconnect } from '../api/engine/quick-reconnect.ts';
import { readEnv } from '../config/env.ts';
import { scenarioPort } from '../seeds/scenario-port.ts';
import { StartRefused, refuseOverbooking, refusePowerfulRole } from '../store/start-checks.ts';
import { openStore } from '../store/store.ts';
import { createWorker } from './create-worker.ts';
import { dataConverter } from './data-converter.ts';
import { ensureSearchAttributes } from './ensure-search-attributes.ts';
import { temporalLogger } from './temporal-logger.ts';
import { serveWorkerMetrics } from './worker-metrics.ts';
import { presentWorkflows } from './workflow-bundle.ts';

const env = readEnv('DATABASE_URL', 'TEMPORAL_ADDRESS');
const log = pino({ name: 'duban-worker', level: env.LOG_LEVEL });
const logger = temporalLogger(log);
// Signals are ours: the post office has to hear of the end before the grace time, not after it.
Runtime.install({
  logger,
  shutdownSignals: [],
  telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
});

const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TEMPORAL_TASK_QUEUE: taskQueue } = env;
const store = openStore({ url: env.DATABASE_URL, size: env.DATABASE_POOL_SIZE, name: 'duban-worker' });

async function refuseUnfitDatabase(): Promise<void> {
  try {
    await refusePowerfulRole(store);
    // What the server can serve this process alone; how many there are is the deployment's budget.
    await refuseOverbooking(store, { poolSize: env.DATABASE_POOL_SIZE, processes: 1, temporal: 0 });
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

async function run(): Promise<void> {
  const security = {
    tls: env.TEMPORAL_TLS,
    ...(env.TEMPORAL_API_KEY === undefined ? {} : { apiKey: env.TEMPORAL_API_KEY }),
  };
  const [plain, connection] = await Promise.all([
    Connection.connect({ address, ...security, channelArgs: quickReconnect }),
    NativeConnection.connect({ address, ...security }),
  ]);
  await ensureSearchAttributes(plain, namespace);
  const converter = dataConverter(env.PAYLOAD_KEY ?? []);
  const client = new Client({ connection: plain, namespace, dataConverter: converter });
  const engine = createEngine({ client, taskQueue, ledger: actLedger(store) });
  const channels = createMailChannels({ smtpUrl: env.SMTP_URL ?? null, sandboxSmtpUrl: env.SANDBOX_SMTP_URL ?? null });
  const shutdown = new AbortController();
  const mail = { channels, publicUrl: env.PUBLIC_URL, mailFrom: env.MAIL_FROM, shutdown: shutdown.signal };
  const worker = await createWorker({
    connection,
    namespace,
    taskQueue,
    activities: createActivities({ store, engine, mail, scenarios: scenarioPort({ store, engine }) }),
    workflowBundle: await presentWorkflows(logger),
    dataConverter: converter,
    identity: `${hostname()}/${process.pid}`,
  });
  const stop = (): void => {
    shutdown.abort();
    if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  await engine.startPostOffice(1);
  const metrics = await serveWorkerMetrics(worker, { host: env.WORKER_METRICS_HOST, port: env.WORKER_METRICS_PORT });
  log.info({ taskQueue, metrics: metrics.address }, 'worker ready');
  await worker.run();
  await metrics.close();
  for (const channel of Object.values(channels)) channel?.close();
  await store.close();
  await plain.close();
  await connection.close();
}

await refuseUnfitDatabase();
await run();
