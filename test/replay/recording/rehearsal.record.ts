import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { pauseRehearsal, rehearsalRun, startRehearsal } from '../../../api/engine/rehearsals.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { type MailCatcher, startMailCatcher } from '../../../embedded/mail-catcher.ts';
import {
  type EnginePlan,
  type PlanEngine,
  issueOnEngine,
  planEngine,
  rehearseOnEngine,
} from '../../workflows/plan-engine.ts';
import { saveHistory } from './save-history.ts';

let duban: PlanEngine;
let plan: EnginePlan;
let catcher: MailCatcher;
const folder = mkdtempSync(join(tmpdir(), 'duban-mail-'));
const patience = { timeout: 60_000 };

beforeAll(async () => {
  catcher = await startMailCatcher({ folder, port: 0 });
  duban = await planEngine(catcher.url);
  await duban.startWorker(duban.activities);
  plan = await rehearseOnEngine(duban);
  await issueOnEngine(duban, plan);
});

afterAll(async () => {
  await duban.close();
  await catcher.close();
  rmSync(folder, { recursive: true, force: true });
});

const play = (until: string) =>
  startRehearsal(duban.client, duban.taskQueue, { planId: plan.planId, people: false, until: plainDate(until) });
const over = () =>
  vi.waitFor(async () => expect((await rehearsalRun(duban.client, plan.planId)).state).toBe('over'), patience);

it('records a rehearsal to its last day', async () => {
  await play('2022-12-31');
  await over();
  expect(
    await saveHistory(duban.client, { name: 'rehearsal.played', workflowId: `rehearsal/${plan.planId}` }),
  ).toBeGreaterThan(0);
});

it('records a rehearsal that was stopped and let go on', async () => {
  const chain = `task/${plan.taskId('1')}`;
  const park = (reason: string | null) => duban.activities.noteParked({ chain, reason });
  await park('LedgerConflict');
  await play('2023-01-31');
  const stopped = async () =>
    expect((await rehearsalRun(duban.client, plan.planId)).status?.stoppedBy).toContain(chain);
  await vi.waitFor(stopped, patience);
  await park(null);
  await pauseRehearsal(duban.client, plan.planId, true);
  await pauseRehearsal(duban.client, plan.planId, false);
  await over();
  expect(
    await saveHistory(duban.client, {
      name: 'rehearsal.stopped-and-let-go-on',
      workflowId: `rehearsal/${plan.planId}`,
    }),
  ).toBeGreaterThan(0);
});
