import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../domain/canonical.ts';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { decidePlan } from '../../../domain/plan/decide.ts';
import type { OpenPoint } from '../../../domain/plan/task-draft.ts';
import { loadSeeds } from '../../../seeds/load-seeds.ts';
import { readEvents } from '../../../store/ledger/load.ts';
import { type DraftAct, actOnDraft } from '../../../store/plan/act-on-draft.ts';
import { breakdownVersion, readDrafts, readPoints } from '../../../store/plan/breakdown.ts';
import { type PlanImport, importPlan } from '../../../store/plan/import-plan.ts';
import { advancePlanClock, readPlanClock } from '../../../store/plan/plan-clock.ts';
import { listPlans, readPlan } from '../../../store/plan/plans.ts';
import { taskStarts } from '../../../store/plan/task-starts.ts';
import { type OpenStore, openStore } from '../../../store/store.ts';
import { freshDatabase } from '../../support/database.ts';
import { clerk, draftsOf, noticeText, officer, on } from './rehearsed-plan.ts';

const at = on('2022-08-15', 9);

const point: OpenPoint = {
  id: 'open-list/1',
  kind: 'open-list',
  taskNumber: '1',
  span: [2, 4],
  quote: '市工信局等',
  proposal: '按所列单位执行',
  unitIds: [],
  role: 'support',
  item: null,
};

function requestOf(more: Partial<PlanImport> = {}): PlanImport {
  const planId = randomUUID();
  return {
    planId,
    notice: { fileName: 'notice.txt', original: Buffer.from(noticeText), text: noticeText },
    heading: { title: '工作要点', issuer: '镇江市', documentNumber: null, noticeDate: null, planYear: 2022 },
    drafts: draftsOf(planId),
    points: [point],
    rulesVersion: 1,
    leadershipUnitId: unitIdOf('shilingdao'),
    clock: null,
    by: clerk,
    at,
    commandId: 'import',
    contentHash: sha256Of('import'),
    recordedAt: at,
    transport: 'test',
    ...more,
  };
}

describe('importing a notice', () => {
  let store: OpenStore;
  beforeAll(async () => {
    store = openStore({ url: (await freshDatabase()).appUrl, size: 4, name: 'test' });
    await loadSeeds(store, at, true);
  });
  afterAll(() => store.close());

  const rowsOf = async (planId: string) => {
    const { rows } = await store.pool.query(
      `SELECT (SELECT count(*) FROM notice WHERE plan_id = $1) AS notices, (SELECT count(*) FROM plan WHERE plan_id = $1) AS plans,
              (SELECT count(*) FROM event WHERE chain LIKE '%' || $1::text) AS events`,
      [planId],
    );
    return rows[0];
  };

  it('makes a draft with its tasks and open points in the order of the notice', async () => {
    const request = requestOf();
    await importPlan(store, request);
    expect(await readPlan(store, request.planId)).toMatchObject({
      phase: 'draft',
      clock: 'real',
      taskCount: 2,
      instant: null,
    });
    expect(await readDrafts(store, request.planId)).toEqual(request.drafts);
    expect(await readPoints(store, request.planId)).toEqual([{ point, how: null }]);
    expect((await listPlans(store)).map(({ planId }) => planId)).toContain(request.planId);
    const { rows } = await store.pool.query('SELECT original, text_hash FROM notice WHERE plan_id = $1', [
      request.planId,
    ]);
    expect(rows).toEqual([{ original: Buffer.from(noticeText), text_hash: sha256Of(noticeText) }]);
  });

  it('answers a second try from the first, and refuses it with other content', async () => {
    const request = requestOf();
    expect(await importPlan(store, request)).toMatchObject({ outcome: 'appended' });
    expect(await importPlan(store, request)).toMatchObject({ outcome: 'repeated', head: { seq: 4 } });
    expect(await importPlan(store, { ...request, contentHash: sha256Of('other') })).toEqual({
      outcome: 'other-content',
    });
    expect(await rowsOf(request.planId)).toEqual({ notices: 1, plans: 1, events: 4 });
  });

  it.each([
    { what: 'a notice without tasks', change: { drafts: [] }, code: 'no-tasks' },
    { what: 'who is not the office', change: { by: officer }, code: 'not-permitted' },
    {
      what: 'a text that cannot be kept',
      change: { notice: { fileName: 'a', original: Buffer.from(''), text: 'a\u0000' } },
      code: 'unstorable-text',
    },
  ])('refuses $what and leaves nothing half written', async ({ change, code }) => {
    const request = requestOf(change);
    await expect(importPlan(store, request)).rejects.toMatchObject({ code });
    expect(await rowsOf(request.planId)).toEqual({ notices: 0, plans: 0, events: 0 });
  });

  it('leaves the real registry alone on a stepped clock, which goes forward only', async () => {
    const before = (await readEvents(store, 'registry')).length;
    const request = requestOf({ clock: { startsAt: at, seed: 'seed', scenario: 'ordinary' } });
    await importPlan(store, request);
    expect(await readEvents(store, 'registry')).toHaveLength(before);
    expect(await readEvents(store, `registry/${request.planId}`)).toHaveLength(before);
    expect(await advancePlanClock(store, request.planId, on('2022-09-01'))).toBe(on('2022-09-01'));
    expect(await advancePlanClock(store, request.planId, on('2022-08-20'))).toBe(on('2022-09-01'));
    expect(await readPlanClock(store, request.planId)).toEqual({
      clock: 'stepped',
      instant: on('2022-09-01'),
      seed: 'seed',
      scenario: 'ordinary',
    });
  });

  it('leaves real time to run by itself', async () => {
    const request = requestOf();
    await importPlan(store, request);
    expect(await readPlanClock(store, request.planId)).toEqual({ clock: 'real' });
    await expect(advancePlanClock(store, request.planId, at)).rejects.toMatchObject({ code: 'real-clock' });
  });

  it('starts no task before the issue', async () => {
    const request = requestOf();
    await importPlan(store, request);
    await expect(taskStarts(store, request.planId, { after: 0, limit: 10 })).rejects.toMatchObject({
      code: 'not-issued',
    });
  });

  it.each(['7d6a3c58-43a5-5a60-9b0e-0d6f3c5b6f01', 'not an id'])('knows no plan by the id %s', async (id) => {
    await expect(readPlan(store, id)).rejects.toMatchObject({ code: 'unknown-plan' });
  });
});

