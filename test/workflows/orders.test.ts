import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performAct } from '../../api/acts/perform-act.ts';
import type { PersonAct } from '../../domain/act/person-act.ts';
import type { PersonActor } from '../../domain/actor.ts';
import { period } from '../../domain/calendar/quarter.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { uuid5 } from '../../domain/ids.ts';
import { type Instant, dayOf } from '../../domain/instant.ts';
import { plainDate } from '../../domain/plain-date.ts';
import type { OwedObligation } from '../../domain/return/return-of.ts';
import { obligationId } from '../../domain/task/obligations.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { listObjections } from '../../store/objection/read-objections.ts';
import { planOrders } from '../../store/order/read-orders.ts';
import { overdueUnits } from '../../store/order/overdue-rows.ts';
import { handOverList } from '../../store/unit/hand-over-list.ts';
import { actor, clerk, entryOf, leader, on, playThirdQuarter } from '../store/plan/rehearsed-plan.ts';
import { type EnginePlan, type PlanEngine, issueOnEngine, planEngine, rehearseOnEngine } from './plan-engine.ts';

const fagaiwei = unitIdOf('fagaiwei');
const gongxinju = unitIdOf('gongxinju');
const slipOfFagaiwei = 'slip/fagaiwei/2022Q3';
const slipOfGongxinju = 'slip/gongxinju/2022Q3';

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

async function act(key: string, by: PersonActor, doing: PersonAct, at: Instant): Promise<void> {
  const settle = async (): Promise<never> => {
    throw new Error('nothing is settled here');
  };
  await plan.advance(at);
  await performAct({ store: duban.store, engine: duban.engine, settle }, plan.planId, { key, by, act: doing, at });
  await plan.deliver(at);
}

const orderId = (path: string): string => uuid5(plan.planId, path);

async function orderAt(path: string) {
  return (await planOrders(duban.store, plan.planId)).find((each) => each.path === path);
}

