import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import type { OpenPoint } from '../../domain/plan/task-draft.ts';
import type { BreakdownBody } from '../../api/schemas/breakdown.ts';
import { apiOn, type Ask, bodyOf, signedInAs } from '../api/api-bed.ts';
import { clerk, on } from '../store/plan/rehearsed-plan.ts';
import { type EnginePlan, type PlanEngine, planEngine, rehearseOnEngine } from './plan-engine.ts';

const point = (task: string): OpenPoint => ({
  id: `open-list/${task}`,
  kind: 'open-list',
  taskNumber: task,
  span: [0, 4],
  quote: '等按职责分工负责',
  proposal: '不增列单位',
  unitIds: [],
  role: 'support',
  item: null,
});

const nothing = { title: '确认', openLists: [], following: null, severalLeads: [], unknownUnits: [], items: [] };
const openList = (task: string, units: readonly string[]) => ({
  ...nothing,
  waived: [],
  otherProposals: null,
  openLists: [
    {
      task,
      quote: '等按职责分工负责',
      decision: units.length > 0 ? 'add' : 'as-listed',
      units,
      reason: '按职责分工确定',
    },
  ],
});

describe('open points of a plan whose consultation has begun', () => {
  let duban: PlanEngine;
  let plan: EnginePlan;
  let ask: Ask;
  let bed: ReturnType<typeof apiOn>;
  beforeAll(async () => {
    duban = await planEngine();
    await duban.startWorker(duban.activities);
    plan = await rehearseOnEngine(duban, undefined, [point('1'), point('2')]);
    await plan.send({ type: 'beginConsultation', by: clerk }, on('2022-08-15', 10));
    bed = apiOn(duban.store, { engine: duban.engine });
    ask = await signedInAs(bed, clerk);
  });
  afterAll(async () => {
    bed.close();
    await duban.close();
  });

  const settle = (actId: string, settlement: unknown, requestId = randomUUID()) => {
    const { seat, unitId } = clerk;
    return ask(`/api/plans/${plan.planId}/settlement`, {
      method: 'POST',
      body: JSON.stringify({ actId, seat: { seat, unitId }, settlement }),
      headers: { 'x-request-id': requestId },
    });
  };
  const breakdown = async () => bodyOf<BreakdownBody>(await ask(`/api/plans/${plan.planId}/breakdown`));

  it('are settled by the plan’s workflow, once, and the request stands beside the events', async () => {
    const [actId, requestId] = [randomUUID(), randomUUID()];
    const jiaoyuju = unitIdOf('jiaoyuju');
    expect(await bodyOf(await settle(actId, openList('1', ['jiaoyuju']), requestId))).toEqual({ actId, settled: 1 });
    expect(await bodyOf(await settle(actId, openList('1', ['jiaoyuju'])))).toEqual({ actId, settled: 1 });
    const { points, tasks } = await breakdown();
    expect(points.map(({ how }) => how)).toEqual([expect.stringContaining('增列'), null]);
    expect(tasks[0]?.parties.map(({ unitId }) => unitId)).toContain(jiaoyuju);
    const { rows } = await duban.store.pool.query<{ readonly type: string; readonly transport: string }>(
      `SELECT body -> 'event' ->> 'type' AS type, transport FROM event WHERE chain = $1 ORDER BY seq DESC LIMIT 3`,
      [`plan/${plan.planId}`],
    );
    expect(rows.map(({ type }) => type)).toEqual(['consultationBegun', 'taskRevised', 'pointSettled']);
    for (const { transport } of rows) expect(transport).toMatch(new RegExp(`^workflow/.+ request/${requestId}$`));
  });

  it('are refused under an id that stands for another settlement', async () => {
    const actId = randomUUID();
    expect((await settle(actId, openList('2', ['unknown-key']))).status).toBe(422);
    expect((await settle(actId, openList('2', []))).status).toBe(409);
  });

  it('can all be taken as proposed', async () => {
    expect(await bodyOf(await settle(randomUUID(), null))).toMatchObject({ settled: 1 });
    expect((await breakdown()).points.every(({ how }) => how !== null)).toBe(true);
    expect(await (await settle(randomUUID(), null)).json()).toMatchObject({ status: 422, code: 'nothing-to-settle' });
  });

  it('stand in the way of a division of their task no longer: the workflow records both parts in one act, once', async () => {
    const [actId, before] = [randomUUID(), await breakdown()];
    const [first] = before.tasks;
    const parties = (first?.parties ?? []).map(({ unitId, role }) => ({ unitId, role }));
    const parts = { rest: { title: '推进5G建设', parties }, added: { title: '建设5G应用', parties } };
    const act = { type: 'splitTask', taskNumber: '1', ...parts, itemIds: ['1'], cutAt: null, reason: '分别推进' };
    const { seat, unitId } = clerk;
    const body = JSON.stringify({ actId, seat: { seat, unitId }, act: { ...act, draftVersion: before.draftVersion } });
    const split = () => ask(`/api/plans/${plan.planId}/acts`, { method: 'POST', body });
    expect([(await split()).status, (await split()).status]).toEqual([200, 200]);
    const { tasks, draftVersion } = await breakdown();
    expect(tasks.map(({ number, items }) => [number, items.length])).toEqual([
      ['1', 0],
      ['1-2', 1],
      ['2', 0],
    ]);
    expect(draftVersion).toBe(before.draftVersion + 2);
    const { rows } = await duban.store.pool.query<{ readonly type: string; readonly transport: string }>(
      `SELECT body -> 'event' ->> 'type' AS type, transport FROM event WHERE chain = $1 ORDER BY seq DESC LIMIT 2`,
      [`plan/${plan.planId}`],
    );
    expect(rows.map(({ type }) => type)).toEqual(['taskRevised', 'taskSplitOff']);
    for (const { transport } of rows) expect(transport).toMatch(/^workflow\//);
  });

  it('leave a task that is none out of the plan, whose words become another with a unit that is asked in the same act', async () => {
    const { text, tasks } = await breakdown();
    const span = tasks.at(-1)?.span ?? [0, 0];
    const kejiju = unitIdOf('kejiju');
    const { seat, unitId } = clerk;
    const send = (act: object) => {
      const body = JSON.stringify({ actId: randomUUID(), seat: { seat, unitId }, act });
      return ask(`/api/plans/${plan.planId}/acts`, { method: 'POST', body });
    };
    expect((await send({ type: 'dropTask', taskNumber: '2', reason: '属于说明' })).status).toBe(200);
    expect((await breakdown()).unread).toContainEqual(expect.objectContaining({ span, isDoubtful: false }));
    const task = { title: '建设园区', parties: [{ unitId: kejiju, role: 'lead' }] };
    const add = { type: 'addTask', start: span[0], end: span[1], task, reason: '另列' };
    expect((await send(add)).status).toBe(200);
    const after = await breakdown();
    expect(after.tasks.map(({ number, title }) => [number, title]).at(-1)).toEqual(['1-2-2', '建设园区']);
    expect(text.slice(...span)).toContain('园');
    const { rows } = await duban.store.pool.query<{ readonly type: string; readonly units: readonly string[] | null }>(
      `SELECT body -> 'event' ->> 'type' AS type, body -> 'event' -> 'unitIds' AS units FROM event
       WHERE chain = $1 ORDER BY seq DESC LIMIT 3`,
      [`plan/${plan.planId}`],
    );
    expect(rows.map(({ type }) => type)).toEqual(['consultationBegun', 'taskAdded', 'taskDropped']);
    expect(rows[0]?.units).toEqual([kejiju]);
    const { rows: letters } = await duban.store.pool.query<{ readonly step: string }>(
      `SELECT step FROM letter WHERE plan_id = $1 AND unit_id = $2 AND kind = 'consultation-begun'`,
      [plan.planId, kejiju],
    );
    expect(letters).toHaveLength(1);
  });
});
