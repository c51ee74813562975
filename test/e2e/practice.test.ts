import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeWork } from '../../api/reads/office-work.ts';
import { planSight } from '../../api/sight.ts';
import { importRehearsal } from '../../cli/play.ts';
import { readEnv } from '../../config/env.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { practiceDay, practicePlanId, preparePractice } from '../../embedded/practice.ts';
import { noticeText } from '../../cli/notice-file.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { shippedNotice } from '../../seeds/seed-files.ts';
import { planCounts } from '../../store/plan/plan-counts.ts';
import { listPlans } from '../../store/plan/plans.ts';
import { owedReturns } from '../../store/return/owed-obligations.ts';
import { on } from '../store/plan/rehearsed-plan.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('the rehearsal that a visitor tries things out on', () => {
  let stage: RehearsalStage;
  const prepare = () => {
    const { client, store, taskQueue } = stage;
    return preparePractice({ client, store, env: { ...readEnv(), TEMPORAL_TASK_QUEUE: taskQueue } });
  };
  beforeAll(async () => {
    stage = await rehearsalStage();
    await importRehearsal(stage.store, await noticeText(shippedNotice), readScenario('demonstration'));
    await prepare();
  }, playTimeoutMs);
  afterAll(() => stage.close());

  it('is opened before the demonstration, which began earlier', async () => {
    const [first, second, ...others] = await listPlans(stage.store);
    expect([first?.planId, others]).toEqual([practicePlanId, []]);
    expect(second?.planId).not.toBe(practicePlanId);
  });

  it('has reports for the office to review, and units that have yet to report', async () => {
    const { store } = stage;
    const sight = await planSight({ store, now: () => on('2022-10-10') }, practicePlanId);
    expect(sight.today).toBe(practiceDay);
    const work = await officeWork(store, sight, await planCounts(store, practicePlanId));
    expect(work).toEqual([{ kind: 'reviews', count: expect.any(Number), due: 0 }]);
    expect(work[0]?.count).toBeGreaterThan(1);
    const owed = await owedReturns(store, practicePlanId, unitIdOf('zhengfawei'));
    expect(owed.map(({ kind, period }) => `${kind} ${period}`)).toContain('progress 2022Q3');
  });

  it('is left as it stands by the next start', async () => {
    const before = await planCounts(stage.store, practicePlanId);
    await prepare();
    expect(await planCounts(stage.store, practicePlanId)).toEqual(before);
  });
});
