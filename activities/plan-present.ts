import { type Instant, instantOfEpoch } from '../domain/instant.ts';
import { readPlanClock } from '../store/plan/plan-clock.ts';
import type { Store } from '../store/store.ts';

/** The plan's own now: where its clock was stepped to, or the wall clock. */
export async function planPresent(store: Pick<Store, 'pool'>, planId: string): Promise<Instant> {
  const reading = await readPlanClock(store, planId);
  return reading.clock === 'stepped' ? reading.instant : instantOfEpoch(Date.now());
}
