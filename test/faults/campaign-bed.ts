import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { noticeText } from '../../cli/notice-file.ts';
import { importRehearsal } from '../../cli/play.ts';
import { parseEnv } from '../../config/env.ts';
import type { MailCatcher } from '../../embedded/mail-catcher.ts';
import type { PartDoor } from '../../embedded/part-door.ts';
import type { Crash } from '../../embedded/process-group.ts';
import { startDuban, startWorker } from '../../embedded/start-duban.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { type OpenStore, openStore } from '../../store/store.ts';
import { dataConverter } from '../../worker/data-converter.ts';
import { ensureSearchAttributes } from '../../worker/ensure-search-attributes.ts';

const notice = resolve(import.meta.dirname, '../../seeds/notices/zhenjiang-2022.txt');

/** A whole duban of the tests' own, whose parts can be stopped, killed and started again while it works. */
export interface CampaignBed {
  readonly store: OpenStore;
  readonly client: Client;
  readonly taskQueue: string;
  readonly postgres: PartDoor;
  readonly temporal: PartDoor;
  readonly mail: MailCatcher;
  /** Kills the Temporal server and puts one in its place that has nothing of what it kept. */
  readonly loseEngine: () => Promise<void>;
  /** What ended without having been asked to. */
  readonly crashes: readonly Crash[];
  readonly killWorker: () => Promise<void>;
  /** As an operator's supervisor would. */
  readonly startWorker: () => void;
  /** Takes the real notice in as a plan of its own on a stepped clock. */
  readonly importNotice: (scenario: string, seed?: number) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Starts PostgreSQL, Temporal, the mail catcher and a worker in a folder that goes away with them. */
export async function campaignBed(): Promise<CampaignBed> {
  const home = mkdtempSync(join(tmpdir(), 'duban-faults-'));
  const crashes: Crash[] = [];
  const env = embeddedEnv();
  const running = await startDuban({ home, env, onCrash: (crash) => crashes.push(crash), onStage: () => {} });
  const { parts } = running;
  const { postgres, temporal, mail } = parts.doors;
  if (postgres === null || temporal === null || mail === null) throw new Error('the bed starts every part itself');
  const store = openStore({ url: parts.databaseUrl, size: 3, name: 'duban-faults' });
  const connection = await Connection.connect({ address: parts.temporalAddress });
  let { worker } = running;
  return {
    store,
    client: new Client({ connection, namespace: parts.namespace, dataConverter: dataConverter() }),
    taskQueue: env.TEMPORAL_TASK_QUEUE,
    postgres,
    temporal,
    mail,
    loseEngine: async () => {
      await temporal.kill();
      for (const file of readdirSync(join(home, 'temporal'))) rmSync(join(home, 'temporal', file));
      await temporal.start();
      await ensureSearchAttributes(connection, parts.namespace);
    },
    crashes,
    killWorker: () => worker.kill(),
    startWorker: () => void (worker = startWorker(parts)),
    importNotice: async (scenario, seed) => {
      const read = readScenario(scenario);
      const { planId } = await importRehearsal(store, await noticeText(notice), { ...read, seed: seed ?? read.seed });
      return planId;
    },
    close: async () => {
      await store.close();
      await connection.close();
      await running.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function embeddedEnv() {
  const parsed = parseEnv({}, []);
  if (!parsed.ok) throw new Error(parsed.issues.join('\n'));
  return parsed.value;
}
