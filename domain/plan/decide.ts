import { assertNever } from '../errors.ts';
import { type Instant, later, startOfDay } from '../instant.ts';
import type { DecisionContext } from '../ledger/book.ts';
import { amendNotice, listAmendments, receiptAmendment } from './amendment/amend-notice.ts';
import { approveBreakdown, askApproval, returnBreakdown } from './approval.ts';
import { answerConsultation, beginConsultation, decideOpinion, lapseConsultation } from './consultation.ts';
import { decideBreakdown } from './decide-breakdown.ts';
import { issuePlan, noteTasksStarted } from './issue.ts';
import type { Moment } from './moment.ts';
import { assertPhase } from './phase.ts';
import type { NotePlanDeliveryFailure, PlanCommand } from './plan-command.ts';
import type { PlanEvent } from './plan-event.ts';
import type { PlanState, PlanWake } from './plan-state.ts';
import { approveSummary, askSummaryApproval, noteTasksClosed, returnSummary } from './year-end/decide-summary.ts';
import { listReceipts, receiptNotice } from './receipt.ts';
import { beginSlips, noteSlips, proposeOrder, retimeSlips } from './slips.ts';

/** What a plan is asked, and when; `receivedAt` where it reached duban before `at`. */
export interface PlanInput {
  readonly command: PlanCommand;
  readonly at: Instant;
  readonly receivedAt?: Instant;
}

/** The events that the command makes of `state`; none where there is nothing to record. Refusals are `RuleViolation`s. */
export function decidePlan(state: PlanState, input: PlanInput, context: DecisionContext): readonly PlanEvent[] {
  const { command } = input;
  const at = later(input.at, state.lastAt ?? input.at);
  const moment: Moment = { at, receivedAt: input.receivedAt ?? input.at, context };
  switch (command.type) {
    case 'settlePoints':
    case 'settleTasks':
    case 'reviseTask':
    case 'splitTask':
    case 'mergeTasks':
    case 'addTask':
    case 'dropTask':
      return decideBreakdown(state, command, moment);
    case 'beginConsultation':
      return beginConsultation(state, command, moment);
    case 'answerConsultation':
      return answerConsultation(state, command, moment);
    case 'decideOpinion':
      return decideOpinion(state, command, moment);
    case 'askApproval':
      return askApproval(state, command, moment);
    case 'approveBreakdown':
      return approveBreakdown(state, command, moment);
    case 'returnBreakdown':
      return returnBreakdown(state, command, moment);
    case 'issuePlan':
      return issuePlan(state, command, moment);
    case 'receiptNotice':
      return receiptNotice(state, command, moment);
    case 'askSummaryApproval':
      return askSummaryApproval(state, command, moment);
    case 'approveSummary':
      return approveSummary(state, command, moment);
    case 'returnSummary':
      return returnSummary(state, command, moment);
    case 'noteTasksClosed':
      return noteTasksClosed(state, command, moment);
    case 'amendNotice':
      return amendNotice(state, command, moment);
    case 'receiptAmendment':
      return receiptAmendment(state, command, moment);
    case 'noteTasksStarted':
      return noteTasksStarted(state, command, moment);
    case 'noteSlips':
      return noteSlips(state, command, moment);
    case 'proposeOrder':
      return proposeOrder(state, command, moment);
    case 'retime':
      return retimeSlips(state, moment);
    case 'noteDeliveryFailure':
      return noteDeliveryFailure(state, command, moment);
    case 'wake':
      return state.wakes
        .filter(({ on }) => startOfDay(on) <= input.at)
        .flatMap((wake) => wakePlan(state, wake, moment));
    default:
      return assertNever(command);
  }
}

function noteDeliveryFailure(
  state: PlanState,
  { letterId, key, failureClass }: NotePlanDeliveryFailure,
  { at }: Moment,
): readonly PlanEvent[] {
  assertPhase(state, ['consultation', 'approval', 'approved', 'issued'], '记录投递失败');
  return [{ type: 'deliveryFailed', at, by: 'system', letterId, key, failureClass }];
}

// What time does carries the instant that was due, even when it is done later.
function wakePlan(state: PlanState, { on, does }: PlanWake, moment: Moment): readonly PlanEvent[] {
  const due = startOfDay(on);
  const then: Moment = { ...moment, at: later(due, state.lastAt ?? due) };
  switch (does) {
    case 'lapse-consultation':
      return lapseConsultation(state, due, then);
    case 'list-receipts':
      return listReceipts(state, then);
    case 'list-amendments':
      return listAmendments(state, then);
    case 'begin-slips':
      return beginSlips(state, then);
    default:
      return assertNever(does);
  }
}
