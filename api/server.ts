import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { Client, Connection } from '@temporalio/client';
import { readEnv } from '../config/env.ts';
import { instantOfEpoch } from '../domain/instant.ts';
import { operatingFigures } from '../store/read/operating-figures.ts';
import { StartRefused, refuseOverbooking, refusePowerfulRole } from '../store/start-checks.ts';
import { openStore } from '../store/store.ts';
import { dataConverter } from '../worker/data-converter.ts';
import { createApp } from './app.ts';
import { createAccounts } from './auth/accounts.ts';
import { firstAdministratorToken } from './auth/invitations.ts';
import { isDemonstration } from './auth/demonstration.ts';
import { actLedger } from './engine/act-ledger.ts';
import { createEngineView } from './engine/engine-view.ts';
import { createEngine } from './engine/engine.ts';
import { quickReconnect } from './engine/quick-reconnect.ts';
import { createChangeFeed } from './http/change-feed.ts';
import { createMetrics } from './http/metrics.ts';
import { builtWeb } from './http/web-files.ts';
import { mailTest } from '../activities/mail/mail-test.ts';
import { rehearsalPort } from '../seeds/rehearsal-port.ts';

const env = readEnv('DATABASE_URL', 'TEMPORAL_ADDRESS', 'SESSION_SECRET');
const log = pino({ name: 'duban-api', level: env.LOG_LEVEL });
const now = () => instantOfEpoch(Date.now());
const store = openStore({ url: env.DATABASE_URL, size: env.DATABASE_POOL_SIZE, name: 'duban-api' });
const changePollMs = 1_500;
// An office behind one address is many people, each with a screen that reads again when something changed.
const requestsPerMinute = 3_000;

async function refuseUnfitDatabase(): Promise<void> {
  try {
    await refusePowerfulRole(store);
    await refuseOverbooking(store, { poolSize: env.DATABASE_POOL_SIZE, processes: 1, temporal: 0 });
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function temporalClient() {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TEMPORAL_API_KEY: apiKey } = env;
  // Lazily: screens read while the engine is away.
  const connection = Connection.lazy({
    address,
    tls: env.TEMPORAL_TLS,
    channelArgs: quickReconnect,
    ...(apiKey === undefined ? {} : { apiKey }),
  });
  return {
    connection,
    client: new Client({ connection, namespace, dataConverter: dataConverter(env.PAYLOAD_KEY ?? []) }),
  };
}

async function sayFirstToken(): Promise<void> {
  const token = await firstAdministratorToken(store, now());
  if (token === null) return;
  process.stdout.write(
    `尚无系统管理员。请在七日内打开 ${env.PUBLIC_URL}/first-administrator ，用一次性口令设立第一位系统管理员：\n  ${token}\n`,
  );
}

async function run(): Promise<void> {
  const { connection, client } = temporalClient();
  const { PUBLIC_URL: publicUrl, TEMPORAL_TASK_QUEUE: taskQueue, SESSION_SECRET: secret } = env;
  const hasDemonstration = isDemonstration({ wished: env.DEMONSTRATION, host: env.API_HOST, publicUrl });
  const feed = createChangeFeed(store, changePollMs);
  const app = createApp(
    {
      store,
      engine: createEngine({ client, taskQueue, ledger: actLedger(store) }),
      engineView: createEngineView(client),
      accounts: createAccounts({ store, secret, publicUrl, log }),
      rehearsals: rehearsalPort({ store, client, taskQueue }),
      mailTest: mailTest({ smtpUrl: env.SMTP_URL ?? null, mailFrom: env.MAIL_FROM, now }),
      log,
      metrics: createMetrics(() => operatingFigures(store)),
      publicUrl,
      passwordProfile: env.PASSWORD_PROFILE,
      isDemonstration: hasDemonstration,
      trustsProxy: env.TRUST_PROXY,
      requestsPerMinute,
      metricsToken: env.METRICS_TOKEN ?? null,
      heartbeatMs: 20_000,
      webFolder: builtWeb(join(import.meta.dirname, '..', 'dist', 'web')),
      now,
    },
    feed,
  );
  if (!hasDemonstration) await sayFirstToken();
  const server = serve({ fetch: app.fetch, hostname: env.API_HOST, port: env.API_PORT }, ({ port }) => {
    log.info({ host: env.API_HOST, port, publicUrl, hasDemonstration }, 'api ready');
  });
  const stop = (): void => {
    feed.close();
    server.close(() => {
      void store
        .close()
        .then(() => connection.close())
        .then(() => process.exit(0));
    });
    // Streams of changes never end by themselves.
    if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 2_000).unref();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

await refuseUnfitDatabase();
await run();
