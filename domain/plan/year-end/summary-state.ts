import type { PersonActor } from '../../actor.ts';
import type { Sha256 } from '../../canonical.ts';
import type { Instant } from '../../instant.ts';

/** How far the year's summary 年终总结 has come: asked of the leader, approved, and how many tasks it has closed. */
export interface SummaryState {
  readonly hash: Sha256;
  readonly askedAt: Instant;
  readonly askedBy: PersonActor;
  readonly approvedBy: PersonActor | null;
  readonly approvedAt: Instant | null;
  /** Tasks that were told of the approval, in the order of the breakdown. */
  readonly closedTasks: number;
}
