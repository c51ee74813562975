import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { yearDigest } from '../../store/ledger/year-digest.ts';
import { planCounts } from '../../store/plan/plan-counts.ts';
import { readPlan } from '../../store/plan/plans.ts';
import { issue, on, playThirdQuarter, rehearse } from '../store/plan/rehearsed-plan.ts';
import { type EnginePlan, type PlanEngine, issueOnEngine, planEngine, rehearseOnEngine } from './plan-engine.ts';

describe('a plan played on the engine to the end of its third quarter’s report', () => {
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

  it('has started every task of the breakdown and stands where its clock was stepped to', async () => {
    expect(await readPlan(duban.store, plan.planId)).toMatchObject({ phase: 'issued', instant: on('2022-10-20') });
    expect(await planCounts(duban.store, plan.planId)).toMatchObject({
      tasks: 2,
      obligationStates: { accepted: 2, open: 8 },
    });
  });

  it('has written what the same acts write on the store alone, event for event', async () => {
    const alone = await rehearse(duban.store, 'seed-1');
    await issue(duban.store, alone);
    await playThirdQuarter(alone);
    expect(await yearDigest(duban.store, plan.planId)).toBe(await yearDigest(duban.store, alone.planId));
  });

  it('leaves a ledger that proves itself', async () => {
    expect(await verifyLedger(duban.store)).toMatchObject({ ok: true });
  });
});
