import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { createActivities } from '../../activities/index.ts';
import { createMailChannels } from '../../activities/mail/mail-channel.ts';
import { actLedger } from '../../api/engine/act-ledger.ts';
import { createEngine } from '../../api/engine/engine.ts';
import { rehearsalRun, startRehearsal } from '../../api/engine/rehearsals.ts';
import { importRehearsal } from '../../cli/play.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Scenario } from '../../domain/rehearsal/scenario.ts';
import { watchRehearsal } from '../../embedded/watch-rehearsal.ts';
import { startMailCatcher } from '../../embedded/mail-catcher.ts';
import { loadSeeds } from '../../seeds/load-seeds.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { scenarioPort } from '../../seeds/scenario-port.ts';
import { readPlanClock } from '../../store/plan/plan-clock.ts';
import { openStore } from '../../store/store.ts';
import { rehearsalWorkflowId } from '../../workflows/workflow-ids.ts';
import { on } from '../store/plan/rehearsed-plan.ts';
import { freshDatabase } from '../support/database.ts';
import { testEngine } from '../support/worker.ts';

/** The whole of duban for one test file: its own database, worker and mail catcher on the services of this run. */
export async function rehearsalStage() {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'duban-mails-'));
  const catcher = await startMailCatcher({ folder, port: 0 });
  const store = openStore({ url: database.appUrl, size: 8, name: 'e2e' });
  await loadSeeds(store, on('2022-08-01'), true);
  const base = await testEngine();
  const { client, taskQueue } = base;
  const channels = createMailChannels({ smtpUrl: null, sandboxSmtpUrl: catcher.url });
  const varied = new Map<string, Scenario>();
  const engine = createEngine({ client, taskQueue, ledger: actLedger(store), waitMs: 20_000 });
  const port = scenarioPort({ store, engine });
  const activities = createActivities({
    store,
    engine,
    mail: { channels, publicUrl: 'http://duban.invalid', mailFrom: 'duban@duban.invalid' },
    scenarios: { ...port, scenario: (name) => varied.get(name) ?? port.scenario(name) },
  });
  await base.startWorker(activities);
  const close = async (): Promise<void> => {
    await base.close();
    channels.stepped?.close();
    await store.close();
    await catcher.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const watch = async (planId: string): Promise<void> => {
    let standing: { readonly instant: Instant; readonly sinceMs: number } | null = null;
    const isOver = async (): Promise<boolean> => {
      const { state, status } = await rehearsalRun(client, planId);
      const stoppedBy = status?.stoppedBy ?? null;
      if (stoppedBy !== null) throw new Error(`the rehearsal was stopped: ${stoppedBy}`);
      const clock = await readPlanClock(store, planId);
      if (clock.clock === 'stepped' && clock.instant !== standing?.instant) {
        standing = { instant: clock.instant, sinceMs: Date.now() };
      }
      // What fails is tried again for ever; a plan that does not move says more than a test that runs out of time.
      if (standing !== null && Date.now() - standing.sinceMs > longestStandMs) {
        const why = await lastFailures(client, planId);
        throw new Error(`the plan has stood at ${standing.instant} for ${longestStandMs / 1000} seconds: ${why}`);
      }
      return state === 'over';
    };
    await watchRehearsal(store, planId, { onProgress: () => {}, isOver });
  };
  /** Imports the real notice and plays it to the scenario's last day; the plan's id. */
  const play = async (scenario: Scenario): Promise<string> => {
    if (!isAsSeeded(scenario)) varied.set(scenario.name, scenario);
    const { planId } = await importRehearsal(store, realNotice(), scenario);
    await startRehearsal(client, taskQueue, { planId, people: true, until: scenario.until });
    await watch(planId);
    return planId;
  };
  /** Lets the time of a plan go on to the end of a day; nobody does anything meanwhile. */
  const pass = async (planId: string, until: PlainDate): Promise<void> => {
    await startRehearsal(client, taskQueue, { planId, people: false, until });
    await watch(planId);
  };
  return { database, store, engine, client, taskQueue, catcher, folder, play, pass, close };
}

/** What the tries of the step that is under way ended with. */
async function lastFailures(client: Client, planId: string): Promise<string> {
  const { raw } = await client.workflow.getHandle(rehearsalWorkflowId(planId)).describe();
  const said = (raw.pendingActivities ?? []).flatMap(({ lastFailure }) => lastFailure?.message ?? []);
  return said.length === 0 ? 'no try of its step has failed' : said.join('; ');
}

/** For the hook that plays a year: many times what it takes, because a plan that stands still is found out before. */
export const playTimeoutMs = 1_800_000;

const longestStandMs = 240_000;

export type RehearsalStage = Awaited<ReturnType<typeof rehearsalStage>>;

function realNotice() {
  const original = readFileSync('seeds/notices/zhenjiang-2022.txt');
  return { fileName: 'zhenjiang-2022.txt', original, text: original.toString('utf8') };
}

// A seed and a last day of its own are the plan's, not the scenario's: only other behaviour makes it another scenario.
function isAsSeeded({ name, ...scenario }: Scenario): boolean {
  const { seed, until } = scenario;
  return JSON.stringify({ ...readScenario(name), seed, until }) === JSON.stringify({ name, ...scenario, seed, until });
}
