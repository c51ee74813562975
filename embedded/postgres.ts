import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { databaseAnswers } from '../store/database-answers.ts';
import { postgresProgramFolder } from './postgres-program.ts';
import { type SystemUser, postgresUser, runAs } from './postgres-user.ts';
import type { Child, ProcessGroup } from './process-group.ts';
import { untilReady } from './until-ready.ts';

export interface PostgresPlan {
  readonly group: ProcessGroup;
  /** The cluster lies in `postgres/` below it; made at the first start and kept. */
  readonly folder: string;
  readonly logFile: string;
  readonly port: number;
  readonly superuserPassword: string;
  /** False only for tests: a crash of the machine then loses data, and everything is several times faster. */
  readonly isDurable: boolean;
}

const maxConnections = 100;

/** Starts PostgreSQL on the loopback address, on the cluster in `folder`, and waits until it answers. */
export async function startPostgres(plan: PostgresPlan): Promise<Child> {
  const user = postgresUser();
  const programs = postgresProgramFolder();
  const cluster = join(plan.folder, 'postgres');
  if (!existsSync(join(cluster, 'PG_VERSION'))) makeCluster(plan, user, join(programs, 'initdb'));
  const program = join(programs, 'postgres');
  dropStaleLock(join(cluster, 'postmaster.pid'), program);
  const settings = Object.entries(settingsOf(plan)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = plan.group.start({
    ...runAs(user, program, ['-D', cluster, ...settings], [program, cluster]),
    name: 'PostgreSQL',
    logFile: plan.logFile,
    cwd: plan.folder,
    env: { LC_ALL: 'C' },
    stopSignal: 'SIGINT',
  });
  await untilReady(child, plan.logFile, () => databaseAnswers(superuserUrl(plan)));
  return child;
}

/** The superuser's URL, for making roles and databases; no process of duban works with it. */
export function superuserUrl({ port, superuserPassword }: Pick<PostgresPlan, 'port' | 'superuserPassword'>): string {
  return `postgresql://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`;
}

function settingsOf({ port, isDurable }: PostgresPlan): Readonly<Record<string, string | number>> {
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: maxConnections,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
}

// PostgreSQL sees by itself that the server named in its lock file is dead, but not that its number is somebody else's now.
function dropStaleLock(lockFile: string, program: string): void {
  if (process.platform !== 'linux' || !existsSync(lockFile)) return;
  const pid = Number(readFileSync(lockFile, 'utf8').split('\n')[0]);
  if (programOf(pid) !== realpathSync(program)) rmSync(lockFile, { force: true });
}

function programOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return null;
  }
}

function makeCluster(plan: PostgresPlan, user: SystemUser | null, program: string): void {
  const cluster = join(plan.folder, 'postgres');
  const passwordFile = join(plan.folder, 'postgres.password');
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  chmodSync(cluster, 0o700);
  writeFileSync(passwordFile, plan.superuserPassword, { mode: 0o600 });
  if (user !== null) for (const path of [cluster, passwordFile]) chownSync(path, user.uid, user.gid);
  const flags = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`, '--encoding=UTF8'];
  // Sorting by code point is the same on every machine and in every container.
  const sorting = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const speed = plan.isDurable ? [] : ['--no-sync'];
  const {
    command,
    args,
    user: runner,
  } = runAs(user, program, [`--pgdata=${cluster}`, ...flags, ...sorting, ...speed], [program, cluster]);
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: plan.folder, ...runner });
  rmSync(passwordFile, { force: true });
  if (status !== 0) {
    rmSync(cluster, { recursive: true, force: true });
    throw new Error(`PostgreSQL 初始化失败：${stderr.trim()}`);
  }
}
