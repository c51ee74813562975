import { shiftWorkingDays } from '../calendar/working-calendar.ts';
import { RuleViolation } from '../errors.ts';
import { dayOf } from '../instant.ts';
import { assertMay } from '../permissions.ts';
import { type PlainDate, yearOf } from '../plain-date.ts';
import { ladderFor } from '../task/ladder.ts';
import { assertCalendarKnown } from './consultation.ts';
import type { Moment } from './moment.ts';
import { assertPhase } from './phase.ts';
import type { IssuePlan, NoteTasksStarted } from './plan-command.ts';
import type { PlanEvent } from './plan-event.ts';
import type { PlanState } from './plan-state.ts';
import { slipDays } from './slips.ts';
import { unitsWithTasks } from './plan-units.ts';

/** Issues the approved breakdown: every unit with a task has to receipt the notice. */
export function issuePlan(state: PlanState, { by }: IssuePlan, moment: Moment): readonly PlanEvent[] {
  assertMay(by, 'issuePlan');
  assertPhase(state, ['approved'], '印发交办');
  assertCalendarKnown(moment);
  const { at, context } = moment;
  assertYearNotOver(state, dayOf(at));
  const { calendar, rules } = context;
  const receiptDue = shiftWorkingDays(calendar, dayOf(at), rules.receiptWorkingDays);
  const offsets = rules.receiptReminders.map((after) => after - rules.receiptWorkingDays);
  return [
    {
      type: 'planIssued',
      at,
      by,
      unitIds: unitsWithTasks(state),
      receiptDue,
      ladder: ladderFor(calendar, receiptDue.date, offsets, at),
      listedOn: shiftWorkingDays(calendar, dayOf(at), rules.receiptListedAfter).date,
      ...(context.decisionVersion >= 2 ? { slipDays: slipDays(state.planYear, at, context) } : {}),
    },
  ];
}

// Every task would be refused one by one: there is no quarter left that it could report on.
function assertYearNotOver({ planYear }: PlanState, day: PlainDate): void {
  if (yearOf(day) <= planYear) return;
  throw new RuleViolation(
    'plan-year-over',
    `${planYear}年度已经结束，没有可报送的季度，不能再印发交办；请核对计划年度和交办日期`,
  );
}

/** Notes how far the start of the tasks has come; a repeated or older note records nothing. */
export function noteTasksStarted(state: PlanState, { upTo }: NoteTasksStarted, { at }: Moment): readonly PlanEvent[] {
  assertPhase(state, ['issued'], '启动任务');
  if (upTo > state.taskCount) throw new Error(`there are ${state.taskCount} tasks, not ${upTo}`);
  return upTo > state.startedTasks ? [{ type: 'tasksStarted', at, by: 'system', upTo }] : [];
}