describe('after the reports of the third quarter were due', () => {
  it('one slip a unit is drafted on Wednesday 2022-10-19 with all that it has let pass', async () => {
    const orders = await planOrders(duban.store, plan.planId);
    expect(orders).toMatchObject([
      { path: slipOfFagaiwei, unitId: fagaiwei, phase: 'drafted', begunAt: on('2022-10-19', 0), rows: 3 },
      { path: slipOfGongxinju, unitId: gongxinju, phase: 'drafted', begunAt: on('2022-10-19', 0), rows: 1 },
    ]);
  });

  it('an urging by telephone is recorded with each task that it was about', async () => {
    const obligations = [
      { taskId: plan.taskId('1'), obligationIds: [obligationId('contribution', fagaiwei, period('2022Q3'))] },
      { taskId: plan.taskId('2'), obligationIds: [obligationId('progress', fagaiwei, period('2022Q3'))] },
    ];
    const promise = { text: '周五前报送。', by: plainDate('2022-10-21') };
    const urging = { channel: 'phone', reached: '综合处张同志', promise, delivers: false } as const;
    await act('urge/1', clerk, { type: 'urge', unitId: fagaiwei, obligations, ...urging }, on('2022-10-20', 11));
    const { rows } = await duban.store.pool.query(
      'SELECT task_id, promised_by, promise_state FROM urging ORDER BY task_id',
    );
    expect(rows).toHaveLength(2);
    await plan.advance(on('2022-10-21', 8));
    const due = await duban.store.pool.query(`SELECT FROM urging WHERE promise_state = 'due'`);
    expect(due.rows).toHaveLength(2);
  });

  it('a report that comes in before the confirmation leaves the slip', async () => {
    const officer = actor('fagaiwei-officer-a', 'officer', 'fagaiwei');
    const owed: OwedObligation = { unitId: fagaiwei, period: period('2022Q3'), kind: 'contribution' };
    const text = await plan.write('contribution/fagaiwei', '提供项目清单。');
    const row = { taskId: plan.taskId('1'), entry: entryOf({ subjectId: `whole/${fagaiwei}`, texts: { done: text } }) };
    const at = on('2022-10-21', 10);
    await plan.advance(at);
    await plan.ask(owed, { type: 'saveRows', by: officer, rows: [row] }, at);
    await plan.ask(owed, { type: 'submitReturn', by: officer, version: 1 }, at);
    await plan.deliver(at);
    expect(await orderAt(slipOfFagaiwei)).toMatchObject({ phase: 'drafted', rows: 2 });
    const { rows } = await duban.store.pool.query('SELECT promise_state FROM urging ORDER BY promise_state');
    expect(rows).toEqual([{ promise_state: 'due' }, { promise_state: 'kept' }]);
  });

  it('slips get their numbers as the office confirms them, without a gap for one that was refused', async () => {
    const at = on('2022-10-21', 11);
    await act('confirm/fagaiwei', clerk, { type: 'confirmSlip', orderId: orderId(slipOfFagaiwei) }, at);
    const again = act('confirm/again', clerk, { type: 'confirmSlip', orderId: orderId(slipOfFagaiwei) }, at);
    await expect(again).rejects.toMatchObject({ code: 'wrong-phase' });
    await act('confirm/gongxinju', clerk, { type: 'confirmSlip', orderId: orderId(slipOfGongxinju) }, at);
    expect(await orderAt(slipOfFagaiwei)).toMatchObject({ number: '镇数字办催〔2022〕1号', answerDue: '2022-10-26' });
    expect(await orderAt(slipOfGongxinju)).toMatchObject({ number: '镇数字办催〔2022〕2号' });
  });

  it('an answer that the office accepts closes one slip, silence makes an order of the other', async () => {
    const head = actor('gongxinju-head', 'head', 'gongxinju');
    const answer = { type: 'answerOrder', orderId: orderId(slipOfGongxinju), text: '已补报，今后按时报送。' } as const;
    await act('answer/gongxinju', head, answer, on('2022-10-24', 10));
    const review = { orderId: orderId(slipOfGongxinju), verdict: 'accepted', reason: null } as const;
    await act('review/gongxinju', clerk, { type: 'reviewSlipAnswer', ...review }, on('2022-10-24', 15));
    await plan.advance(on('2022-10-27', 9));
    expect(await orderAt(slipOfGongxinju)).toMatchObject({ phase: 'closed', outcome: 'accepted' });
    expect(await orderAt(slipOfFagaiwei)).toMatchObject({ phase: 'escalated' });
    expect(await orderAt(`${slipOfFagaiwei}/order`)).toMatchObject({
      phase: 'proposed',
      begunAt: on('2022-10-27', 0),
      precededBy: orderId(slipOfFagaiwei),
      rows: 2,
    });
  });

  it('the order is opened by the leader, and its steps stand in its chain', async () => {
    const path = `${slipOfFagaiwei}/order`;
    await act(
      'open',
      leader,
      { type: 'openOrder', orderId: orderId(path), demand: '限期报送并书面说明。' },
      on('2022-10-27', 15),
    );
    expect(await orderAt(path)).toMatchObject({ number: '镇数字办督〔2022〕1号', answerDue: '2022-11-03' });
    const interview = { type: 'recordStep', orderId: orderId(path), step: 'interview', outcome: '已约谈。' } as const;
    await act('interview', clerk, { ...interview, on: dayOf(on('2022-11-04')) }, on('2022-11-04', 16));
    expect(await orderAt(path)).toMatchObject({ phase: 'lapsed', lapsed: true });
  });

  it('whoever takes over at the unit finds the order and the promise that is still open', async () => {
    expect(await handOverList(duban.store, plan.planId, fagaiwei)).toMatchObject({
      orders: [{ kind: 'order', form: 'order', number: '镇数字办督〔2022〕1号', answerDue: '2022-11-03' }],
      promises: [{ taskNumber: '2', promise: '周五前报送。', promisedBy: '2022-10-21' }],
    });
  });

  it('a unit whose reminders could not be delivered is on no slip until somebody reached it', async () => {
    const on4 = dayOf(on('2022-11-04'));
    const told = () => overdueUnits(duban.store, { planId: plan.planId, on: on4, unitId: fagaiwei });
    const failure = { letterId: orderId('letter'), key: obligationId('progress', fagaiwei, period('2022Q3')) };
    const task = { planId: plan.planId, taskId: plan.taskId('2') };
    await duban.engine.tellFailure(task, { ...failure, failureClass: 'mailbox', receivedAt: on('2022-11-04', 16) });
    await duban.engine.advance(task, on('2022-11-04', 17));
    expect((await told()).units).toMatchObject([{ rows: [{}], withheld: 1 }]);
    const obligations = [{ taskId: plan.taskId('2'), obligationIds: [failure.key] }];
    const delivery = { channel: 'in-person', reached: '办公室', promise: null, delivers: true } as const;
    await act('urge/2', clerk, { type: 'urge', unitId: fagaiwei, obligations, ...delivery }, on('2022-11-04', 18));
    expect((await told()).units).toMatchObject([{ rows: [{}, {}], withheld: 0 }]);
  });

  it('an objection to the order is answered by another than who opened it; upheld, it takes the order back', async () => {
    const path = `${slipOfFagaiwei}/order`;
    const head = actor('fagaiwei-head', 'head', 'fagaiwei');
    const about = { kind: 'order', orderId: orderId(path) } as const;
    const grounds = '材料已于10月11日送达办公室。';
    await act('object', head, { type: 'fileObjection', about, grounds }, on('2022-11-07', 15));
    const [filed] = await listObjections(duban.store, plan.planId);
    expect(filed).toMatchObject({ phase: 'open', noted: 'noted', receivedOn: '2022-10-27' });
    const answer = {
      type: 'answerObjection',
      objectionId: filed?.objectionId ?? '',
      outcome: 'upheld',
      light: null,
      reason: '经查收文登记，情况属实。',
    } as const;
    const own = act('answer/own', leader, answer, on('2022-11-08', 10));
    await expect(own).rejects.toMatchObject({ code: 'first-decider' });
    const supervisor = actor('duchashi-supervisor-1', 'supervisor', 'duchashi');
    await act('answer/other', supervisor, answer, on('2022-11-08', 11));
    expect(await orderAt(path)).toMatchObject({ phase: 'closed', outcome: 'withdrawn' });
    expect(await listObjections(duban.store, plan.planId)).toMatchObject([{ phase: 'answered', noted: 'ended' }]);
    const again = act('object/again', head, { type: 'fileObjection', about, grounds }, on('2022-11-08', 15));
    await expect(again).rejects.toMatchObject({ code: 'objection-filed' });
  });

  it('the ledger proves itself', async () => {
    expect(await verifyLedger(duban.store)).toMatchObject({ ok: true });
  });
});
