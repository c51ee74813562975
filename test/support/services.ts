import { mkdtempSync, rmSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../embedded/free-port.ts';
import { type ProcessGroup, createProcessGroup } from '../../embedded/process-group.ts';
import { startTemporalServer } from '../../embedded/temporal-server.ts';
import { startThrowawayPostgres } from '../../embedded/throwaway-postgres.ts';
import { migrate } from '../../store/migrate.ts';
import { provisionDatabase } from '../../store/provision-database.ts';
import { databaseUrl } from './database-url.ts';

/** What test files are told about the one PostgreSQL of this run. */
export interface PostgresService {
  readonly superuserUrl: string;
}

/** What test files are told about the one Temporal server of this run; it keeps everything in memory. */
export interface TemporalService {
  readonly address: string;
  readonly namespace: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly servicesUrl: string;
  }
}

/**
 * Vitest's global setup: one keeper per run that starts each service when a test file first asks for it, so that a run
 * of rule tests alone starts none. Projects share the keeper; the last one to finish ends it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.keeper ??= startKeeper();
  shared.users += 1;
  const keeper = await shared.keeper;
  project.provide('servicesUrl', keeper.url);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    shared.keeper = undefined;
    await keeper.stop();
  };
}

interface Keeper {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

// Each project loads this module anew, but all of them in the same process.
const shared = ((
  globalThis as { dubanTestServices?: { keeper?: Promise<Keeper> | undefined; users: number } }
).dubanTestServices ??= {
  users: 0,
});

async function startKeeper(): Promise<Keeper> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-test-'));
  const crashes: string[] = [];
  const group = createProcessGroup(({ name, cause, lastLines }) => crashes.push(`${name} ${cause}\n${lastLines}`));
  const starters: Readonly<Record<string, () => Promise<unknown>>> = {
    '/postgres': once(() => startThrowawayPostgres(group, folder)),
    '/template': once(
      () => starters['/postgres']?.().then((service) => makeTemplate(service as PostgresService)) ?? never(),
    ),
    '/temporal': once(() => startTestTemporal(group, folder)),
  };
  const server = createServer((request, response) => {
    const start = starters[request.url ?? ''] ?? never;
    start().then(
      (service) => response.end(JSON.stringify(service)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await group.stop();
    rmSync(folder, { recursive: true, force: true });
    if (crashes.length > 0) throw new Error(`A service of the tests ended by itself:\n${crashes.join('\n')}`);
  };
  return { url: await listen(server), stop };
}

function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => (started ??= start());
}

async function never(): Promise<never> {
  throw new Error('no such service');
}

function listen(server: Server): Promise<string> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '');
    });
  });
}

async function makeTemplate(service: PostgresService): Promise<PostgresService> {
  const database = 'duban_template';
  await provisionDatabase({ ...service, database, ownerPassword: 'owner', appPassword: 'app' });
  await migrate(databaseUrl(service.superuserUrl, 'duban_owner:owner', database), resolve('prisma/migrations'));
  return service;
}

async function startTestTemporal(group: ProcessGroup, folder: string): Promise<TemporalService> {
  const port = await freePort();
  await startTemporalServer({ group, port, logFile: join(folder, 'temporal.log'), namespace: 'duban', dbFile: null });
  return { address: `127.0.0.1:${port}`, namespace: 'duban' };
}
