import { resolve } from 'node:path';
import { serve } from '@hono/node-server';
import type { PersonActor } from '../../../domain/actor.ts';
import { freePort } from '../../../embedded/free-port.ts';
import { buildWeb } from '../../../scripts/build-web.ts';
import { apiBed } from '../../api/api-bed.ts';
import { openBrowser, visitor } from './browser.ts';

/** The built web on the API and a store alone, which the test drives itself: for what pages do without the engine. */
export async function stillStage() {
  buildWeb();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const bed = await apiBed({ webFolder: resolve('dist/web'), publicUrl: origin, heartbeatMs: 20_000 });
  const server = serve({ fetch: bed.app.fetch, port, hostname: '127.0.0.1' });
  const browser = await openBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await bed.close();
  };
  /** Someone in front of a screen, signed in. */
  const visit = async (actor: PersonActor) => {
    const guest = await visitor(browser, origin);
    const answer = await guest.context.request.post(`${origin}/api/demo/session`, { data: actor, headers: { origin } });
    if (!answer.ok()) throw new Error(await answer.text());
    return guest;
  };
  return { store: bed.store, origin, visit, close };
}
