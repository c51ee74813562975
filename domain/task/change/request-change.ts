import { mailDayFor } from '../../calendar/mail-day.ts';
import { shiftWorkingDays } from '../../calendar/working-calendar.ts';
import { RuleViolation } from '../../errors.ts';
import { type Instant, dayOf } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import { approverOf, assertMayApprove, personsBehind } from '../../paper-approval.ts';
import type { TaskEvent } from '../task-event.ts';
import type { TaskState } from '../task-state.ts';
import { assertAskable } from './askable.ts';
import type { RequestChange, WithdrawChange } from './change-command.ts';
import type { ChangeRequested } from './change-event.ts';
import { deciderOf } from './decider-of.ts';
import { extendedObligation, overdueAtOnce, remindersOf } from './extended-obligation.ts';
import { changeTitle, pendingChange, withoutPending } from './pending.ts';
import { type TaskChange, changeNames, changeTopic } from './task-change.ts';

/**
 * A unit asks for a change, with its head's approval, or the office proposes one. Whether an extension is asked in time is judged by
 * `receivedAt`, so that no outage of ours makes anybody late.
 */
export function requestChange(
  state: TaskState,
  command: RequestChange,
  { at, receivedAt = at }: { readonly at: Instant; readonly receivedAt?: Instant },
  context: DecisionContext,
): readonly TaskEvent[] {
  const { changeId, change, reason, leadershipUnitId, by, paper } = command;
  const unitId = askingUnit(command);
  assertFree(state, command);
  assertAskable(state, change, { ...context, unitId, on: dayOf(receivedAt) });
  const decider = deciderOf(change, state, context.rules);
  const obligation = extendedObligation(state, change);
  const asked: ChangeRequested = {
    type: 'changeRequested',
    at,
    by,
    changeId,
    change,
    unitId,
    reason,
    ...(paper === undefined ? {} : { paper }),
    receivedAt,
    decider,
    deciderUnitId: decider === 'office' ? state.officeUnitId : leadershipUnitId,
    decideBy: shiftWorkingDays(context.calendar, dayOf(at), context.rules.changeDecisionWorkingDays),
    resubmission: obligation !== null && obligation.resubmitDue !== null,
    mailDay: mailDayFor(context.calendar, at),
    reminders: obligation === null ? null : remindersOf(obligation, { at, context, isBeingDecided: true }),
  };
  // It reached us in time and was held up by us: what was noted meanwhile does not stand.
  const lifted: readonly TaskEvent[] =
    obligation?.overdue === true
      ? [{ type: 'overdueLifted', at, by: 'system', obligationIds: [obligation.id], reason: 'being-decided' }]
      : [];
  return [asked, ...lifted];
}

/** Takes a request back; what was overdue but for it is overdue from its original day. */
export function withdrawChange(
  state: TaskState,
  command: WithdrawChange,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  const pending = pendingChange(state, command.changeId);
  const unitId = askingUnit({ ...command, change: pending.change });
  if (unitId !== pending.unitId) {
    throw new RuleViolation('not-permitted', `${changeTitle(state.number, pending.change)}只能由原申请单位撤回`);
  }
  const { changeId, reason, by, paper } = command;
  const after = { ...state, changes: withoutPending(state.changes, changeId) };
  const obligation = extendedObligation(state, pending.change);
  const isAsked = obligation !== null && state.changes.suspended === null;
  const withdrawn: TaskEvent = {
    type: 'changeWithdrawn',
    at,
    by,
    changeId,
    ...(paper === undefined ? {} : { paper }),
    reason,
    reminders: isAsked ? remindersOf(obligation, { at, context, isBeingDecided: false }) : null,
  };
  return [withdrawn, ...(obligation === null ? [] : overdueAtOnce(after, obligation, at, context))];
}

/** The persons of whom none may decide on what is asked here. */
export function askersOf(command: Pick<RequestChange, 'by' | 'paper'>): readonly string[] {
  return personsBehind(approverOf(command));
}

// The office proposes in its own name; everybody else asks for their own unit. Null stands for the office.
function askingUnit(command: Pick<RequestChange, 'by' | 'paper'> & { readonly change: TaskChange }): string | null {
  const { seat, unitId } = approverOf(command);
  const { kind } = command.change;
  if (seat === 'office') {
    assertMayApprove(command, 'proposeChange');
    if (kind === 'extension' || kind === 'decline') {
      throw new RuleViolation('asked-by-unit', `${changeNames[kind]}由责任单位提出，经单位负责人审签后报送`);
    }
    return null;
  }
  assertMayApprove(command, kind === 'decline' ? 'declineTask' : 'requestChange', { unitId });
  if (kind === 'amendment' || kind === 'reassignment') {
    throw new RuleViolation('asked-by-office', `${changeNames[kind]}由领导小组办公室提出，请向办公室说明情况`);
  }
  return unitId;
}

function assertFree({ number, changes }: TaskState, { changeId, change }: RequestChange): void {
  const topic = changeTopic(change);
  const other = changes.pending.find((each) => each.changeId === changeId || changeTopic(each.change) === topic);
  if (other === undefined) return;
  throw new RuleViolation(
    'change-pending',
    `${changeTitle(number, other.change)}正在办理，请待决定后再提出，或者先撤回`,
  );
}
