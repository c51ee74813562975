import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { OrderPersonAct } from '../../../domain/act/order-act.ts';
import type { PersonActor } from '../../../domain/actor.ts';
import { uuid5 } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/instant.ts';
import { actor, clerk, leader, on, playThirdQuarter } from '../../store/plan/rehearsed-plan.ts';
import { actingOn, openObjection, otherSupervisor, supervisor } from '../../workflows/objection-play.ts';
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
let perform: ReturnType<typeof actingOn>;

const slips = { fagaiwei: 'slip/fagaiwei/2022Q3', gongxinju: 'slip/gongxinju/2022Q3' } as const;
const heads = {
  fagaiwei: actor('fagaiwei-head', 'head', 'fagaiwei'),
  gongxinju: actor('gongxinju-head', 'head', 'gongxinju'),
} as const;

beforeAll(async () => {
  duban = await planEngine();
  await duban.startWorker(duban.activities);
  plan = await rehearseOnEngine(duban, 'seed-1');
  await issueOnEngine(duban, plan);
  await playThirdQuarter(plan);
  perform = actingOn(duban, plan);
});

afterAll(() => duban.close());

const orderOf = (path: string): string => uuid5(plan.planId, path);

type WithoutOrder<A> = A extends unknown ? Omit<A, 'orderId'> : never;

function act(by: PersonActor, path: string, done: WithoutOrder<OrderPersonAct>, at: Instant): Promise<void> {
  return perform(by, { ...done, orderId: orderOf(path) }, at);
}

async function saveEnded(name: string, workflowId: string): Promise<number> {
  const handle = duban.client.workflow.getHandle(workflowId);
  await vi.waitFor(async () => expect((await handle.describe()).status.name).toBe('COMPLETED'), { timeout: 20_000 });
  return saveHistory(duban.client, { name, workflowId });
}

async function objectTo(path: string, by: PersonActor, at: Instant): Promise<string> {
  const about = { kind: 'order', orderId: orderOf(path) } as const;
  await perform(by, { type: 'fileObjection', about, grounds: '材料已于到期前送达。' }, at);
  return openObjection(duban, plan);
}

it('records a slip whose answer is accepted', async () => {
  await act(clerk, slips.gongxinju, { type: 'confirmSlip' }, on('2022-10-20', 11));
  await act(heads.gongxinju, slips.gongxinju, { type: 'answerOrder', text: '已补报。' }, on('2022-10-21'));
  const accepted = { type: 'reviewSlipAnswer', verdict: 'accepted', reason: null } as const;
  await act(clerk, slips.gongxinju, accepted, on('2022-10-21', 15));
  expect(await saveEnded('order.slip-answered', `order/${orderOf(slips.gongxinju)}`)).toBeGreaterThan(0);
});

it('records a slip whose answer is returned, and the proposal that the leader refuses', async () => {
  await act(clerk, slips.fagaiwei, { type: 'confirmSlip' }, on('2022-10-24', 11));
  await act(heads.fagaiwei, slips.fagaiwei, { type: 'answerOrder', text: '正在汇总。' }, on('2022-10-25'));
  const returned = { type: 'reviewSlipAnswer', verdict: 'returned', reason: '没有写明报送日期。' } as const;
  await act(clerk, slips.fagaiwei, returned, on('2022-10-25', 15));
  await plan.advance(on('2022-10-26', 9));
  expect(await saveEnded('order.slip-answer-returned', `order/${orderOf(slips.fagaiwei)}`)).toBeGreaterThan(0);
  const refusal = { type: 'refuseProposal', reason: '先由办公室约谈。' } as const;
  await act(leader, `${slips.fagaiwei}/order`, refusal, on('2022-10-26', 15));
  expect(await saveEnded('order.proposal-refused', `order/${orderOf(`${slips.fagaiwei}/order`)}`)).toBeGreaterThan(0);
});

/** An order that the office proposes without a slip, opened by the supervisor. */
async function openedOrder(proposedOn: Instant, openedOn: Instant): Promise<string> {
  const { unitId } = heads.fagaiwei;
  await perform(clerk, { type: 'proposeOrder', unitId, reasons: '多次催办仍未报送。' }, proposedOn);
  const { rows } = await duban.store.pool.query<{ path: string }>(
    `SELECT path FROM work_order WHERE phase = 'proposed'`,
  );
  const [{ path } = { path: 'none' }] = rows;
  await act(supervisor, path, { type: 'openOrder', demand: '限期报送。' }, openedOn);
  return path;
}

const answered = { type: 'answerObjection', light: null, reason: '经查收文登记。' } as const;

it('records an order that stands against an objection until it is settled, and the objection', async () => {
  const path = await openedOrder(on('2022-11-01'), on('2022-11-02'));
  const objectionId = await objectTo(path, heads.fagaiwei, on('2022-11-07', 15));
  await perform(otherSupervisor, { ...answered, objectionId, outcome: 'dismissed' }, on('2022-11-08'));
  expect(await saveEnded('objection.dismissed', `objection/${objectionId}`)).toBeGreaterThan(0);
  const settled = { type: 'closeOrder', outcome: 'settled', reason: '已当面落实。' } as const;
  await act(leader, path, settled, on('2022-11-09'));
  expect(await saveEnded('order.objected-to-and-settled', `order/${orderOf(path)}`)).toBeGreaterThan(0);
});

it('records an order that falls by an objection, and the objection', async () => {
  const path = await openedOrder(on('2022-12-01'), on('2022-12-02'));
  const objectionId = await objectTo(path, heads.fagaiwei, on('2022-12-06', 15));
  await perform(otherSupervisor, { ...answered, objectionId, outcome: 'upheld' }, on('2022-12-08'));
  expect(await saveEnded('objection.order-taken-back', `objection/${objectionId}`)).toBeGreaterThan(0);
  expect(await saveEnded('order.taken-back-on-objection', `order/${orderOf(path)}`)).toBeGreaterThan(0);
});
