import type { PlanLineBody } from '../../api/schemas/plan.ts';
import { useWholeList } from '../http/whole-list.ts';
import { usePlanId } from '../start/address.ts';
import { kept } from './kept.ts';

/** A plan as menus and lists show it. */
export type PlanLine = PlanLineBody;

/** The plans that the seat may see. */
export function usePlans() {
  return useWholeList<'plans'>('/api/plans');
}

/** The plan of the page; where the page has none, the one that was open last, else the latest. Null while unknown. */
export function useMarkedPlan(): PlanLine | null {
  const planId = usePlanId();
  const { data } = usePlans();
  if (planId !== null) kept.write('plan', planId);
  const wanted = planId ?? kept.read('plan');
  return data?.rows.find((plan) => plan.planId === wanted) ?? (planId === null ? (data?.rows[0] ?? null) : null);
}
