import { shiftWorkingDays } from '../calendar/working-calendar.ts';
import { dayOf } from '../instant.ts';
import { assertMay } from '../permissions.ts';
import { ladderFor } from '../task/ladder.ts';
import { assertCalendarKnown } from './consultation.ts';
import type { Moment } from './moment.ts';
import { assertPhase } from './phase.ts';
import type { IssuePlan, NoteTasksStarted } from './plan-command.ts';
import type { PlanEvent } from './plan-event.ts';
import type { PlanState } from './plan-state.ts';
import { unitsWithTasks } from './plan-units.ts';

/** Issues the approved breakdown: every unit with a task has to receipt the notice. */
export function issuePlan(state: PlanState, { by }: IssuePlan, moment: Moment): readonly PlanEvent[] {
  assertMay(by, 'issuePlan');
  assertPhase(state, ['approved'], '印发交办');
  assertCalendarKnown(moment);
  const { at, context } = moment;
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
    },
  ];
}

/** Notes how far the start of the tasks has come; a repeated or older note records nothing. */
export function noteTasksStarted(state: PlanState, { upTo }: NoteTasksStarted, { at }: Moment): readonly PlanEvent[] {
  assertPhase(state, ['issued'], '启动任务');
  if (upTo > state.taskCount) throw new Error(`there are ${state.taskCount} tasks, not ${upTo}`);
  return upTo > state.startedTasks ? [{ type: 'tasksStarted', at, by: 'system', upTo }] : [];
}
