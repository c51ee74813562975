import { mailDayFor } from '../calendar/mail-day.ts';
import { RuleViolation } from '../errors.ts';
import { checkCode } from '../check-code.ts';
import {
  type Approval,
  approverOf,
  assertMayApprove,
  assertNotVoid,
  paperOf,
  personsBehind,
} from '../paper-approval.ts';
import { assertMay } from '../permissions.ts';
import type { Moment } from './moment.ts';
import { assertPhase } from './phase.ts';
import type { ApproveBreakdown, AskApproval, ReturnBreakdown } from './plan-command.ts';
import type { PlanEvent } from './plan-event.ts';
import type { PlanState } from './plan-state.ts';
import { unitIdsWhere, unitsWithTasks } from './plan-units.ts';

/** Asks the leader; possible once every unit has answered or let its limit pass, and nothing waits for the office. */
export function askApproval(state: PlanState, { by }: AskApproval, moment: Moment): readonly PlanEvent[] {
  assertMay(by, 'askApproval');
  assertPhase(state, ['consultation'], '报请审定');
  if (unitsWithTasks(state).length === 0) {
    throw new RuleViolation('no-units', '任务分解中没有任何责任单位，不能报请审定');
  }
  const waiting = unitIdsWhere(state.units, ({ answer }) => answer === 'none').length;
  if (waiting > 0) {
    throw new RuleViolation('consultation-open', `还有${waiting}个单位未反馈意见且期限未满，期满后方可报请审定`);
  }
  const undecided = state.opinions.filter(({ decision }) => decision === 'none');
  if (undecided.length > 0) {
    const tasks = [...new Set(undecided.map(({ taskNumber }) => `第${taskNumber}项`))].join('、');
    throw new RuleViolation(
      'opinions-undecided',
      `还有${undecided.length}条意见未明确是否采纳（${tasks}任务），请逐条答复后报请审定`,
    );
  }
  if (state.openPoints.length > 0) {
    throw new RuleViolation('points-open', `还有${state.openPoints.length}个待定事项未确认，请全部确认后报请审定`);
  }
  return [{ type: 'approvalAsked', at: moment.at, by, mailDay: mailDayOf(moment) }];
}

/** The leader's approval of exactly the version that was put before them. */
export function approveBreakdown(state: PlanState, command: ApproveBreakdown, moment: Moment): readonly PlanEvent[] {
  const { by, draftVersion, breakdownHash } = command;
  assertMayApprove(command, 'approveBreakdown');
  assertPhase(state, ['approval'], '审定任务分解');
  assertNotMade(state, command);
  if (draftVersion !== state.draftVersion) {
    throw new RuleViolation('draft-moved', '任务分解在送审后已有变动，请查看最新版本后再审定');
  }
  assertNotVoid(command, checkCode(breakdownHash));
  const said = { draftVersion, breakdownHash, ...paperOf(command), mailDay: mailDayOf(moment) };
  return [{ type: 'breakdownApproved', at: moment.at, by, ...said }];
}

/** The leader gives the breakdown back; the office revises it and asks again, without another consultation. */
export function returnBreakdown(state: PlanState, command: ReturnBreakdown, moment: Moment): readonly PlanEvent[] {
  const { by, reason } = command;
  assertMayApprove(command, 'returnBreakdown');
  assertPhase(state, ['approval'], '退回任务分解');
  assertNotMade(state, command);
  return [{ type: 'breakdownReturned', at: moment.at, by, reason, ...paperOf(command), mailDay: mailDayOf(moment) }];
}

function assertNotMade({ askedBy, makers }: PlanState, approval: Approval): void {
  const made = [...(askedBy === null ? [] : personsBehind(askedBy)), ...makers];
  if (!personsBehind(approverOf(approval)).some((personId) => made.includes(personId))) return;
  throw new RuleViolation('own-work', '本人参与了任务分解的起草、修改或者报审，不能由本人审定，请由其他市领导审定');
}

function mailDayOf({ at, context }: Moment) {
  return mailDayFor(context.calendar, at);
}
