import { startOfDay } from '../instant.ts';
import type { Book } from '../ledger/book.ts';
import { evolvePlan } from './evolve.ts';
import { planLetters } from './letters.ts';
import type { PlanEvent } from './plan-event.ts';
import { type PlanState, noPlan } from './plan-state.ts';

/** How a plan's chain is read; its next wake is 00:00 of the first day on which time has something to do. */
export const planBook: Book<PlanState, PlanEvent> = {
  kind: 'plan',
  initial: noPlan,
  stateVersion: 4,
  evolve: evolvePlan,
  nextWake: ({ wakes }) => {
    const [first] = wakes;
    return first === undefined ? null : startOfDay(first.on);
  },
  lettersFor: planLetters,
};
