import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import type { Env } from '../config/env.ts';
import { instantOfEpoch } from '../domain/instant.ts';
import { loadSeeds } from '../seeds/load-seeds.ts';
import { migrate } from '../store/migrate.ts';
import { openStore } from '../store/store.ts';
import { ensureSearchAttributes } from '../worker/ensure-search-attributes.ts';
import type { PartAddresses } from './parts-file.ts';
import type { Child, Crash } from './process-group.ts';
import { type Parts, startParts } from './start-parts.ts';

/** A whole duban on this machine: the parts, a migrated and seeded database, and a worker. */
export interface RunningDuban {
  readonly parts: Parts;
  readonly worker: Child;
  readonly stop: () => Promise<void>;
}

/** What a whole start needs to be told. */
export interface DubanPlan {
  readonly home: string;
  readonly env: Env;
  readonly onCrash: (crash: Crash) => void;
  /** Hears of each stage, in Chinese. */
  readonly onStage: (text: string) => void;
  readonly isKept?: boolean;
  /** Where people open this duban, for links in mail; what the environment says where it is absent. */
  readonly publicUrl?: string;
}

const root = join(import.meta.dirname, '..');

/** Starts what the environment does not give, brings the database up to date, loads the seeds and starts a worker. */
export async function startDuban(plan: DubanPlan): Promise<RunningDuban> {
  plan.onStage('正在启动 PostgreSQL、Temporal 和邮件沙箱');
  const parts = await startParts(plan);
  try {
    plan.onStage('正在更新数据库结构');
    await migrate(parts.migrationUrl, join(root, 'prisma', 'migrations'));
    plan.onStage('正在装载单位、人员、日历和规则');
    await seed(parts, plan.env);
    await registerAttributes(parts, plan.env);
    plan.onStage('正在启动工作进程');
    return { parts, worker: startWorker(parts, plan.publicUrl), stop: () => parts.stop() };
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

/** Starts one more worker beside the parts, or one in the place of another that is gone. */
export function startWorker(parts: Parts, publicUrl?: string): Child {
  return parts.startProcess('worker', {
    name: '工作进程',
    command: process.execPath,
    args: [join(root, 'worker', 'main.ts')],
    env: { ...settingsOf(parts), ...(publicUrl === undefined ? {} : { PUBLIC_URL: publicUrl }) },
    // A mail under way may take 70 seconds to be answered.
    patienceMs: 90_000,
  });
}

/** The settings by which another process of duban reaches the same parts. */
export function settingsOf(addresses: PartAddresses): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: addresses.databaseUrl,
    TEMPORAL_ADDRESS: addresses.temporalAddress,
    TEMPORAL_NAMESPACE: addresses.namespace,
    SMTP_URL: addresses.smtpUrl,
    SANDBOX_SMTP_URL: addresses.sandboxSmtpUrl,
  };
}

// Before the worker does it too: whoever starts a workflow right after this finds the server ready for it.
async function registerAttributes({ temporalAddress, namespace }: PartAddresses, env: Env): Promise<void> {
  const apiKey = env.TEMPORAL_API_KEY;
  const connection = await Connection.connect({
    address: temporalAddress,
    tls: env.TEMPORAL_TLS,
    ...(apiKey === undefined ? {} : { apiKey }),
  });
  try {
    await ensureSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}

async function seed({ databaseUrl }: PartAddresses, env: Env): Promise<void> {
  const store = openStore({ url: databaseUrl, size: 2, name: 'duban-seeds' });
  try {
    // People are the demonstration's: on a given database they come by invitation.
    await loadSeeds(store, instantOfEpoch(Date.now()), env.DATABASE_URL === undefined);
  } finally {
    await store.close();
  }
}
