import { type Instant, instantOfEpoch, later } from '../domain/instant.ts';
import type { PlanClock } from '../domain/plan/plan-state.ts';
import type { Entry } from './command-inbox.ts';

/** The clock by which a chain lives. */
export interface ChainClock {
  /** Now: of the workflow task on a real plan, the farthest instant that was heard of on a stepped one. */
  readonly present: () => Instant;
  /** The instant at which an entry counts. */
  readonly instantOf: (entry: Entry<unknown>) => Instant;
}

/** The instant of the current workflow task, the same in every replay. */
export function wallInstant(): Instant {
  return instantOfEpoch(Date.now());
}

/** On a real plan an entry counts when its handler took it, on a stepped plan at the plan's instant that it carries. */
export function chainClock(clock: PlanClock, planInstant: Instant | null): ChainClock {
  if (clock === 'real') return { present: wallInstant, instantOf: ({ arrivedAt }) => arrivedAt };
  let present = planInstant;
  return {
    present: () => present ?? wallInstant(),
    instantOf: (entry) => {
      const at = carriedInstant(entry);
      present = later(at, present ?? at);
      return at;
    },
  };
}

function carriedInstant(entry: Entry<unknown>): Instant {
  switch (entry.kind) {
    case 'command':
    case 'note':
      return entry.envelope.receivedAt;
    case 'advance':
      return entry.instant;
    case 'reference':
      return entry.change.receivedAt;
  }
}
