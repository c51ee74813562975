import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breakdown } from '../../api/schemas/breakdown.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { clerk, officer } from '../store/plan/rehearsed-plan.ts';
import { smallNotice } from '../web/bed/small-plan.ts';
import { type ApiBed, apiBed, origin, signedInAs } from './api-bed.ts';

describe('a breakdown that the office writes on by hand', () => {
  const planId = randomUUID();
  let bed: ApiBed;
  let ask: Awaited<ReturnType<typeof signedInAs>>;
  let askOfficer: typeof ask;
  beforeAll(async () => {
    bed = await apiBed();
    ask = await signedInAs(bed, clerk);
    // A real plan lets nobody sign in as demonstration people any more.
    askOfficer = await signedInAs(bed, officer);
    const headers = { origin, 'content-type': 'application/octet-stream' };
    const query = new URLSearchParams({ planId, fileName: '要点.txt', clock: 'real' });
    const answer = await ask(`/api/plans?${query.toString()}`, { method: 'POST', headers, body: smallNotice });
    if (answer.status !== 200) throw new Error(await answer.text());
  });
  afterAll(() => bed.close());

  const taskOne = async () => {
    const told = breakdown.parse(await (await ask(`/api/plans/${planId}/breakdown`)).json());
    const task = told.tasks.find(({ number }) => number === '1');
    if (task === undefined) throw new Error('the notice has no first task');
    return { task, draftVersion: told.draftVersion };
  };
  const act = async (sent: object, actId: string = randomUUID(), as = ask, who = clerk) => {
    const headers = { origin, 'content-type': 'application/json' };
    const seat = { seat: who.seat, unitId: who.unitId };
    const body = JSON.stringify({ actId, seat, act: sent });
    return as(`/api/plans/${planId}/acts`, { method: 'POST', headers, body });
  };
  const item = {
    title: '举办推介活动3场',
    unitId: unitIdOf('fagaiwei'),
    target: { value: 3, unit: '场', comparator: '>=' },
    commitment: 'striving',
    due: '2022-11-30',
    dueBasis: 'stated',
    tracked: false,
  };

  it('takes a new item of a unit of the task, once under one id', async () => {
    const { task, draftVersion } = await taskOne();
    const sent = { type: 'draftItem', taskNumber: '1', draftVersion, itemId: null, item, reason: '会议确定。' };
    const actId = randomUUID();
    expect([(await act(sent, actId)).status, (await act(sent, actId)).status]).toEqual([200, 200]);
    const after = await taskOne();
    expect(after.task.items).toHaveLength(task.items.length + 1);
    expect(after.task.items.at(-1)).toMatchObject({ ...item, span: null });
    expect(after.draftVersion).toBe(draftVersion + 1);
  });

  it('takes other units and another title, and refuses an item whose unit the task has not', async () => {
    const { task, draftVersion } = await taskOne();
    const parties = task.parties.map(({ unitId, role }) => ({ unitId, role }));
    const unitId = unitIdOf('kejiju');
    const stranger = { type: 'draftItem', taskNumber: '1', itemId: null, item: { ...item, unitId }, reason: '补充。' };
    expect(await (await act(stranger)).json()).toMatchObject({ code: 'task-unsound' });
    const task2 = { title: '建设城市感知网络和平台', parties: [...parties, { unitId, role: 'support' }] };
    const sent = { type: 'reviseTask', taskNumber: '1', draftVersion, task: task2, reason: '会议确定。' };
    expect((await act(sent)).status).toBe(200);
    expect((await act(stranger)).status).toBe(200);
    expect((await taskOne()).task).toMatchObject({
      title: '建设城市感知网络和平台',
      parties: [{}, {}, { unitId, role: 'support', basis: 'added' }],
    });
  });

  it('is not overwritten from a version that is no longer the latest, nor by a unit', async () => {
    const { task, draftVersion } = await taskOne();
    const [first] = task.items;
    const drop = { type: 'draftItem', taskNumber: '1', itemId: first?.id, item: null, reason: '重复。' };
    const stale = await act({ ...drop, draftVersion: draftVersion - 1 });
    expect(await stale.json()).toMatchObject({ code: 'draft-moved' });
    expect((await act(drop, randomUUID(), askOfficer, officer)).status).toBe(403);
    expect((await act({ ...drop, draftVersion })).status).toBe(200);
    expect((await taskOne()).task.items).toHaveLength(task.items.length - 1);
  });
});
