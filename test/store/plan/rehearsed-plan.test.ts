import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { loadSeeds } from '../../../seeds/load-seeds.ts';
import { rebuild } from '../../../store/ledger/rebuild.ts';
import { verifyLedger } from '../../../store/ledger/verify.ts';
import { yearDigest } from '../../../store/ledger/year-digest.ts';
import { exportRows } from '../../../store/plan/export-rows.ts';
import { planBacklog } from '../../../store/plan/plan-backlog.ts';
import { planCounts } from '../../../store/plan/plan-counts.ts';
import { readPlan } from '../../../store/plan/plans.ts';
import { upcoming } from '../../../store/plan/upcoming.ts';
import { listReturns } from '../../../store/return/read-returns.ts';
import { owedReturns, reviewsWaiting } from '../../../store/return/owed-obligations.ts';
import { type OpenStore, openStore } from '../../../store/store.ts';
import { taskPage } from '../../../store/task/task-page.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { type TestDatabase, freshDatabase } from '../../support/database.ts';
import { type RehearsedPlan, issue, on, playThirdQuarter, q3, rehearse } from './rehearsed-plan.ts';

describe('a plan rehearsed on the store to the end of its third quarter’s report', () => {
  let database: TestDatabase;
  let store: OpenStore;
  let plan: RehearsedPlan;

  beforeAll(async () => {
    database = await freshDatabase();
    store = openStore({ url: database.appUrl, size: 4, name: 'test' });
    await loadSeeds(store, on('2022-08-01'), true);
    plan = await rehearse(store);
    await issue(store, plan);
    await playThirdQuarter(plan);
  });
  afterAll(() => store.close());

  it('stands as its workflows would have left it', async () => {
    expect(await readPlan(store, plan.planId)).toMatchObject({
      phase: 'issued',
      clock: 'stepped',
      taskCount: 2,
      instant: on('2022-10-20'),
    });
    expect(await planCounts(store, plan.planId)).toMatchObject({
      tasks: 2,
      items: 1,
      units: 2,
      answers: { 'no-opinion': 2 },
      obligations: { 'stage-plan': 2, contribution: 4, progress: 4 },
      obligationStates: { accepted: 2, open: 8 },
      overdueObligations: 4,
      returns: { settled: 2 },
      lights: expect.anything(),
    });
  });

  it('keeps what was reported, sent back and accepted beside the task', async () => {
    const page = await taskPage(store, plan.taskId('1'));
    expect(page.clause).toBe('一、新增5G基站1400个');
    const report = page.obligations.find(({ id }) => id === `progress/${unitIdOf('gongxinju')}/2022Q3`);
    expect(report).toMatchObject({
      state: 'accepted',
      due: '2022-10-12',
      submittedAt: on('2022-10-08'),
      late: false,
      acceptedAt: on('2022-10-11'),
      rows: [{ subjectId: '1', state: 'accepted', submitted: { value: 900 }, reasonId: expect.any(String) }],
    });
    expect(page.subjects).toMatchObject([{ id: '1', title: '新增5G基站' }]);
    expect(page.letters.some(({ kind, isWithdrawn }) => kind === 'obligation-reminder' && isWithdrawn)).toBe(true);
    expect(page.events[0]).toMatchObject({ seq: 1, event: { type: 'taskIssued' } });
  });

  it('says who owes what, and what lies ahead', async () => {
    expect(await owedReturns(store, plan.planId, unitIdOf('fagaiwei'))).toMatchObject([
      { kind: 'stage-plan', due: '2022-09-08', tasks: 1, rows: 1 },
      { kind: 'contribution', due: '2022-09-30' },
      { kind: 'progress', due: '2022-10-12' },
      { kind: 'contribution', due: '2022-12-30' },
      { kind: 'progress', due: '2023-01-09' },
    ]);
    expect(await reviewsWaiting(store, plan.planId)).toEqual([]);
    expect(await listReturns(store, plan.planId, { period: q3.period })).toMatchObject([
      { version: 2, deliveredVersion: 2, phase: 'settled', rows: 1 },
    ]);
    const ahead = await upcoming(store, plan.planId, { after: on('2022-10-20'), until: on('2023-01-31') });
    expect(ahead.wakes.length).toBeGreaterThan(0);
    expect(await planBacklog(store, plan.planId, on('2022-10-20'))).toMatchObject({
      wakes: [],
      deliveries: [],
      parked: [],
    });
  });

  it('gives the register with units named as on the day', async () => {
    const rows = await exportRows(store, plan.planId, {
      registry: `registry/${plan.planId}`,
      day: plainDate('2022-10-20'),
    });
    expect(rows).toMatchObject([
      {
        number: '1',
        title: '新增5G基站',
        unit: '市工信局',
        leads: ['市工信局'],
        supports: ['市发改委'],
        progress: { value: 900 },
      },
      { number: '2', kind: 'whole', unit: '市发改委' },
    ]);
  });

  it('is proved by its ledger and rebuilt from it row for row', async () => {
    expect(await verifyLedger(store)).toMatchObject({ ok: true });
    const rebuilt = await rebuild({ ownerUrl: database.ownerUrl, books: store.books, replace: false });
    expect(rebuilt.differences).toEqual([]);
    expect(rebuilt.chains).toBe(9);
  });

  it('has the same digest when it is played again, and another when anything differs', async () => {
    const digest = await yearDigest(store, plan.planId);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const played = async (seed: string, value: number) => {
      const other = await rehearse(store, seed);
      await issue(store, other);
      await playThirdQuarter(other, value);
      return yearDigest(store, other.planId);
    };
    expect(await played('seed-1', 900)).toBe(digest);
    expect(await played('seed-1', 901)).not.toBe(digest);
    expect(await played('seed-2', 900)).not.toBe(digest);
  });
});
