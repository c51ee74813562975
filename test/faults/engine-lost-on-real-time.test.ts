import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { instantOfEpoch } from '../../domain/instant.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { planWorkflowId, taskWorkflowId } from '../../workflows/workflow-ids.ts';
import { type PlanEngine, planEngine } from '../workflows/plan-engine.ts';
import { issueRealPlan } from '../workflows/real-plan.ts';

let duban: PlanEngine;

beforeAll(async () => {
  duban = await planEngine();
  await duban.startWorker(duban.activities);
});
afterAll(() => duban.close());

const isRunning = async (workflowId: string): Promise<boolean> =>
  (await duban.client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';

describe('a plan on real time whose engine has lost everything', () => {
  it('has its writers started again from the ledger when their time has come, though nobody acts', async () => {
    const planId = await issueRealPlan(duban);
    const { rows } = await duban.store.pool.query<{ readonly taskId: string }>(
      'SELECT task_id::text AS "taskId" FROM task_draft WHERE plan_id = $1 ORDER BY position',
      [planId],
    );
    const [due, later] = rows.map(({ taskId }) => taskWorkflowId(taskId));
    const ids = [planWorkflowId(planId), due ?? '', later ?? ''];
    for (const id of ids) await duban.client.workflow.getHandle(id).terminate('the engine is lost');
    // The wakes of the plan and of one task fall into the time in which there was no engine.
    const missed = instantOfEpoch(Date.now() - 3_600_000);
    const { rowCount } = await duban.store.pool.query('UPDATE chain_head SET next_wake = $1 WHERE chain = ANY ($2)', [
      missed,
      ids.slice(0, 2),
    ]);
    expect(rowCount).toBe(2);

    await duban.engine.startPostOffice(9001);
    await vi.waitFor(async () => expect(await Promise.all(ids.map(isRunning))).toEqual([true, true, false]), {
      timeout: 30_000,
    });
    await duban.client.workflow.getHandle('post-office/9001').terminate('the test is over');
    expect(await verifyLedger(duban.store)).toMatchObject({ ok: true });
  });
});
