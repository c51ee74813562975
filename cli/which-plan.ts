import { type Instant, dayOf, instantOfEpoch } from '../domain/instant.ts';
import { listPlans, type PlanLine, readPlan } from '../store/plan/plans.ts';
import { type RegistryView, unitRegister } from '../store/registry/units.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './exit-codes.ts';

/** The plan that a command means: the one named by its id or the beginning of it, else the only one there is. */
export async function whichPlan(store: Store, named: string | undefined): Promise<PlanLine> {
  const plans = await listPlans(store);
  const [only, ...others] = plans;
  if (only === undefined) throw new UsageError('还没有导入任何工作要点，请先执行 duban import 文件。');
  if (named === undefined && others.length === 0) return only;
  if (named === undefined) {
    const lines = plans.map(
      ({ planId, title, clock }) => `  ${planId}　${title}${clock === 'stepped' ? '（演练）' : ''}`,
    );
    throw new UsageError(
      `现有 ${plans.length} 份工作要点，请写明是哪一份（可只写编号的开头几位）：\n${lines.join('\n')}`,
    );
  }
  const found = plans.filter(({ planId }) => planId.startsWith(named.toLowerCase()));
  if (found.length > 1) throw new UsageError(`“${named}”对应 ${found.length} 份工作要点，请写出更长的编号。`);
  return found[0] ?? readPlan(store, named);
}

/** The moment at which a plan stands: on a stepped clock its own, otherwise now. */
export function nowOf({ instant }: Pick<PlanLine, 'instant'>): Instant {
  return instant ?? instantOfEpoch(Date.now());
}

/** Which registry speaks for a plan, and for which day: a rehearsal has its own copy. */
export function viewOf(plan: Pick<PlanLine, 'planId' | 'clock' | 'instant'>): RegistryView {
  return { planId: plan.clock === 'stepped' ? plan.planId : null, day: dayOf(nowOf(plan)) };
}

/** Names of units by their ids, as they are on the plan's day. */
export async function unitNamesOf(store: Store, plan: PlanLine): Promise<(unitId: string) => string> {
  const units = await unitRegister(store, viewOf(plan));
  const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
  return (unitId) => names.get(unitId) ?? unitId;
}
