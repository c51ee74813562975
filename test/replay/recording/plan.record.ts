import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { catchUp } from '../../../activities/rehearsal/catch-up.ts';
import { period } from '../../../domain/calendar/quarter.ts';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import type { OwedObligation } from '../../../domain/return/return-of.ts';
import { advancePlanClock } from '../../../store/plan/plan-clock.ts';
import { pendingDeliveries } from '../../../store/return/deliveries.ts';
import { resume } from '../../../workflows/messages.ts';
import { actor, clerk, entryOf, on, playThirdQuarter, q3, reviewer, send } from '../../store/plan/rehearsed-plan.ts';
import { loseTail } from '../../workflows/lose-tail.ts';
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

beforeAll(async () => {
  duban = await planEngine();
  await duban.startWorker(duban.activities);
  plan = await rehearseOnEngine(duban, 'seed-1');
  await issueOnEngine(duban, plan);
  await playThirdQuarter(plan);
});

afterAll(() => duban.close());

/** The ids of a workflow's runs, oldest first. */
async function runsOf(workflowId: string): Promise<readonly string[]> {
  return vi.waitFor(
    async () => {
      const runs = [];
      for await (const run of duban.client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.push(run);
      if (runs.length === 0) throw new Error('not visible yet');
      return runs.toSorted((a, b) => a.startTime.getTime() - b.startTime.getTime()).map(({ runId }) => runId);
    },
    { timeout: 20_000, interval: 500 },
  );
}

async function save(name: string, workflowId: string, nth?: number): Promise<number> {
  const runId = nth === undefined ? undefined : (await runsOf(workflowId)).at(nth);
  return saveHistory(duban.client, { name, workflowId, ...(runId === undefined ? {} : { runId }) });
}

it('records the runs of a quarter', async () => {
  const taskId = `task/${plan.taskId('1')}`;
  await save('task.third-quarter-renewed', taskId, 0);
  const by = actor('fagaiwei-officer-a', 'officer', 'fagaiwei');
  const contacts = await plan.write('receipt/contacts', '责任领导：某某。');
  await plan.send({ type: 'receiptNotice', by, unitId: unitIdOf('fagaiwei'), contacts }, on('2022-10-20', 11));
  await save('annualPlan.issued-and-renewed', `plan/${plan.planId}`, 0);
  const { rows } = await duban.store.pool.query<{ act: string; kind: string }>(
    'SELECT act, kind FROM delivery ORDER BY acted_at',
  );
  const act = (kind: string) => `return/${rows.find((row) => row.kind === kind)?.act ?? ''}`;
  await save('returnDelivery.submitted', act('submit'));
  expect(await save('returnDelivery.reviewed', act('review'))).toBeGreaterThan(0);
});

it('records the ending of a task, and a delivery that comes too late for it', async () => {
  const q4: OwedObligation = { ...q3, period: period('2022Q4') };
  await plan.advance(on('2023-01-05'));
  const done = await plan.write('report/3/done', '已建成1400个基站。');
  await send(
    plan,
    q4,
    entryOf({ value: 1400, complete: true, ending: { ending: 'completed', until: null }, texts: { done } }),
    { at: on('2023-01-05', 11) },
  );
  await plan.ask(q4, { type: 'reviewReturn', by: reviewer, version: 1, sendBack: [] }, on('2023-01-05', 14));
  await plan.deliver(on('2023-01-05', 14));
  await late(on('2023-01-05', 15));
  expect(await save('task.ended', `task/${plan.taskId('1')}`)).toBeGreaterThan(0);
});

/** The office ends the task while a unit's contribution to it is on its way. */
async function late(at: ReturnType<typeof on>): Promise<void> {
  const officer = actor('fagaiwei-officer-a', 'officer', 'fagaiwei');
  const owed: OwedObligation = { unitId: unitIdOf('fagaiwei'), period: period('2022Q4'), kind: 'contribution' };
  const text = await plan.write('contribution/done', '提供项目清单。');
  const row = {
    taskId: plan.taskId('1'),
    entry: entryOf({ subjectId: `whole/${unitIdOf('fagaiwei')}`, texts: { done: text } }),
  };
  await advancePlanClock(duban.store, plan.planId, at);
  await plan.ask(owed, { type: 'saveRows', by: officer, rows: [row] }, at);
  await plan.ask(owed, { type: 'submitReturn', by: officer, version: 1 }, at);
  const done = { subjectId: '1', ending: 'completed', until: null, value: null, reason: null } as const;
  await plan.sendToTask('1', { type: 'decideEndings', rows: [done], by: clerk }, at);
  await plan.sendToTask('1', { type: 'endTask', ending: 'completed', by: clerk }, at);
  const [pending] = await pendingDeliveries(duban.store, { planId: plan.planId });
  await catchUp({ store: duban.store, engine: duban.engine, heartbeat: () => {} }, plan.planId, at);
  await save('returnDelivery.refused-by-an-ended-task', `return/${pending?.act ?? ''}`);
}

it('records a task that was parked and resumed', async () => {
  const task = { planId: plan.planId, taskId: plan.taskId('2') };
  const chain = `task/${task.taskId}`;
  // The new year begins a new run; what it knows is then taken from the ledger.
  await duban.engine.advance(task, on('2023-01-06'));
  await duban.engine.advance(task, on('2023-01-07'));
  const runs = await runsOf(chain);
  await loseTail(duban.database.superuserUrl, chain);
  await duban.engine.advance(task, on('2023-01-20')).catch(() => {});
  const by = { personId: 'p', seat: 'admin', unitId: 'u' } as const;
  await duban.client.workflow.getHandle(chain).executeUpdate(resume, { args: [{ by }] });
  await vi.waitFor(async () => expect((await runsOf(chain)).length).toBeGreaterThan(runs.length), { timeout: 20_000 });
  await save('task.parked-and-resumed', chain, runs.length - 1);
});
