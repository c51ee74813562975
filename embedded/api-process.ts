import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../config/env.ts';
import type { Child } from './process-group.ts';
import { settingsOf } from './start-duban.ts';
import type { Parts } from './start-parts.ts';
import { untilReady } from './until-ready.ts';

/** Where the API of this start listens. */
export interface ApiPlace {
  readonly port: number;
  readonly publicUrl: string;
}

const root = join(import.meta.dirname, '..');

/** Starts the API with the built web beside the parts, and waits until it answers. */
export async function startApi(parts: Parts, env: Env, { port, publicUrl }: ApiPlace): Promise<Child> {
  const child = parts.startProcess('api', {
    name: '网页服务',
    command: process.execPath,
    args: [join(root, 'api', 'server.ts')],
    env: {
      ...settingsOf(parts),
      PUBLIC_URL: publicUrl,
      API_HOST: '127.0.0.1',
      API_PORT: String(port),
      SESSION_SECRET: env.SESSION_SECRET ?? keptSecret(env.DUBAN_HOME),
      // People are the demonstration's only in a database of our own.
      DEMONSTRATION: String(env.DATABASE_URL === undefined),
    },
    patienceMs: 10_000,
  });
  await untilReady(child, join(env.DUBAN_HOME, 'logs', 'api.log'), async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch((): null => null);
    return answer?.ok === true;
  });
  return child;
}

// Kept, so that a restart does not sign everybody out.
function keptSecret(home: string): string {
  const file = join(home, 'session-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
