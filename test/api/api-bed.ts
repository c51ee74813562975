import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import type { AppDeps } from '../../api/app-deps.ts';
import { createAccounts } from '../../api/auth/accounts.ts';
import { makeLogin } from '../../api/auth/make-login.ts';
import type { Engine } from '../../api/engine/engine.ts';
import { createChangeFeed } from '../../api/http/change-feed.ts';
import { createMetrics } from '../../api/http/metrics.ts';
import type { PersonActor } from '../../domain/actor.ts';
import { type Instant, instantOfEpoch } from '../../domain/instant.ts';
import { loadSeeds } from '../../seeds/load-seeds.ts';
import { rehearsalPort } from '../../seeds/rehearsal-port.ts';
import { operatingFigures } from '../../store/read/operating-figures.ts';
import { type Store, openStore } from '../../store/store.ts';
import { on } from '../store/plan/rehearsed-plan.ts';
import { freshDatabase } from '../support/database.ts';

/** Where the tests' duban is opened. */
export const origin = 'http://127.0.0.1:8080';

/** An engine that nobody can reach: what needs it is left unconfirmed. */
const absentEngine = new Proxy({} as Engine, {
  get: () => () => Promise.reject(new Error('the engine is away')),
});

const absentClient = new Proxy({} as Client, {
  get: () => {
    throw new Error('the engine is away');
  },
});

/** A request of a signed-in person. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** The application on a database of its own, with the demonstration's people and no engine. */
export async function apiBed(changes: Partial<AppDeps> = {}) {
  const { appUrl, ownerUrl } = await freshDatabase();
  const store = openStore({ url: appUrl, size: 6, name: 'test' });
  await loadSeeds(store, on('2022-08-01'), true);
  const bed = apiOn(store, changes);
  const close = async (): Promise<void> => {
    bed.close();
    await store.close();
  };
  return { ...bed, ownerUrl, close };
}

/** The application on a store that is somebody else's to fill and to close; no engine unless one is given. */
export function apiOn(store: Store, changes: Partial<AppDeps> = {}) {
  const log = pino({ level: 'silent' });
  const accounts = createAccounts({ store, secret: 'test-secret-of-at-least-32-characters', publicUrl: origin, log });
  let now: Instant = instantOfEpoch(Date.now());
  const deps: AppDeps = {
    store,
    accounts,
    log,
    engine: absentEngine,
    engineView: {
      writer: () => Promise.reject(new Error('the engine is away')),
      isReachable: async () => false,
    },
    rehearsals: rehearsalPort({ store, client: absentClient, taskQueue: 'none' }),
    mailTest: async () => ({ accepted: false, answer: '未设置邮件通道' }),
    metrics: createMetrics(() => operatingFigures(store)),
    publicUrl: origin,
    passwordProfile: 'modern',
    isDemonstration: true,
    trustsProxy: false,
    requestsPerMinute: 100_000,
    metricsToken: null,
    heartbeatMs: 20,
    webFolder: null,
    now: () => now,
    ...changes,
  };
  const feed = createChangeFeed(store, 20);
  const app = createApp(deps, feed);
  const ask: Ask = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('origin')) headers.set('origin', origin);
    if (typeof init.body === 'string' && !headers.has('content-type')) headers.set('content-type', 'application/json');
    return app.request(path, { ...init, headers });
  };
  const close = (): void => feed.close();
  const setNow = (moment: Instant): void => {
    now = moment;
  };
  return { store, deps, app, ask, close, setNow };
}

export type ApiBed = Awaited<ReturnType<typeof apiBed>>;

/** Requests of a demonstration person in one of their seats. */
export async function signedInAs({ ask }: Pick<ApiBed, 'ask'>, { personId, seat, unitId }: PersonActor): Promise<Ask> {
  const answer = await ask('/api/demo/session', { method: 'POST', body: JSON.stringify({ personId, seat, unitId }) });
  if (answer.status !== 200) throw new Error(await answer.text());
  return withCookies(ask, answer);
}

/** Requests that carry the cookies of an answer. */
export function withCookies(ask: Ask, answer: Response): Ask {
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return ask(path, { ...init, headers });
  };
}

/** Gives a person a password. */
export async function withPassword(
  { deps }: Pick<ApiBed, 'deps'>,
  personId: string,
  userName: string,
): Promise<string> {
  const password = `${randomUUID()}Aa1`;
  await makeLogin(deps, { personId, userName, password });
  return password;
}

/** The JSON of an answer that was expected to succeed. */
export async function bodyOf<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text) as T;
}
