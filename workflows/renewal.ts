import { workflowInfo } from '@temporalio/workflow';
import { quarterOf } from '../domain/calendar/quarter.ts';
import { type Instant, dayOf, epochOf } from '../domain/instant.ts';

const longestRunDays = 30;

/**
 * Whether a run that is awake anyway should make way for the next: after 30 days, which bounds how long a changed decision must keep
 * its old branch, at a quarter's end, or when the server says that the history is long.
 */
export function isRunOld(beganAt: Instant, now: Instant): boolean {
  const days = (epochOf(now) - epochOf(beganAt)) / 86_400_000;
  return (
    days > longestRunDays ||
    quarterOf(dayOf(now)) !== quarterOf(dayOf(beganAt)) ||
    workflowInfo().continueAsNewSuggested
  );
}
