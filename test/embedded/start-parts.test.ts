import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseEnv } from '../../config/env.ts';
import type { Crash } from '../../embedded/process-group.ts';
import { type Parts, runningParts, startParts } from '../../embedded/start-parts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');

function env(source: Readonly<Record<string, string>> = {}) {
  const parsed = parseEnv(source, []);
  if (!parsed.ok) throw new Error(parsed.issues.join());
  return parsed.value;
}

async function startedParts(
  home: string,
  source: Readonly<Record<string, string>> = {},
): Promise<Parts & { crashes: Crash[] }> {
  const crashes: Crash[] = [];
  const parts = await startParts({ home, env: env(source), onCrash: (crash) => crashes.push(crash) });
  onTestFinished(() => parts.stop());
  return { ...parts, crashes };
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

const serverOf = ({ databaseUrl }: Parts) => portOf(databaseUrl);

describe('the embedded parts', { timeout: 60_000 }, () => {
  it('all answer, under roles that are neither superuser nor, for the processes, owner', async () => {
    const parts = await startedParts(temporaryFolder());
    expect(
      await ask(parts.databaseUrl, `SELECT current_user || ' ' || rolsuper FROM pg_roles WHERE rolname = current_user`),
    ).toBe('duban_app false');
    expect(
      await ask(
        parts.migrationUrl,
        `SELECT current_user || ' ' || rolsuper FROM pg_roles WHERE rolname = current_user`,
      ),
    ).toBe('duban_owner false');
    expect(
      await ask(parts.migrationUrl, `SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'duban'`),
    ).toBe('duban_owner');
    expect(await ask(parts.databaseUrl, 'SHOW listen_addresses')).toBe('127.0.0.1');
    await expect(ask(parts.databaseUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);

    const connection = await Connection.connect({ address: parts.temporalAddress });
    const { namespaceInfo, config } = await connection.workflowService.describeNamespace({
      namespace: parts.namespace,
    });
    await connection.close();
    expect(namespaceInfo?.name).toBe('duban');
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(90 * 86_400);
    expect(await isListening(portOf(parts.smtpUrl))).toBe(true);
  });

  it('can be found by other processes, keep their secrets to this user, and are gone when stopped', async () => {
    const home = temporaryFolder();
    const parts = await startedParts(home);
    expect(runningParts(home)).toMatchObject({
      databaseUrl: parts.databaseUrl,
      temporalAddress: parts.temporalAddress,
    });
    for (const name of readdirSync(home)) expect(statSync(join(home, name)).mode & 0o077, name).toBe(0);
    await parts.stop();
    expect(runningParts(home)).toBeNull();
    expect(await isListening(serverOf(parts))).toBe(false);
    expect(parts.crashes).toEqual([]);
  });

  it('find their state and their ports again at the next start', async () => {
    const home = temporaryFolder();
    const first = await startedParts(home);
    await ask(first.migrationUrl, 'CREATE TABLE kept AS SELECT 26 AS tasks');
    await first.stop();
    const second = await startedParts(home);
    expect(await ask(second.migrationUrl, 'SELECT tasks FROM kept')).toBe(26);
    expect(second.databaseUrl).toBe(first.databaseUrl);
  });

  it('are taken up again after their start was killed with -9', async () => {
    const home = temporaryFolder();
    const text = `
      import { parseEnv } from ${JSON.stringify(join(root, 'config/env.ts'))};
      import { startParts } from ${JSON.stringify(join(root, 'embedded/start-parts.ts'))};
      const env = parseEnv({}, []);
      if (!env.ok) process.exit(1);
      const parts = await startParts({ home: ${JSON.stringify(home)}, env: env.value, onCrash: () => {} });
      console.log(parts.migrationUrl);
      setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ['--input-type=module-typescript', '-e', text], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void starter.kill('SIGKILL'));
    const url = await new Promise<string>((resolve) =>
      createInterface({ input: starter.stdout }).once('line', resolve),
    );
    await ask(url, 'CREATE TABLE kept AS SELECT 26 AS tasks');
    const ended = new Promise((resolve) => starter.once('exit', resolve));
    starter.kill('SIGKILL');
    await ended;
    const parts = await startedParts(home);
    expect(await ask(parts.migrationUrl, 'SELECT tasks FROM kept')).toBe(26);
  });

  it('are refused a second time on the same state, and the first start goes on', async () => {
    const home = temporaryFolder();
    const parts = await startedParts(home);
    await expect(startParts({ home, env: env(), onCrash: () => {} })).rejects.toThrow(/正由另一个 duban 进程/);
    expect(await ask(parts.databaseUrl, 'SELECT 1')).toBe(1);
  });

  it('are given back by a restart of each, and a crash of one is reported', async () => {
    const parts = await startedParts(temporaryFolder());
    await parts.doors.postgres?.stop();
    await expect(ask(parts.databaseUrl, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
    await parts.doors.postgres?.start();
    await parts.doors.temporal?.kill();
    await parts.doors.temporal?.start();
    expect(await ask(parts.databaseUrl, 'SELECT 1')).toBe(1);
    expect(parts.crashes).toEqual([]);

    const child = parts.startProcess('worker', {
      name: '工作进程',
      command: process.execPath,
      args: ['-e', 'process.exit(3)'],
    });
    await child.exited;
    expect(parts.crashes).toMatchObject([{ name: '工作进程', cause: '退出码 3' }]);
  });
});

describe('parts that the environment gives', { timeout: 60_000 }, () => {
  it('are used as they are, and not started', async () => {
    const given = await startedParts(temporaryFolder());
    const parts = await startedParts(temporaryFolder(), {
      DATABASE_URL: given.databaseUrl,
      DATABASE_MIGRATION_URL: given.migrationUrl,
      TEMPORAL_ADDRESS: given.temporalAddress,
      SMTP_URL: 'smtp://relay.invalid:25',
    });
    expect(parts).toMatchObject({ databaseUrl: given.databaseUrl, smtpUrl: 'smtp://relay.invalid:25' });
    expect(parts.doors).toMatchObject({ postgres: null, temporal: null });
    expect(parts.sandboxSmtpUrl, 'the mail of rehearsals never goes to a given relay').toMatch(
      /^smtp:\/\/127\.0\.0\.1:/,
    );
    await parts.stop();
    expect(await ask(given.databaseUrl, 'SELECT 1')).toBe(1);
  });

  it.each([
    { source: { DATABASE_URL: 'postgresql://a:b@127.0.0.1:9/duban' }, says: /须同时给出/ },
    {
      source: {
        DATABASE_URL: 'postgresql://a:b@127.0.0.1:9/x',
        DATABASE_MIGRATION_URL: 'postgresql://a:b@127.0.0.1:9/x',
      },
      says: /DATABASE_URL 指定的数据库没有应答/,
    },
    { source: { TEMPORAL_ADDRESS: '127.0.0.1:9' }, says: /TEMPORAL_ADDRESS.*没有应答/ },
  ])('and that do not answer are named, and nothing is left running: $source', async ({ source, says }) => {
    const home = temporaryFolder();
    await expect(startParts({ home, env: env(source), onCrash: () => {} })).rejects.toThrow(says);
    expect(readdirSync(home)).not.toContain('lock');
    const ports = JSON.parse(readFileSync(join(home, 'ports.json'), 'utf8')) as Readonly<Record<string, number>>;
    for (const port of Object.values(ports)) expect(await isListening(port)).toBe(false);
  });
});
