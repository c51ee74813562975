import { resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { type Browser } from 'playwright-core';
import { pino } from 'pino';
import { createApp } from '../../../api/app.ts';
import { createAccounts } from '../../../api/auth/accounts.ts';
import { Client, Connection } from '@temporalio/client';
import { actLedger } from '../../../api/engine/act-ledger.ts';
import { createEngineView } from '../../../api/engine/engine-view.ts';
import { createEngine } from '../../../api/engine/engine.ts';
import { createChangeFeed } from '../../../api/http/change-feed.ts';
import { createMetrics } from '../../../api/http/metrics.ts';
import type { PersonActor } from '../../../domain/actor.ts';
import { instantOfEpoch } from '../../../domain/instant.ts';
import { freePort } from '../../../embedded/free-port.ts';
import { buildWeb } from '../../../scripts/build-web.ts';
import { rehearsalPort } from '../../../seeds/rehearsal-port.ts';
import { operatingFigures } from '../../../store/read/operating-figures.ts';
import { rehearsalStage } from '../../e2e/rehearsal-stage.ts';
import { openBrowser, visitor } from './browser.ts';

/** The whole of duban with its built web on a port of its own, people signed in as in the demonstration, and a browser. */
export async function webStage() {
  buildWeb();
  const stage = await rehearsalStage();
  const { store, engine, client, taskQueue } = stage;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const log = pino({ level: 'silent' });
  const feed = createChangeFeed(store, 100);
  let isEngineAway = false;
  const nowhere = Connection.lazy({ address: `127.0.0.1:${await freePort()}` });
  const absent = createEngine({
    client: new Client({ connection: nowhere }),
    taskQueue,
    ledger: actLedger(store),
    waitMs: 500,
  });
  const app = createApp(
    {
      store,
      // Asked for anew by every act, so that the engine can go away and come back.
      get engine() {
        return isEngineAway ? absent : engine;
      },
      log,
      engineView: createEngineView(client),
      accounts: createAccounts({ store, secret: 'secret-of-the-browser-tests-32-characters', publicUrl: origin, log }),
      rehearsals: rehearsalPort({ store, client, taskQueue }),
      mailTest: async () => ({ accepted: true, answer: '250 OK' }),
      metrics: createMetrics(() => operatingFigures(store)),
      publicUrl: origin,
      passwordProfile: 'modern',
      isDemonstration: true,
      trustsProxy: false,
      requestsPerMinute: 100_000,
      metricsToken: null,
      heartbeatMs: 20_000,
      webFolder: resolve('dist/web'),
      now: () => instantOfEpoch(Date.now()),
    },
    feed,
  );
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  const browser: Browser = await openBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    feed.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await nowhere.close();
    await stage.close();
  };
  /** Someone in front of a screen, signed in; null for nobody. */
  const visit = async (actor: PersonActor | null, width?: number) => {
    const guest = await visitor(browser, origin, width);
    if (actor !== null) {
      const answer = await guest.context.request.post(`${origin}/api/demo/session`, {
        data: actor,
        headers: { origin },
      });
      if (!answer.ok()) throw new Error(await answer.text());
    }
    return guest;
  };
  /** While the work goes on, nothing answers where the API looks for the engine. */
  const withoutEngine = async (work: () => Promise<void>): Promise<void> => {
    isEngineAway = true;
    await work().finally(() => {
      isEngineAway = false;
    });
  };
  return { ...stage, origin, visit, withoutEngine, close };
}

export type WebStage = Awaited<ReturnType<typeof webStage>>;
