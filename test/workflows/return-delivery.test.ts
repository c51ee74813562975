import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mailPorts } from '../../activities/mail-ports.ts';
import { catchUp } from '../../activities/rehearsal/catch-up.ts';
import { period } from '../../domain/calendar/quarter.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import type { OwedObligation } from '../../domain/return/return-of.ts';
import { readEvents } from '../../store/ledger/load.ts';
import { advancePlanClock } from '../../store/plan/plan-clock.ts';
import { pendingDeliveries } from '../../store/return/deliveries.ts';
import { listReturns, readReturn } from '../../store/return/read-returns.ts';
import { taskPage } from '../../store/task/task-page.ts';
import { actor, clerk, entryOf, on, playThirdQuarter, q3, reviewer, send } from '../store/plan/rehearsed-plan.ts';
import { type EnginePlan, type PlanEngine, issueOnEngine, planEngine, rehearseOnEngine } from './plan-engine.ts';

let duban: PlanEngine;
let plan: EnginePlan;

beforeAll(async () => {
  duban = await planEngine();
  await duban.startWorker(duban.activities);
  plan = await rehearseOnEngine(duban);
  await issueOnEngine(duban, plan);
  await playThirdQuarter(plan);
});

afterAll(() => duban.close());

const settle = (at: ReturnType<typeof on>) =>
  catchUp({ store: duban.store, engine: duban.engine, heartbeat: () => {} }, plan.planId, at);

describe('an act on a return whose delivery nobody started', () => {
  it('is started by the next round of the post office', async () => {
    const at = on('2022-12-20');
    const owed: OwedObligation = { unitId: unitIdOf('fagaiwei'), period: period('2022Q3'), kind: 'progress' };
    await plan.advance(at);
    const done = await plan.write('late/done', '产业园主体完工。');
    const entry = entryOf({ subjectId: `whole/${unitIdOf('fagaiwei')}`, texts: { done } });
    const by = actor('fagaiwei-officer-a', 'officer', 'fagaiwei');
    await plan.ask(owed, { type: 'saveRows', by, rows: [{ taskId: plan.taskId('2'), entry }] }, at);
    await plan.ask(owed, { type: 'askHeadApproval', by }, at);
    await plan.ask(owed, { type: 'submitReturn', by: actor('fagaiwei-head', 'head', 'fagaiwei'), version: 1 }, at);
    expect(await pendingDeliveries(duban.store, { planId: plan.planId })).toHaveLength(1);
    await mailPorts({ ...duban, carryOutSheets: async () => {} }).startLeftDeliveries();
    await vi.waitFor(async () => expect(await pendingDeliveries(duban.store, { planId: plan.planId })).toEqual([]), {
      timeout: 10_000,
    });
    const { obligations } = await taskPage(duban.store, plan.taskId('2'));
    expect(obligations.find(({ kind, period: of }) => kind === 'progress' && of === '2022Q3')).toMatchObject({
      state: 'submitted',
      late: true,
    });
  });
});

describe('a letter that can never be delivered', () => {
  it('becomes an event of the chain that made it', async () => {
    const chain = `task/${plan.taskId('2')}`;
    const letterId = randomUUID();
    await mailPorts({ ...duban, carryOutSheets: async () => {} }).tellFailure({
      chain,
      letterId,
      key: 'k',
      failureClass: 'mailbox',
    });
    await vi.waitFor(
      async () => {
        const last = (await readEvents(duban.store, chain)).at(-1);
        expect(last?.event).toMatchObject({ type: 'deliveryFailed', letterId });
      },
      { timeout: 10_000 },
    );
  });
});

const completed = { ending: 'completed', until: null } as const;

describe('a delivery that finds its task ended', () => {
  it('names the refused rows, and the return keeps why', async () => {
    const q4: OwedObligation = { ...q3, period: period('2022Q4') };
    await plan.advance(on('2023-01-05'));
    const done = await plan.write('report/3/done', '已建成1400个基站。');
    await send(plan, q4, entryOf({ value: 1400, complete: true, ending: completed, texts: { done } }), {
      at: on('2023-01-05', 11),
    });
    await plan.ask(q4, { type: 'reviewReturn', by: reviewer, version: 1, sendBack: [] }, on('2023-01-05', 14));
    await plan.deliver(on('2023-01-05', 14));
    const at = on('2023-01-05', 15);
    await advancePlanClock(duban.store, plan.planId, at);
    const by = actor('fagaiwei-officer-a', 'officer', 'fagaiwei');
    const owed: OwedObligation = { unitId: unitIdOf('fagaiwei'), period: period('2022Q4'), kind: 'contribution' };
    const said = await plan.write('contribution/done', '提供项目清单。');
    const entry = entryOf({ subjectId: `whole/${unitIdOf('fagaiwei')}`, texts: { done: said } });
    await plan.ask(owed, { type: 'saveRows', by, rows: [{ taskId: plan.taskId('1'), entry }] }, at);
    await plan.ask(owed, { type: 'submitReturn', by, version: 1 }, at);
    const decision = { ...completed, subjectId: '1', value: null, reason: null };
    await plan.sendToTask('1', { type: 'decideEndings', rows: [decision], by: clerk }, at);
    const told = await plan.sendToTask('1', { type: 'endTask', ending: 'completed', by: clerk }, at);
    expect(told.outcome).toBe('recorded');
    await settle(at);
    const [line] = await listReturns(duban.store, plan.planId, { ...owed });
    const { rows } = await readReturn(duban.store, line?.returnId ?? '');
    expect(rows.map(({ state }) => state)).toEqual(['refused']);
  });
});

describe('an engine that was lost altogether', () => {
  it('begins again from the ledger, wherever it is asked first', async () => {
    const chain = `task/${plan.taskId('2')}`;
    const before = await readEvents(duban.store, chain);
    for (const id of [chain, `plan/${plan.planId}`])
      await duban.client.workflow.getHandle(id).terminate('the engine is lost');
    await plan.advance(on('2023-01-20'));
    const after = await readEvents(duban.store, chain);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
    const by = actor('gongxinju-officer-a', 'officer', 'gongxinju');
    const contacts = await plan.write('receipt/contacts', '责任领导：某某。');
    const told = await plan.send({ type: 'receiptNotice', by, unitId: by.unitId, contacts }, on('2023-01-20', 11));
    expect(told.outcome).toBe('recorded');
  });
});
