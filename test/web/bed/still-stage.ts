import { resolve } from 'node:path';
import { serve } from '@hono/node-server';
import type { AppDeps } from '../../../api/app-deps.ts';
import type { PersonActor } from '../../../domain/actor.ts';
import { freePort } from '../../../embedded/free-port.ts';
import { buildWeb } from '../../../scripts/build-web.ts';
import { apiBed } from '../../api/api-bed.ts';
import { openBrowser, visitor } from './browser.ts';

/** The built web on the API and a store alone, which the test drives itself: for what pages do without the engine. */
export async function stillStage(changes: Partial<AppDeps> = {}) {
  buildWeb();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const bed = await apiBed({ webFolder: resolve('dist/web'), publicUrl: origin, heartbeatMs: 20_000, ...changes });
  const server = serve({ fetch: bed.app.fetch, port, hostname: '127.0.0.1' });
  const browser = await openBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await bed.close();
  };
  /** Someone in front of a screen, signed in; null for nobody. */
  const visit = async (actor: PersonActor | null, width?: number) => {
    const guest = await visitor(browser, origin, width);
    if (actor === null) return guest;
    const answer = await guest.context.request.post(`${origin}/api/demo/session`, { data: actor, headers: { origin } });
    if (!answer.ok()) throw new Error(await answer.text());
    return guest;
  };
  return { store: bed.store, origin, visit, close };
}
