import { Client, Connection as TemporalConnection } from '@temporalio/client';
import { type Env, readEnv } from '../config/env.ts';
import { type PartAddresses } from '../embedded/parts-file.ts';
import { startDuban } from '../embedded/start-duban.ts';
import { runningParts } from '../embedded/start-parts.ts';
import { holderOf } from '../embedded/state-lock.ts';
import { listPlans } from '../store/plan/plans.ts';
import { type OpenStore, openStore } from '../store/store.ts';
import { dataConverter } from '../worker/data-converter.ts';
import { PartMissing } from './exit-codes.ts';

type Reached = Pick<PartAddresses, 'databaseUrl' | 'temporalAddress' | 'namespace' | 'mailboxDir'> & {
  readonly migrationUrl: string | null;
};

/** What a command works with: the store and the engine, reached. */
export interface Connection {
  readonly env: Env;
  readonly addresses: Reached;
  /** Of the role that owns the tables; null where it was not given. */
  readonly migrationUrl: string | null;
  readonly store: OpenStore;
  readonly client: Client;
  readonly close: () => Promise<void>;
}

/**
 * Reaches the duban that the settings name, else the one that `npm start` runs here; where neither is there, a whole one is
 * started for the time of the command on the same state directory. Throws `PartMissing` when a part does not answer.
 */
export async function connect(): Promise<Connection> {
  const env = readEnv();
  const running = env.DATABASE_URL === undefined ? runningParts(env.DUBAN_HOME) : null;
  if (running !== null) return openConnection(env, running);
  const holder = holderOf(env.DUBAN_HOME);
  if (holder !== null) throw new PartMissing(`duban 正在启动或结束（进程号 ${holder.pid}），请稍候再试。`);
  if (env.DATABASE_URL !== undefined && env.TEMPORAL_ADDRESS !== undefined) return openConnection(env, given(env));
  const own = await startDuban({
    home: env.DUBAN_HOME,
    env,
    onCrash: ({ name, cause, lastLines }) => process.stderr.write(`${name}已退出：${cause}\n${lastLines}\n`),
    onStage: (text) => process.stderr.write(`${text}……\n`),
  }).catch((error: unknown) => {
    throw new PartMissing(error instanceof Error ? error.message : String(error));
  });
  return openConnection(env, own.parts, own.stop);
}

function given(env: Env): Reached {
  const { DATABASE_URL: databaseUrl = '', TEMPORAL_ADDRESS: temporalAddress = '', TEMPORAL_NAMESPACE: namespace } = env;
  return {
    databaseUrl,
    temporalAddress,
    namespace,
    mailboxDir: null,
    migrationUrl: env.DATABASE_MIGRATION_URL ?? null,
  };
}

/** Reaches parts at known addresses; `stop` ends with the connection what was started for it. */
export async function openConnection(
  env: Env,
  addresses: Reached,
  stop: () => Promise<void> = async () => {},
): Promise<Connection> {
  const store = openStore({ url: addresses.databaseUrl, size: Math.min(4, env.DATABASE_POOL_SIZE), name: 'duban-cli' });
  try {
    await listPlans(store);
  } catch (error) {
    await store.close();
    await stop();
    throw new PartMissing(databaseTrouble(error));
  }
  const temporal = await TemporalConnection.connect({
    address: addresses.temporalAddress,
    connectTimeout: '5s',
    tls: env.TEMPORAL_TLS,
    ...(env.TEMPORAL_API_KEY === undefined ? {} : { apiKey: env.TEMPORAL_API_KEY }),
  }).catch(async (error: unknown) => {
    await store.close();
    await stop();
    throw new PartMissing(
      `Temporal 无法连接（${addresses.temporalAddress}）：${messageOf(error)}。请检查 TEMPORAL_ADDRESS 和 Temporal 服务。`,
    );
  });
  const client = new Client({
    connection: temporal,
    namespace: addresses.namespace,
    dataConverter: dataConverter(env.PAYLOAD_KEY ?? []),
  });
  const close = async (): Promise<void> => {
    await store.close();
    await temporal.close();
    await stop();
  };
  return { env, addresses, migrationUrl: addresses.migrationUrl, store, client, close };
}

function databaseTrouble(error: unknown): string {
  const isUnmigrated = error instanceof Error && 'code' in error && error.code === undefinedTable;
  return isUnmigrated
    ? '数据库结构尚未就绪：请等待启动完成，或先执行 npm run db:migrate。'
    : `PostgreSQL 无法连接：${messageOf(error)}。请检查 DATABASE_URL 和数据库服务。`;
}

// PostgreSQL's own code.
const undefinedTable = '42P01';

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
