import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pauseRehearsal, rehearsalRun, startRehearsal } from '../../api/engine/rehearsals.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { readPlanClock } from '../../store/plan/plan-clock.ts';
import { planCounts } from '../../store/plan/plan-counts.ts';
import { withStepLock } from '../../store/rehearsal/step-lock.ts';
import { type MailCatcher, startMailCatcher } from '../../embedded/mail-catcher.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { on } from '../store/plan/rehearsed-plan.ts';
import { rehearsalPaused } from '../../workflows/messages.ts';
import { rehearsalWorkflowId } from '../../workflows/workflow-ids.ts';
import { type EnginePlan, type PlanEngine, issueOnEngine, planEngine, rehearseOnEngine } from './plan-engine.ts';

let duban: PlanEngine;
let plan: EnginePlan;
let catcher: MailCatcher;
const folder = mkdtempSync(join(tmpdir(), 'duban-mail-'));

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

const patience = { timeout: 60_000 };
const over = () =>
  vi.waitFor(async () => expect((await rehearsalRun(duban.client, plan.planId)).state).not.toBe('running'), patience);

const play = (until: string) =>
  startRehearsal(duban.client, duban.taskQueue, { planId: plan.planId, people: false, until: plainDate(until) });

async function instant() {
  const reading = await readPlanClock(duban.store, plan.planId);
  return reading.clock === 'stepped' ? reading.instant : null;
}

describe('a rehearsal in which only time goes on', () => {
  it('steps the plan to the day that was asked for, with its reminders sent', async () => {
    await play('2022-08-25');
    await over();
    expect(await instant()).toBe(on('2022-08-24', 9));
    const { mails } = await planCounts(duban.store, plan.planId);
    expect(mails).toEqual({ accepted: expect.any(Number) });
  });

  it('goes on from there when it is asked for a later day', async () => {
    await play('2022-10-13');
    await over();
    const { overdueObligations } = await planCounts(duban.store, plan.planId);
    expect(overdueObligations).toBeGreaterThan(0);
  });

  it('stands still while it is paused', async () => {
    const before = await instant();
    await duban.client.workflow.signalWithStart('rehearsal', {
      workflowId: rehearsalWorkflowId(plan.planId),
      taskQueue: duban.taskQueue,
      args: [{ planId: plan.planId, people: 'none', until: '2023-01-31' }],
      signal: rehearsalPaused,
      signalArgs: [{ isPaused: true }],
    });
    await vi.waitFor(
      async () =>
        expect((await rehearsalRun(duban.client, plan.planId)).status).toMatchObject({ isPaused: true, steps: 0 }),
      patience,
    );
    expect(await instant()).toBe(before);
    await pauseRehearsal(duban.client, plan.planId, false);
    await over();
    // The slip of 16 January is confirmed by nobody; two working days later its office is reminded.
    expect(await instant()).toBe(on('2023-01-18', 9));
  });
});

describe('a plan that is being stepped', () => {
  it('is stepped by nobody else', async () => {
    await withStepLock(duban.store, plan.planId, async () => {
      await expect(withStepLock(duban.store, plan.planId, async () => {})).rejects.toThrow(
        'is being stepped by somebody else',
      );
    });
    await withStepLock(duban.store, plan.planId, async () => {});
  });
});
