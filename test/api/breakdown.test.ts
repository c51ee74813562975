import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breakdown } from '../../api/schemas/breakdown.ts';
import { registerPage } from '../../api/schemas/register.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { clerk, head, officer, on, rehearse } from '../store/plan/rehearsed-plan.ts';
import { smallNotice } from '../web/bed/small-plan.ts';
import type { TimelinePageBody } from '../../api/schemas/task.ts';
import { rebuild } from '../../store/ledger/rebuild.ts';
import { type ApiBed, apiBed, bodyOf, origin, signedInAs } from './api-bed.ts';

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

  describe('whose tasks are divided and merged', () => {
    const read = async () => breakdown.parse(await (await ask(`/api/plans/${planId}/breakdown`)).json());
    const taskNumbered = async (number: string) => {
      const { tasks, draftVersion } = await read();
      const task = tasks.find((each) => each.number === number);
      if (task === undefined) throw new Error(`there is no task ${number}`);
      return { task, draftVersion };
    };
    const lead = [{ unitId: unitIdOf('gongxinju'), role: 'lead' }];
    const both = [...lead, { unitId: unitIdOf('fagaiwei'), role: 'support' }];
    const split = { type: 'splitTask', taskNumber: '2', itemIds: ['1'], cutAt: null, reason: '分别推进。' };
    const parts = { rest: { title: '推进改造', parties: both }, added: { title: '新增示范项目', parties: lead } };

    it('puts a part right after its task, once under one id, and tells what was in it', async () => {
      const { task, draftVersion } = await taskNumbered('2');
      const actId = randomUUID();
      const sent = { ...split, ...parts, draftVersion };
      expect([(await act(sent, actId)).status, (await act(sent, actId)).status]).toEqual([200, 200]);
      const { tasks } = await read();
      expect(tasks.slice(1, 4).map(({ number, items }) => [number, items.length])).toEqual([
        ['2', 0],
        ['2-2', 1],
        ['3', 1],
      ]);
      expect(tasks[2]).toMatchObject({ span: task.span, items: task.items });
      const { rows } = await bodyOf<TimelinePageBody>(await ask(`/api/plans/${planId}/timeline?order=desc&size=2`));
      const itemTold = expect.stringContaining(task.items[0]?.title ?? 'none');
      expect(rows.toReversed()).toMatchObject([
        { type: 'taskSplitOff', title: '拆分任务', details: ['从第2项拆出第2-2项“新增示范项目”：分别推进。'] },
        {
          type: 'taskRevised',
          changes: [
            { what: '任务名称', before: task.title, after: '推进改造' },
            { before: itemTold, after: null },
          ],
        },
      ]);
      expect(new Set(rows.map(({ commandId }) => commandId)).size).toBe(1);
    });

    it('makes one task of neighbours, and says why it does not of others', async () => {
      const merge = {
        type: 'mergeTasks',
        taskNumber: '2',
        nextNumber: '2-2',
        title: '推进企业智能化改造',
        reason: '合并推进。',
      };
      expect(await (await act({ ...merge, nextNumber: '3' })).json()).toMatchObject({ code: 'not-neighbours' });
      expect(await (await act({ ...merge, taskNumber: '8', nextNumber: '9' })).json()).toMatchObject({
        code: 'other-leads',
        detail: expect.stringContaining('第8项任务的牵头单位是市工信局，第9项任务的牵头单位是市发改委'),
      });
      expect((await act(merge)).status).toBe(200);
      const { tasks } = await read();
      expect(tasks.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, place) => String(place + 1)));
      expect(tasks[1]).toMatchObject({ title: '推进企业智能化改造', items: [{ id: '1' }] });
    });

    it('takes the same number again, and is folded from the ledger row for row', async () => {
      expect((await act({ ...split, ...parts })).status).toBe(200);
      const { differences } = await rebuild({ ownerUrl: bed.ownerUrl, books: bed.store.books, replace: false });
      expect(differences).toEqual([]);
      expect((await read()).tasks[2]?.number).toBe('2-2');
      const { rows } = registerPage.parse(await (await ask(`/api/plans/${planId}/register`)).json());
      expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 18 }, (_, place) => place + 1));
    });
  });

  describe('whose passages become tasks, and whose tasks are none', () => {
    const read = async () => breakdown.parse(await (await ask(`/api/plans/${planId}/breakdown`)).json());
    const [preamble] = /全年.*/.exec(smallNotice) ?? [];
    const start = smallNotice.indexOf(preamble ?? 'none');
    const add = {
      type: 'addTask',
      start,
      end: start + (preamble ?? '').length,
      number: '0',
      task: { title: '建成智慧工厂', parties: [{ unitId: unitIdOf('kejiju'), role: 'lead' }] },
      reason: '漏读。',
    };
    const last = async () => {
      const { rows } = await bodyOf<TimelinePageBody>(await ask(`/api/plans/${planId}/timeline?order=desc&size=1`));
      return rows[0];
    };

    it('puts one at its place in the notice, once under one id, and tells what is in it', async () => {
      const before = await read();
      expect(before.tasks[0]).toMatchObject({ number: '1' });
      expect(await (await act({ ...add, number: undefined })).json()).toMatchObject({ code: 'number-missing' });
      const actId = randomUUID();
      const sent = { ...add, draftVersion: before.draftVersion };
      expect([(await act(sent, actId)).status, (await act(sent, actId)).status]).toEqual([200, 200]);
      const { tasks, unread, draftVersion } = await read();
      expect(tasks).toHaveLength(before.tasks.length + 1);
      expect(tasks[0]).toMatchObject({ number: '0', group: before.tasks[0]?.group, span: [add.start, add.end] });
      expect(draftVersion).toBe(before.draftVersion + 1);
      expect(unread.filter(({ span }) => span[0] < add.end && span[1] > add.start)).toEqual([]);
      expect(await last()).toMatchObject({
        title: '增列任务',
        details: ['第0项“建成智慧工厂”：漏读。'],
        changes: [{ what: '牵头单位', before: null, after: '市科技局' }],
      });
      expect(await (await act({ ...add, number: '99' })).json()).toMatchObject({ code: 'passage-taken' });
    });

    it('leaves one out, tells what was in it, and shows its words with the reason until they are a task again', async () => {
      const [, task] = (await read()).tasks;
      const drop = { type: 'dropTask', taskNumber: '1', reason: '属于背景说明。' };
      expect((await act(drop, randomUUID(), askOfficer, officer)).status).toBe(403);
      expect((await act(drop)).status).toBe(200);
      const { tasks, unread } = await read();
      expect(tasks.map(({ number }) => number)).not.toContain('1');
      expect(unread).toContainEqual({
        span: task?.span,
        reason: `原第1项“${task?.title}”，办公室确定不列为任务：属于背景说明。`,
        isDoubtful: false,
      });
      expect(await last()).toMatchObject({
        title: '不列为任务',
        changes: expect.arrayContaining([{ what: '牵头单位', before: '市工信局', after: null }]),
      });
      const { start: from, end } = { start: task?.span[0], end: task?.span[1] };
      expect((await act({ ...add, start: from, end, number: '1' })).status).toBe(200);
      const again = await read();
      expect(again.unread.filter(({ reason }) => reason.includes('不列为任务'))).toEqual([]);
      expect(again.tasks.slice(0, 3).map(({ number }) => number)).toEqual(['0', '1', '2']);
    });

    it('is folded from the ledger row for row', async () => {
      expect((await act({ type: 'dropTask', taskNumber: '0', reason: '不是任务。' })).status).toBe(200);
      const { differences } = await rebuild({ ownerUrl: bed.ownerUrl, books: bed.store.books, replace: false });
      expect(differences).toEqual([]);
    });
  });
});

describe('an opinion on a breakdown', () => {
  let bed: ApiBed;
  let planId = '';
  beforeAll(async () => {
    bed = await apiBed();
    const plan = await rehearse(bed.store);
    await plan.act({ type: 'beginConsultation', by: clerk }, on('2022-08-15', 10));
    planId = plan.planId;
  });
  afterAll(() => bed.close());

  const answered = async (taskNumber: string) => {
    const ask = await signedInAs(bed, head);
    const act = { type: 'answerConsultation', unitId: head.unitId, opinions: [{ taskNumber, text: '建议延期。' }] };
    const answer = await ask(`/api/plans/${planId}/acts`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ actId: randomUUID(), seat: { seat: head.seat, unitId: head.unitId }, act }),
    });
    return (await answer.json()) as { readonly code: string; readonly detail: string };
  };

  it('about a task that is no longer there is refused by its number', async () => {
    const { code, detail } = await answered('5-2');
    expect([code, detail]).toEqual(['draft-moved', '任务分解中已没有第5-2项任务，请刷新后按现在的任务分解填写意见。']);
  });

  it('about a task that stands goes to the engine, which is away here', async () => {
    expect((await answered('1')).code).toBe('unconfirmed');
  });
});
