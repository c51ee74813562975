import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../domain/canonical.ts';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import type { OwedObligation } from '../../../domain/return/return-of.ts';
import { loadSeeds } from '../../../seeds/load-seeds.ts';
import { rebuild } from '../../../store/ledger/rebuild.ts';
import { type ReturnAsk, type ReturnRequest, actOnReturn } from '../../../store/return/act-on-return.ts';
import { pendingDeliveries, readDelivery } from '../../../store/return/deliveries.ts';
import { ownUnitOf } from '../../../store/return/own-unit.ts';
import { listReturns, readReturn } from '../../../store/return/read-returns.ts';
import { type OpenStore, openStore } from '../../../store/store.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { type TestDatabase, freshDatabase } from '../../support/database.ts';
import {
  type RehearsedPlan,
  actor,
  clerk,
  entryOf,
  head,
  issue,
  officer,
  on,
  rehearse,
  reviewer,
  stagePlan,
} from '../plan/rehearsed-plan.ts';

const at = on('2022-08-30');
const rowPlan = { baseline: 600, curve: [], milestones: [], statisticsOn: null };

describe('an act on a return', () => {
  let database: TestDatabase;
  let store: OpenStore;
  beforeAll(async () => {
    database = await freshDatabase();
    store = openStore({ url: database.appUrl, size: 8, name: 'test' });
    await loadSeeds(store, on('2022-08-01'), true);
  });
  afterAll(() => store.close());

  const begin = async (): Promise<RehearsedPlan> => {
    const plan = await rehearse(store);
    await issue(store, plan);
    return plan;
  };
  const saving = (plan: RehearsedPlan, entry = entryOf({ plan: rowPlan })): ReturnAsk => {
    return { type: 'saveRows', by: officer, rows: [{ taskId: plan.taskId('1'), entry }] };
  };
  const requestOf = (plan: RehearsedPlan, command: ReturnAsk, owed: OwedObligation = stagePlan): ReturnRequest => {
    const identity = {
      commandId: randomUUID(),
      contentHash: sha256Of(JSON.stringify(command)),
      recordedAt: at,
      transport: 'test',
    };
    return { ...identity, planId: plan.planId, owed, command, at };
  };

  it('opens the return with the rows that the tasks say are open', async () => {
    const plan = await begin();
    await actOnReturn(store, requestOf(plan, saving(plan)));
    const [line] = await listReturns(store, plan.planId);
    expect(line).toMatchObject({
      unitId: unitIdOf('gongxinju'),
      kind: 'stage-plan',
      period: 'plan',
      version: 1,
      phase: 'draft',
      rows: 1,
    });
    const state = await readReturn(store, line?.returnId ?? '');
    expect(state.rows).toMatchObject([
      { taskNumber: '1', due: '2022-09-08', subject: { title: '新增5G基站' }, entry: { plan: rowPlan } },
    ]);
  });

  it('is answered from its first try when it comes again', async () => {
    const plan = await begin();
    const request = requestOf(plan, saving(plan));
    const first = await actOnReturn(store, request);
    expect(first).toMatchObject({ outcome: 'appended' });
    expect(await actOnReturn(store, request)).toEqual({ ...first, outcome: 'repeated' });
    expect(await actOnReturn(store, { ...request, contentHash: sha256Of('other') })).toEqual({
      outcome: 'other-content',
    });
  });

  it('waits for the one before it on the same return', async () => {
    const plan = await begin();
    const acts = Array.from({ length: 6 }, () => actOnReturn(store, requestOf(plan, saving(plan))));
    expect((await Promise.all(acts)).map(({ outcome }) => outcome)).toEqual(acts.map(() => 'appended'));
    const { rows } = await store.pool.query(
      `SELECT body -> 'event' ->> 'type' AS type FROM event WHERE chain = 'return/' || (SELECT return_id FROM return WHERE plan_id = $1)
       ORDER BY seq`,
      [plan.planId],
    );
    expect(rows.map(({ type }) => type)).toEqual(['returnOpened', ...acts.map(() => 'rowsSaved')]);
  });

  it('counts the characters of its texts, and refuses one that was never kept', async () => {
    const plan = await begin();
    const long = await plan.write('long', '长'.repeat(2_001));
    const refusal = (texts: object) =>
      actOnReturn(store, requestOf(plan, saving(plan, entryOf({ plan: rowPlan, texts }))));
    await expect(refusal({ next: long })).rejects.toMatchObject({ code: 'text-too-long' });
    await expect(refusal({ next: { ...long, contentId: randomUUID() } })).rejects.toMatchObject({
      code: 'unknown-content',
    });
    expect(await listReturns(store, plan.planId)).toEqual([]);
  });

  it('that submits leaves one delivery, which says what each task is asked', async () => {
    const plan = await begin();
    await plan.ask(stagePlan, saving(plan), at);
    await plan.ask(stagePlan, { type: 'askHeadApproval', by: officer }, at);
    await plan.ask(stagePlan, { type: 'submitReturn', by: head, version: 1 }, at);
    const [pending] = await pendingDeliveries(store, { planId: plan.planId });
    const delivery = await readDelivery(store, pending?.act ?? '');
    const command = {
      type: 'takeRows',
      kind: 'stage-plan',
      period: 'plan',
      submittedAt: at,
      submittedBy: head,
      act: pending?.act,
    };
    expect(delivery.tasks).toMatchObject([{ taskId: plan.taskId('1'), command }]);
    expect(delivery.tasks[0]?.command).toMatchObject({
      makers: [officer.personId, head.personId],
      rows: [{ plan: rowPlan }],
    });
    await plan.deliver(at);
    expect(await pendingDeliveries(store, { planId: plan.planId })).toEqual([]);
    expect(await readDelivery(store, pending?.act ?? '')).toEqual(delivery);
  });

  it('that a task refuses brings its rows back with the reason, until they go out again', async () => {
    const plan = await begin();
    await plan.ask(stagePlan, saving(plan), at);
    await plan.ask(stagePlan, { type: 'askHeadApproval', by: officer }, at);
    await plan.ask(stagePlan, { type: 'submitReturn', by: head, version: 1 }, at);
    const [pending] = await pendingDeliveries(store, { planId: plan.planId });
    const refusal = { taskId: plan.taskId('1'), code: 'task-closed', message: '任务已办结' };
    await plan.ask(stagePlan, { type: 'noteDelivery', act: pending?.act ?? '', refused: [refusal] }, at);
    const refusals = async () =>
      (
        await store.pool.query(
          'SELECT state, refusal FROM return_row JOIN return USING (return_id) WHERE plan_id = $1',
          [plan.planId],
        )
      ).rows;
    expect(await refusals()).toEqual([{ state: 'refused', refusal }]);
    await plan.ask(stagePlan, saving(plan), at);
    expect(await refusals()).toEqual([{ state: 'draft', refusal }]);
    await plan.ask(stagePlan, { type: 'askHeadApproval', by: officer }, at);
    await plan.ask(stagePlan, { type: 'submitReturn', by: head, version: 2 }, at);
    expect(await refusals()).toEqual([{ state: 'submitted', refusal: null }]);
    const rebuilt = await rebuild({ ownerUrl: database.ownerUrl, books: store.books, replace: false });
    expect(rebuilt.differences).toEqual([]);
  });

  it('that reviews a version again after a task refused leaves a delivery of its own', async () => {
    const plan = await begin();
    await plan.ask(stagePlan, saving(plan), at);
    await plan.ask(stagePlan, { type: 'askHeadApproval', by: officer }, at);
    await plan.ask(stagePlan, { type: 'submitReturn', by: head, version: 1 }, at);
    await plan.deliver(at);
    const review = { type: 'reviewReturn', by: reviewer, version: 1 } as const;
    const reason = await plan.write('why', '请补充节点。');
    const row = { taskId: plan.taskId('1'), subjectId: '1' };
    await plan.ask(stagePlan, { ...review, sendBack: [{ ...row, reason }] }, at);
    const [first] = await pendingDeliveries(store, { planId: plan.planId });
    const refusal = { taskId: plan.taskId('1'), code: 'rows-mismatch', message: '应逐行作出决定' };
    await plan.ask(stagePlan, { type: 'noteDelivery', act: first?.act ?? '', refused: [refusal] }, at);
    await plan.ask(stagePlan, { ...review, sendBack: [] }, at);
    const [second] = await pendingDeliveries(store, { planId: plan.planId });
    expect(second?.act).toBe(`${first?.act}/2`);
    expect((await readDelivery(store, first?.act ?? '')).tasks).toMatchObject([{ command: { accept: [] } }]);
    expect((await readDelivery(store, second?.act ?? '')).tasks).toMatchObject([{ command: { accept: ['1'] } }]);
    await plan.deliver(at);
    expect(await listReturns(store, plan.planId)).toMatchObject([{ phase: 'settled' }]);
    const rebuilt = await rebuild({ ownerUrl: database.ownerUrl, books: store.books, replace: false });
    expect(rebuilt.differences).toEqual([]);
  });

  it('is refused where the unit, the plan or the delivery is unknown', async () => {
    const plan = await begin();
    const stranger = { ...stagePlan, unitId: randomUUID() };
    await expect(actOnReturn(store, requestOf(plan, saving(plan), stranger))).rejects.toMatchObject({
      code: 'unknown-unit',
    });
    await expect(actOnReturn(store, { ...requestOf(plan, saving(plan)), planId: randomUUID() })).rejects.toMatchObject({
      code: 'unknown-plan',
    });
    await expect(readDelivery(store, `${randomUUID()}/1`)).rejects.toMatchObject({ code: 'unknown-delivery' });
  });

  it.each([
    { what: 'the office’s host unit', by: clerk, unit: 'fagaiwei', own: true },
    {
      what: 'a unit in which the reviewer holds a seat too',
      by: actor('shuziban-office-2', 'office', 'shuziban'),
      unit: 'dashujuju',
      own: true,
    },
    { what: 'any other unit', by: reviewer, unit: 'gongxinju', own: false },
  ])('is marked 本单位: $own for $what', async ({ by, unit, own }) => {
    const view = { planId: null, day: plainDate('2022-09-01') };
    expect(await ownUnitOf(store, view, { by, unitId: unitIdOf(unit) })).toMatchObject({ ownUnit: own });
  });
});
