import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { loadSeeds } from '../../seeds/load-seeds.ts';
import { planOrders } from '../../store/order/read-orders.ts';
import { readOrder, readSlip } from '../../store/papers/escalation.ts';
import { landmarks } from '../../store/rehearsal/landmarks.ts';
import { type OpenStore, openStore } from '../../store/store.ts';
import { freshDatabase } from '../support/database.ts';
import { type RehearsedPlan, issue, leader, on, playThirdQuarter, rehearse } from './plan/rehearsed-plan.ts';

const fagaiwei = unitIdOf('fagaiwei');
const slipId = randomUUID();
const orderId = randomUUID();

let store: OpenStore;
let plan: RehearsedPlan;

/** Puts a row as the projection of a paper's chain would have it; columns that are not named have what an unsent draft has. */
async function put(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  await store.pool.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1)`, [
    JSON.stringify(row),
  ]);
}

const common = () => ({ plan_id: plan.planId, unit_id: fagaiwei, lapsed: false, undelivered: false });
const row = (id: string) => ({
  order_id: id,
  task_id: plan.taskId('2'),
  obligation_id: `progress/${fagaiwei}/2022Q3`,
  place: 0,
  task_number: '2',
  title: '建设产业园',
  kind: 'progress',
  period: '2022Q3',
  subject_ids: [],
  due: '2022-10-12',
  overdue_working_days: 5,
});
const question = () => ({ planId: plan.planId, day: plainDate('2022-10-25') });

beforeAll(async () => {
  const { appUrl } = await freshDatabase();
  store = openStore({ url: appUrl, size: 2, name: 'test' });
  await loadSeeds(store, on('2022-08-01'), true);
  plan = await rehearse(store);
  await issue(store, plan);
  await playThirdQuarter(plan);
  const slip = { kind: 'slip', form: 'slip', path: 'slip', period: '2022Q3', phase: 'sent' };
  const sent = {
    series: 'slips',
    serial: 1,
    number: '镇数字办催〔2022〕1号',
    sent_at: on('2022-10-19'),
    answer_due: '2022-10-24',
  };
  await put('work_order', { ...common(), ...slip, ...sent, order_id: slipId, begun_at: on('2022-10-19', 1) });
  await put('work_order_row', row(slipId));
  await put('work_order_row', { ...row(slipId), obligation_id: 'arrived', place: 1, arrived_at: on('2022-10-19', 8) });
  const demand = await plan.write('order/demand', '逐项补报第三季度进展情况。');
  const basis = { kind: 'unanswered', slipId, slipNumber: sent.number, answerDue: '2022-10-24' };
  const order = { kind: 'order', form: 'order', path: 'order', phase: 'sent', basis, decided_by: leader };
  const opened = {
    series: 'orders',
    serial: 1,
    number: '镇数字办督〔2022〕1号',
    sent_at: on('2022-10-25'),
    answer_due: '2022-11-01',
  };
  const decided = { ...opened, decision_id: demand.contentId };
  await put('work_order', { ...common(), ...order, ...decided, order_id: orderId, begun_at: on('2022-10-25', 0) });
  await put('work_order_row', row(orderId));
  const urging = { task_id: plan.taskId('2'), urging_id: randomUUID(), unit_id: fagaiwei, plan_id: plan.planId };
  const promise = await plan.write('urging/promise', '补报第三季度进展');
  const reached = await plan.write('urging/reached', '联络员');
  const by = { channel: 'phone', obligation_ids: [], reached_id: reached.contentId, urged_by: leader, delivers: false };
  const promised = { promise_id: promise.contentId, promised_by: '2022-10-18', promise_state: 'open' };
  await put('urging', { ...urging, ...by, ...promised, urged_at: on('2022-10-17') });
});
afterAll(() => store.close());

describe('the list of papers', () => {
  it('has their numbers, how many answers came, and what is on record above them', async () => {
    const text = await plan.write('order/step', '已约谈分管负责同志。');
    const step = { order_id: orderId, step: 'interview', outcome_id: text.contentId, recorded_by: leader };
    await put('work_order_step', { ...step, seq: 5, taken_on: '2022-10-25', recorded_at: on('2022-10-25') });
    const answered = { text_id: text.contentId, answered_by: leader, late: false, review_due: '2022-11-01' };
    for (const number of [1, 2]) {
      const answeredAt = on('2022-10-25', 10 + number);
      await put('work_order_answer', { ...answered, order_id: orderId, number, answered_at: answeredAt });
    }
    const listed = (await planOrders(store, plan.planId)).filter(({ number }) => number !== null);
    expect(listed).toMatchObject([
      { number: '镇数字办催〔2022〕1号', answers: 0, answeredAt: null, steps: [] },
      { number: '镇数字办督〔2022〕1号', answers: 2, answeredAt: on('2022-10-25', 12), steps: ['interview'] },
    ]);
  });
});

describe('the landmarks of a played year', () => {
  it('are its issue and its papers with what prints them, oldest first', async () => {
    const all = await landmarks(store, plan.planId, plainDate('2022-10-25'));
    const numbered = all.filter(({ text }) => /印发|〔2022〕/.test(text));
    expect(numbered).toEqual([
      { at: expect.any(String), text: '任务分解印发交办' },
      {
        at: on('2022-10-19'),
        text: '催办单 镇数字办催〔2022〕1号 发市发改委，10月24日前回复',
        paper: `slip --id ${slipId.slice(0, 8)}`,
      },
      {
        at: on('2022-10-25'),
        text: '督办单 镇数字办督〔2022〕1号 发市发改委，11月1日前回复',
        paper: `order --id ${orderId.slice(0, 8)}`,
      },
    ]);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted());
  });
});

describe('the data of a slip', () => {
  it('is that of the unit’s latest, without rows that have arrived since, with what was done before it', async () => {
    expect(await readSlip(store, { ...question(), unitId: fagaiwei })).toMatchObject({
      number: '镇数字办催〔2022〕1号',
      unit: '市发改委',
      form: 'slip',
      issuedOn: '2022-10-19',
      answerDue: '2022-10-24',
      rows: [
        {
          taskNumber: '2',
          task: '建设产业园',
          owed: '2022年第三季度进展情况',
          items: ['整项任务'],
          due: '2022-10-12',
          overdueWorkingDays: 5,
        },
      ],
      urgings: [{ days: ['2022-10-17'], how: '电话催办', result: '承诺于10月18日前办理：补报第三季度进展' }],
    });
  });

  it('is that of a draft, without number and day, as the calendar made it', async () => {
    const { rows } = await store.pool.query<{ readonly id: string }>(
      `SELECT order_id AS id FROM work_order WHERE plan_id = $1 AND unit_id = $2 AND phase = 'drafted'`,
      [plan.planId, fagaiwei],
    );
    const drafted = await readSlip(store, { ...question(), orderId: rows[0]?.id ?? 'none' });
    expect(drafted).toMatchObject({ number: null, issuedOn: null, answerDue: null, urgings: expect.any(Array) });
    expect(drafted.rows.map(({ owed }) => owed)).toContain('2022年第三季度进展情况');
  });

  it('is found by the beginning of its id, and never among the orders', async () => {
    expect(await readSlip(store, { ...question(), orderId: slipId.slice(0, 8) })).toMatchObject({
      answerDue: '2022-10-24',
    });
    await expect(readOrder(store, { ...question(), orderId: slipId })).rejects.toMatchObject({ code: 'unknown-order' });
    const nobody = { ...question(), unitId: unitIdOf('kejiju') };
    await expect(readSlip(store, nobody)).rejects.toMatchObject({ code: 'unknown-order' });
  });
});

describe('the data of an order', () => {
  it('has its reason, who opened it, and what is demanded', async () => {
    const data = await readOrder(store, { ...question(), orderId });
    expect(data).toMatchObject({
      number: '镇数字办督〔2022〕1号',
      issuer: '镇江市数字经济工作领导小组办公室',
      openedBy: expect.stringMatching(/^市领导.{2,3}$/),
      reasons: ['镇数字办催〔2022〕1号要求于2022年10月24日前回复，逾期未回复。'],
      demand: '逐项补报第三季度进展情况。',
    });
  });
});
