import { RuleViolation } from '../../domain/errors.ts';
import type { PlanClock } from '../../domain/plan/plan-state.ts';
import type { EarlierPlan } from '../../domain/plan/roll-over/rows-to-carry.ts';
import type { Store } from '../store.ts';
import { readPlan } from './plans.ts';
import { runningTasks } from './running-tasks.ts';

/**
 * An earlier year's plan from which a notice of `planYear` can take on what is not over; refuses one that was
 * never issued, that is not earlier, or that is a rehearsal of which nothing may reach a real plan. A `clock` of null is not chosen yet.
 */
export async function earlierPlan(
  store: Pick<Store, 'pool' | 'books'>,
  planId: string,
  { planYear, clock }: { readonly planYear: number; readonly clock: PlanClock | null },
): Promise<EarlierPlan> {
  const plan = await readPlan(store, planId);
  if (plan.phase !== 'issued') {
    throw new RuleViolation('wrong-phase', `“${plan.title}”尚未印发交办，没有可以承接的事项，请核对所选工作要点。`);
  }
  if (plan.clock === 'stepped' && clock === 'real') {
    throw new RuleViolation('clocks-differ', `“${plan.title}”是演练，正式办理的工作要点不能承接演练的事项，请核对。`);
  }
  if (plan.planYear >= planYear) {
    throw new RuleViolation(
      'not-a-later-year',
      `“${plan.title}”是${plan.planYear}年度的工作要点，只能由以后年度的文件承接；所选文件为${planYear}年度，请核对。`,
    );
  }
  const { rows } = await store.pool.query<{ readonly taskId: string }>(
    `SELECT task_id AS "taskId" FROM task WHERE plan_id = $1 AND ending = 'terminated'`,
    [planId],
  );
  const terminated = new Set(rows.map(({ taskId }) => taskId));
  const tasks = (await runningTasks(store, plan)).map(({ state }) => state);
  return {
    planId: plan.planId,
    planYear: plan.planYear,
    tasks: tasks.filter(({ taskId, phase }) => phase !== 'unissued' && !terminated.has(taskId)),
  };
}
