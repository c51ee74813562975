import { mailDayFor } from '../../calendar/mail-day.ts';
import { RuleViolation } from '../../errors.ts';
import { checkCode } from '../../check-code.ts';
import { approverOf, assertMayApprove, assertNotVoid, personsBehind } from '../../paper-approval.ts';
import { assertMay } from '../../permissions.ts';
import type { Moment } from '../moment.ts';
import { assertPhase } from '../phase.ts';
import type { PlanEvent } from '../plan-event.ts';
import type { PlanState } from '../plan-state.ts';
import type { ApproveSummary, AskSummaryApproval, NoteTasksClosed, ReturnSummary } from './summary-command.ts';
import type { SummaryState } from './summary-state.ts';

/** The office puts the year's summary before the leader, once no row is left without an ending or a named date. */
export function askSummaryApproval(
  state: PlanState,
  { by, summaryHash, counts, undecided }: AskSummaryApproval,
  moment: Moment,
): readonly PlanEvent[] {
  assertMay(by, 'askSummaryApproval');
  assertPhase(state, ['issued'], '报请审定年终总结');
  if (state.summary !== null) {
    const done = state.summary.approvedAt === null ? '已报请审定，请等待审定' : '已经审定';
    throw new RuleViolation('summary-asked-twice', `年终总结${done}`);
  }
  if (undecided.length > 0) {
    const shown = undecided.slice(0, 5).map((number) => `第${number}项`);
    const more = undecided.length > 5 ? `等${undecided.length}项` : '';
    throw new RuleViolation(
      'endings-left',
      `还有任务未逐行确定年终办理结果（${shown.join('、')}${more}），请全部确定后报请审定`,
    );
  }
  return [{ type: 'summaryAsked', at: moment.at, by, summaryHash, counts, mailDay: mailDayOf(moment) }];
}

/** The leader approves exactly what was put before them. */
export function approveSummary(state: PlanState, command: ApproveSummary, moment: Moment): readonly PlanEvent[] {
  assertMayApprove(command, 'approveSummary');
  const asked = assertAsked(state);
  assertNotAsker(asked, command);
  if (command.summaryHash !== asked.hash) {
    throw new RuleViolation('summary-moved', '年终总结在送审后已有变动，请退回领导小组办公室重新报审');
  }
  assertNotVoid(command, checkCode(asked.hash));
  const { by, summaryHash, paper } = command;
  const approved = { type: 'summaryApproved', at: moment.at, by, summaryHash, mailDay: mailDayOf(moment) } as const;
  return [paper === undefined ? approved : { ...approved, paper }];
}

/** The leader gives the summary back; the office asks again after the correction. */
export function returnSummary(state: PlanState, command: ReturnSummary, moment: Moment): readonly PlanEvent[] {
  assertMayApprove(command, 'returnSummary');
  const asked = assertAsked(state);
  assertNotAsker(asked, command);
  assertNotVoid(command, checkCode(asked.hash));
  const { by, reason, paper } = command;
  const returned = { type: 'summaryReturned', at: moment.at, by, reason, mailDay: mailDayOf(moment) } as const;
  return [paper === undefined ? returned : { ...returned, paper }];
}

/** Notes how far the closing of the tasks has come; a repeated or older note records nothing. */
export function noteTasksClosed(
  { summary, taskCount }: PlanState,
  { upTo, refused }: NoteTasksClosed,
  { at }: Moment,
): readonly PlanEvent[] {
  if (summary === null || summary.approvedAt === null) throw new Error('tasks are closed before the approval');
  if (upTo > taskCount) throw new Error(`there are ${taskCount} tasks, not ${upTo}`);
  return upTo > summary.closedTasks ? [{ type: 'tasksClosed', at, by: 'system', upTo, refused }] : [];
}

function assertAsked({ summary }: PlanState): SummaryState {
  if (summary !== null && summary.approvedAt === null) return summary;
  throw new RuleViolation(
    'summary-not-asked',
    summary === null ? '年终总结尚未报请审定' : '年终总结已经审定，不能再次办理',
  );
}

function assertNotAsker({ askedBy }: SummaryState, command: ApproveSummary | ReturnSummary): void {
  if (!personsBehind(approverOf(command)).includes(askedBy.personId)) return;
  throw new RuleViolation('own-work', '年终总结由本人报审，不能由本人审定，请由其他市领导审定');
}

function mailDayOf({ at, context }: Moment) {
  return mailDayFor(context.calendar, at);
}
