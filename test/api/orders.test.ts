import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseFileOf } from '../../api/papers/case-file/case-file-of.ts';
import { orderPage } from '../../api/schemas/order.ts';
import type { OrderLineBody, OrderListBody, OrderPageBody, UrgingBoardBody } from '../../api/schemas/order.ts';
import { planSight } from '../../api/sight.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import {
  type RehearsedPlan,
  actor,
  clerk,
  head,
  issue,
  officer,
  on,
  rehearse,
  reviewer,
} from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, signedInAs } from './api-bed.ts';

const supervisor = actor('duchashi-supervisor-1', 'supervisor', 'duchashi');
const writer = actor('gongxinju-writer', 'writer', 'gongxinju');
const gongxinju = unitIdOf('gongxinju');

describe('slips after a quarter in which nobody reported', () => {
  let bed: ApiBed;
  let plan: RehearsedPlan;
  let office: Ask;
  let unit: Ask;

  const ordersFor = async (ask: Ask): Promise<readonly OrderLineBody[]> =>
    (await bodyOf<OrderListBody>(await ask(`/api/plans/${plan.planId}/orders?size=200`))).rows;
  const pageFor = async (ask: Ask, orderId: string) => ask(`/api/plans/${plan.planId}/orders/${orderId}`);
  const draftedFor = async (unitId: string): Promise<string> => {
    const found = (await ordersFor(office)).find((each) => each.unit.unitId === unitId && each.period === '2022Q3');
    if (found === undefined) throw new Error('no slip was drafted');
    return found.orderId;
  };

  beforeAll(async () => {
    bed = await apiBed();
    plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    await plan.advance(on('2022-10-20', 9));
    office = await signedInAs(bed, clerk);
    unit = await signedInAs(bed, officer);
  });
  afterAll(() => bed.close());

  it('shows drafted slips to the office and none of them to the unit', async () => {
    const orderId = await draftedFor(gongxinju);
    expect((await ordersFor(office)).every(({ phase, number }) => phase === 'drafted' && number === null)).toBe(true);
    expect(await ordersFor(unit)).toEqual([]);
    expect((await pageFor(unit, orderId)).status).toBe(404);
    expect((await unit(`/api/plans/${plan.planId}/papers/slip?id=${orderId}`)).status).toBe(404);
  });

  it('shows a confirmed slip with its number, its limit and its answer to the unit, from the sending on', async () => {
    const orderId = await draftedFor(gongxinju);
    await plan.actOnOrder(orderId, { type: 'confirmSlip', by: clerk }, on('2022-10-20', 10));
    const text = await plan.write('answer', '已安排专人填报，今日报送。');
    await plan.actOnOrder(orderId, { type: 'answerOrder', by: head, text }, on('2022-10-21', 10));
    const page = await bodyOf<OrderPageBody>(await pageFor(unit, orderId));
    expect(orderPage.safeParse(page).error?.issues ?? []).toEqual([]);
    expect(page).toMatchObject({ phase: 'answered', number: '镇数字办催〔2022〕1号', name: '催办单' });
    expect(page.answerWhy?.counted).toMatchObject({ date: page.answerDue, from: '2022-10-20', workingDays: 3 });
    expect(page.answers).toMatchObject([{ text: '已安排专人填报，今日报送。', verdict: null }]);
    expect(page.rows.length).toBeGreaterThan(0);
    expect(page.timeline.map(({ type }) => type)).toEqual(['orderSent', 'orderAnswered']);
    expect(page.answeredByReader).toBe(false);
    const own = await bodyOf<OrderPageBody>(await pageFor(await signedInAs(bed, head), orderId));
    expect(own.answeredByReader).toBe(true);
  });

  it('keeps one unit’s slips from another and from writers', async () => {
    const orderId = await draftedFor(gongxinju);
    const other = await signedInAs(bed, actor('fagaiwei-officer-a', 'officer', 'fagaiwei'));
    expect((await pageFor(other, orderId)).status).toBe(404);
    const refused = await (await signedInAs(bed, writer))(`/api/plans/${plan.planId}/orders`);
    expect(refused.status).toBe(403);
  });

  it('tells which units are late, for urging, and a unit only its own', async () => {
    const all = await bodyOf<UrgingBoardBody>(await office(`/api/plans/${plan.planId}/urgings`));
    expect(all.overdue.map(({ unit: each }) => each.unitId)).toContain(gongxinju);
    expect(all.overdue.length).toBeGreaterThan(1);
    const own = await bodyOf<UrgingBoardBody>(await unit(`/api/plans/${plan.planId}/urgings`));
    expect(own.overdue.map(({ unit: each }) => each.unitId)).toEqual([gongxinju]);
  });

  it('prints papers for those who may read what is on them', async () => {
    const papers = `/api/plans/${plan.planId}/papers`;
    const print = async (ask: Ask, path: string) => {
      const answer = await ask(`${papers}/${path}`);
      const start = Buffer.from(await answer.arrayBuffer()).subarray(0, 2);
      return answer.status === 200 ? start.toString() : answer.status;
    };
    const orderId = await draftedFor(gongxinju);
    expect(await print(office, `slip?id=${orderId}`)).toBe('PK');
    expect(await print(unit, `slip?id=${orderId}`)).toBe('PK');
    expect(await print(office, 'register')).toBe('PK');
    expect(await print(await signedInAs(bed, supervisor), 'breakdown?format=xlsx')).toBe('PK');
    expect(await print(unit, 'issue')).toBe('PK');
    expect(await print(unit, 'register')).toBe(403);
    expect(await print(unit, `issue?unitId=${unitIdOf('fagaiwei')}`)).toBe(403);
    expect(await print(office, 'register?format=docx')).toBe(400);
    expect(await print(office, 'summary')).toBe(400);
    expect(await print(office, 'bulletin?period=2022Q3&issue=1')).toBe('PK');
    expect(await print(await signedInAs(bed, reviewer), `return?unitId=${gongxinju}&period=2022Q3`)).toBe(422);
  });

  it('gives the case file of a task to the supervisor alone, with a record that can be followed by hashing alone', async () => {
    const { rows } = await bodyOf<OrderPageBody>(await pageFor(office, await draftedFor(gongxinju)));
    const taskId = rows[0]?.taskId ?? '';
    const path = `/api/plans/${plan.planId}/papers/case-file?id=${taskId}`;
    expect((await office(path)).status).toBe(403);
    const answer = await (await signedInAs(bed, supervisor))(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const { records, sections } = await caseFileOf(
      bed.store,
      await planSight({ store: bed.store, now: () => on('2022-10-21', 12) }, plan.planId),
      taskId,
    );
    const linesOf = (fileName: string) =>
      Buffer.from(records.find((each) => each.fileName === fileName)?.bytes ?? [])
        .toString()
        .split('\n')
        .slice(0, -1);
    let previous = '0'.repeat(64);
    const followed = linesOf('task.jsonl').map((line) => (previous = hash('sha256', previous + line)));
    expect(followed.length).toBeGreaterThan(2);
    expect(followed).toEqual(linesOf('task.sha256'));
    const texts = linesOf('texts.jsonl').map((line) => JSON.parse(line) as Record<string, string>);
    expect(texts.map(({ salt, text }) => hash('sha256', `${salt}${text}`))).toEqual(
      texts.map(({ commitment }) => commitment),
    );
    expect(JSON.stringify(sections.find(({ title }) => title === '催办、催办单与督办单'))).toContain('编号发出');
  });
});