describe('a draft', () => {
  let store: OpenStore;
  let request: PlanImport;
  beforeAll(async () => {
    store = openStore({ url: (await freshDatabase()).appUrl, size: 4, name: 'test' });
    await loadSeeds(store, at, true);
    request = requestOf();
    await importPlan(store, request);
  });
  afterAll(() => store.close());

  const actOf = (decide: DraftAct['decide'], commandId: string = randomUUID()): DraftAct => {
    return {
      planId: request.planId,
      decide,
      commandId,
      contentHash: sha256Of('act'),
      recordedAt: at,
      transport: 'test',
    };
  };
  const retitled = (title: string) =>
    actOf(({ state, drafts, context }) => {
      const [draft] = drafts;
      if (draft === undefined) throw new Error('no draft');
      const revision = { draftVersion: 0, draft: { ...draft, title }, joins: [], leaves: [], reason: '更正名称' };
      return decidePlan(state, { command: { type: 'reviseTask', by: clerk, ...revision }, at }, context);
    });

  it('has its point settled, once, also where the same act comes twice', async () => {
    const settling = actOf(({ state, points, context }) => {
      const open = points
        .filter(({ how }) => how === null)
        .map((each) => ({ pointId: each.point.id, how: '按所列单位', quote: '', span: null }));
      return decidePlan(state, { command: { type: 'settlePoints', by: clerk, points: open }, at }, context);
    });
    expect(await actOnDraft(store, settling)).toMatchObject({ outcome: 'appended' });
    expect(await actOnDraft(store, settling)).toMatchObject({ outcome: 'repeated' });
    expect(await readPoints(store, request.planId)).toEqual([{ point, how: '按所列单位' }]);
    expect(
      await actOnDraft(
        store,
        actOf(() => []),
      ),
    ).toMatchObject({ outcome: 'unchanged', head: { seq: 5 } });
  });

  it('takes one of two revisions made on the same version, and its hash follows', async () => {
    const before = await breakdownVersion(store, request.planId);
    const outcomes = await Promise.allSettled([actOnDraft(store, retitled('甲')), actOnDraft(store, retitled('乙'))]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'draft-moved' } });
    const after = await breakdownVersion(store, request.planId);
    expect(after.draftVersion).toBe(1);
    expect(after.breakdownHash).not.toBe(before.breakdownHash);
  });

  it('is the workflow’s alone once the consultation has begun', async () => {
    const begun = actOf(({ state, context }) =>
      decidePlan(state, { command: { type: 'beginConsultation', by: clerk }, at }, context),
    );
    await actOnDraft(store, begun);
    await expect(actOnDraft(store, retitled('丙'))).rejects.toMatchObject({ code: 'wrong-phase' });
  });

  it('of a plan that nobody imported is none', async () => {
    const unknown = { ...retitled('丁'), planId: randomUUID() };
    await expect(actOnDraft(store, unknown)).rejects.toMatchObject({ code: 'unknown-plan' });
  });
});
