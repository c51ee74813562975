import { type Instant, startOfDay } from '../instant.ts';
import { type PlainDate, addDays } from '../plain-date.ts';
import type { ObjectionState } from './objection-state.ts';

/** The day after the one for the answer, at 00:00; null where nothing waits for time. */
export function nextObjectionWake({ phase, overdue, answerDue }: ObjectionState): Instant | null {
  return phase !== 'open' || overdue || answerDue === null ? null : startOfDay(addDays(answerDue, 1));
}

/** Whether the answer is missing on `day`, and nobody said so yet. */
export function isOverdueAt({ phase, overdue, answerDue }: ObjectionState, day: PlainDate): boolean {
  return phase === 'open' && !overdue && answerDue !== null && day > answerDue;
}
