import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftsOf } from '../../store/plan/rehearsed-plan.ts';
import { type PlanEngine, planEngine } from '../../workflows/plan-engine.ts';
import { issueRealPlan } from '../../workflows/real-plan.ts';
import { saveHistory } from './save-history.ts';

let duban: PlanEngine;

beforeAll(async () => {
  duban = await planEngine();
  await duban.startWorker(duban.activities);
});

afterAll(() => duban.close());

it('records a plan and a task that wait for real time', async () => {
  const planId = await issueRealPlan(duban);
  expect(
    await saveHistory(duban.client, { name: 'annualPlan.waiting-on-real-time', workflowId: `plan/${planId}` }),
  ).toBeGreaterThan(0);
  const [first] = draftsOf(planId);
  expect(
    await saveHistory(duban.client, { name: 'task.waiting-on-real-time', workflowId: `task/${first?.taskId ?? ''}` }),
  ).toBeGreaterThan(0);
});
