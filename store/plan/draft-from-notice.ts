import type { NoticeReading } from '../../domain/notice/notice-reading.ts';
import { type DraftBasis, type DraftedPlan, draftPlan } from '../../domain/plan/draft-plan.ts';
import { rollOverPoints } from '../../domain/plan/roll-over/roll-over-points.ts';
import type { PlanClock } from '../../domain/plan/plan-state.ts';
import type { Store } from '../store.ts';
import { earlierPlan } from './earlier-plan.ts';

/** The earlier year's plan that a notice goes on from, and the clock that the new plan will have; null where there is none yet. */
export interface FollowsOn {
  readonly follows: string | null;
  readonly clock: PlanClock | null;
}

/** The breakdown of a notice as it can be proposed; where it follows an earlier year's plan, with what that plan leaves to be taken on. */
export async function draftFromNotice(
  store: Pick<Store, 'pool' | 'books'>,
  reading: NoticeReading,
  { follows, clock, ...basis }: DraftBasis & FollowsOn,
): Promise<DraftedPlan> {
  const drafted = draftPlan(reading, basis);
  if (follows === null) return drafted;
  const earlier = await earlierPlan(store, follows, { planYear: basis.planYear, clock });
  return { ...drafted, points: [...drafted.points, ...rollOverPoints(earlier, drafted)] };
}
