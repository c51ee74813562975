import { RuleViolation } from '../errors.ts';
import type { DecisionContext } from '../ledger/book.ts';
import { mailDayFor } from '../calendar/mail-day.ts';
import { assertMay } from '../permissions.ts';
import type { Instant } from '../instant.ts';
import { assertNothingUnderReview } from './finding/objection-notes.ts';
import { assertAllDecided, endedBy } from './ending/close-out.ts';
import { isFinal } from './ending/row-ending.ts';
import type { EndTask } from './task-command.ts';
import type { TaskEvent } from './task-event.ts';
import type { TaskState } from './task-state.ts';

/** The office ends the task, once every row has its ending; the first version of this rule looked at the last reports only. */
export function endTask(
  state: TaskState,
  { by, ending }: EndTask,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  assertMay(by, 'endTask');
  if (context.decisionVersion >= 2) {
    assertNothingUnderReview(state);
    assertAllDecided(state, (subject) => isFinal(subject.ending));
    return [endedBy(state, by, { at, mailDay: mailDayFor(context.calendar, at) })];
  }
  if (state.openedPeriod !== state.lastPeriod) {
    throw new RuleViolation('periods-left', `第${state.number}项任务还有以后季度的进展情况未报送，不能办结`);
  }
  const open = state.obligations.filter(({ kind }) => kind === 'progress');
  if (open.length > 0) {
    throw new RuleViolation('reports-open', `第${state.number}项任务还有${open.length}份进展情况未审核通过，不能办结`);
  }
  return [{ type: 'taskEnded', at, by, ending, mailDay: mailDayFor(context.calendar, at) }];
}
