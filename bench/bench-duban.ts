import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { type Env, parseEnv } from '../config/env.ts';
import { type RunningDuban, startDuban } from '../embedded/start-duban.ts';
import type { ImportedNotice } from '../store/plan/import-plan.ts';
import { type OpenStore, openStore } from '../store/store.ts';
import { dataConverter } from '../worker/data-converter.ts';

/** A whole duban of the benchmark's own, durable like a kept one, with nothing else in its database. */
export interface BenchDuban {
  readonly env: Env;
  readonly running: RunningDuban;
  readonly store: OpenStore;
  readonly client: Client;
  readonly close: () => Promise<void>;
}

/** Starts it in a temporary folder, whatever parts the environment gives: a benchmark fills the database with its own rows. */
export async function startBenchDuban(): Promise<BenchDuban> {
  const home = mkdtempSync(join(tmpdir(), 'duban-bench-'));
  const parsed = parseEnv({ DUBAN_HOME: home }, []);
  if (!parsed.ok) throw new Error(parsed.issues.join('\n'));
  const env = parsed.value;
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const running = await startDuban({
    home,
    env,
    onCrash: ({ name, cause, lastLines }) => say(`${name}已退出：${cause}\n${lastLines}`),
    onStage: (text) => say(`${text}……`),
  });
  const { databaseUrl, temporalAddress, namespace } = running.parts;
  const store = openStore({ url: databaseUrl, size: 8, name: 'duban-bench' });
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, namespace, dataConverter: dataConverter() });
  const close = async (): Promise<void> => {
    await connection.close();
    await store.close();
    await running.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { env, running, store, client, close };
}

/** The notice of the demonstration. */
export function wholeNotice(): ImportedNotice {
  const file = fileURLToPath(new URL('../seeds/notices/zhenjiang-2022.txt', import.meta.url));
  const original = readFileSync(file);
  return { fileName: basename(file), original, text: original.toString('utf8') };
}

/** A notice of this text. */
export function noticeOf(text: string): ImportedNotice {
  return { fileName: 'notice.txt', original: Buffer.from(text), text };
}
