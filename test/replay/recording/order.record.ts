import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { uuid5 } from '../../../domain/ids.ts';
import type { OrderAct } from '../../../domain/order/order-command.ts';
import { dayOf } from '../../../domain/instant.ts';
import { actor, clerk, leader, on, playThirdQuarter } from '../../store/plan/rehearsed-plan.ts';
import {
  type EnginePlan,
  type PlanEngine,
  issueOnEngine,
  planEngine,
  rehearseOnEngine,
  sentAt,
} from '../../workflows/plan-engine.ts';
import { saveHistory } from './save-history.ts';

let duban: PlanEngine;
let plan: EnginePlan;
const head = actor('fagaiwei-head', 'head', 'fagaiwei');

beforeAll(async () => {
  duban = await planEngine();
  await duban.startWorker(duban.activities);
  plan = await rehearseOnEngine(duban, 'seed-1');
  await issueOnEngine(duban, plan);
  await playThirdQuarter(plan);
});

afterAll(() => duban.close());

function orderOf(path: string): string {
  return uuid5(plan.planId, path);
}

async function act(path: string, command: OrderAct, at: ReturnType<typeof on>): Promise<void> {
  const told = await duban.engine.actOnOrder({ planId: plan.planId, orderId: orderOf(path) }, sentAt(command, at));
  expect(told).toMatchObject({ outcome: 'recorded' });
  await plan.deliver(at);
}

function save(name: string, path: string): Promise<number> {
  return saveHistory(duban.client, { name, workflowId: `order/${orderOf(path)}` });
}

async function ended(path: string): Promise<void> {
  const handle = duban.client.workflow.getHandle(`order/${orderOf(path)}`);
  await vi.waitFor(async () => expect((await handle.describe()).status.name).toBe('COMPLETED'), { timeout: 20_000 });
}

it('records a slip that becomes an order, and the order to its end', async () => {
  const slip = 'slip/fagaiwei/2022Q3';
  await act(slip, { type: 'confirmSlip', by: clerk }, on('2022-10-20', 11));
  await plan.advance(on('2022-10-26'));
  await ended(slip);
  expect(await save('order.slip-unanswered', slip)).toBeGreaterThan(0);
  const order = `${slip}/order`;
  const demand = await plan.write('order/demand', '限期报送并说明原因。');
  await act(order, { type: 'openOrder', by: leader, demand }, on('2022-10-26', 11));
  const text = await plan.write('order/answer', '已报送，加强日常调度。');
  await act(order, { type: 'answerOrder', by: head, text }, on('2022-10-31', 15));
  await act(order, { type: 'reviewOrderAnswer', by: leader, verdict: 'accepted', reason: null }, on('2022-11-01', 9));
  await ended(order);
  expect(await save('order.opened-and-closed', order)).toBeGreaterThan(0);
});

it('records a slip that is looked through again and dismissed', async () => {
  const slip = 'slip/gongxinju/2022Q3';
  await act(slip, { type: 'refreshRows' }, on('2022-11-01', 10));
  const reason = await plan.write('slip/reason', '已电话说明，先行整改。');
  await act(slip, { type: 'dismissSlip', by: clerk, reason }, on('2022-11-01', 11));
  await ended(slip);
  expect(await save('order.slip-dismissed', slip)).toBeGreaterThan(0);
});

it('records an order that the office proposed without a slip, and its steps', async () => {
  const reasons = await plan.write('order/reasons', '多次催办仍未报送。');
  const proposal = {
    type: 'proposeOrder',
    by: clerk,
    unitId: unitIdOf('fagaiwei'),
    path: 'order/own',
    reasons,
  } as const;
  expect(await plan.send(proposal, on('2022-11-01', 15))).toMatchObject({ outcome: 'recorded' });
  const demand = await plan.write('order/own/demand', '立即报送。');
  await act('order/own', { type: 'openOrder', by: leader, demand }, on('2022-11-01', 16));
  await plan.advance(on('2022-11-10'));
  const outcome = await plan.write('order/own/outcome', '已约谈主要负责人。');
  const step = { type: 'recordStep', by: clerk, step: 'interview', on: dayOf(on('2022-11-09')), outcome } as const;
  await act('order/own', step, on('2022-11-10', 11));
  const reason = await plan.write('order/own/reason', '事项已由其他途径落实。');
  await act('order/own', { type: 'closeOrder', by: leader, outcome: 'settled', reason }, on('2022-11-10', 15));
  await ended('order/own');
  expect(await save('order.proposed-by-the-office', 'order/own')).toBeGreaterThan(0);
  await saveRun('annualPlan.slips-drafted', `plan/${plan.planId}`);
});

async function saveRun(name: string, workflowId: string): Promise<void> {
  expect(await saveHistory(duban.client, { name, workflowId })).toBeGreaterThan(0);
}
