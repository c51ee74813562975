import { RuleViolation, assertNever } from '../errors.ts';
import type { DecisionContext } from '../ledger/book.ts';
import type { Instant } from '../instant.ts';
import { decideChange } from './change/decide-change.ts';
import { recordInstruction } from './change/record-instruction.ts';
import { requestChange, withdrawChange } from './change/request-change.ts';
import { decideYearEnd } from './ending/decide-year-end.ts';
import { endTask } from './end-task.ts';
import { decideFinding } from './finding/decide-finding.ts';
import { issueTask } from './issue.ts';
import { type Moment, fileStatement, writeSummary } from './remarks.ts';
import { retime } from './retime.ts';
import { reviewRows } from './review-rows.ts';
import { takeRows } from './take-rows.ts';
import type { TaskCommand } from './task-command.ts';
import type { TaskEvent } from './task-event.ts';
import type { TaskState } from './task-state.ts';
import { recordUrging } from './urging/record-urging.ts';
import { wake } from './wake.ts';

/**
 * What a command does to a task at the instant `at`: the events, none where nothing changes. Throws `RuleViolation` where the
 * rules forbid it. `at` is never before the task's last event.
 */
export function decideTask(
  state: TaskState,
  { command, at, receivedAt = at }: Moment & { readonly command: TaskCommand },
  context: DecisionContext,
): readonly TaskEvent[] {
  assertTaskMayEnter(state, command);
  switch (command.type) {
    case 'issueTask':
      return issueTask(state, command, context);
    case 'takeRows':
      return takeRows(state, command, at, context);
    case 'reviewRows':
      return reviewRows(state, command, at, context);
    case 'fileStatement':
      return fileStatement(state, command, { at, receivedAt });
    case 'writeSummary':
      return writeSummary(state, command, at);
    case 'endTask':
      return endTask(state, command, at, context);
    case 'openFinding':
    case 'stateOnFinding':
    case 'concludeFinding':
    case 'decideLight':
    case 'noteObjection':
    case 'endObjection':
      return decideFinding(state, command, { at, receivedAt }, context);
    case 'requestChange':
      return requestChange(state, command, { at, receivedAt }, context);
    case 'withdrawChange':
      return withdrawChange(state, command, at, context);
    case 'decideChange':
      return decideChange(state, command, at, context);
    case 'recordInstruction':
      return recordInstruction(command, at, context);
    case 'recordUrging':
      return recordUrging(state, command, at);
    case 'decideEndings':
    case 'closeOut':
      return decideYearEnd(state, command, at, context);
    case 'noteDeliveryFailure':
      return noteDeliveryFailure(state, command, at);
    case 'retime':
      return retime(state, at, context);
    case 'wake':
      return wake(state, at, context);
    default:
      return assertNever(command);
  }
}

/**
 * The table of phases: before its issue a task takes nothing but that, after its ending nothing more. Failures of letters and
 * wakes that arrive late are let in and do nothing, because nobody can be told that they are refused.
 */
export function assertTaskMayEnter(state: TaskState, command: TaskCommand): void {
  if (command.type === 'wake' || command.type === 'noteDeliveryFailure' || command.type === 'retime') return;
  if (state.phase === 'ended') throw new RuleViolation('task-closed', `第${state.number}项任务已经办结，不再接收办理`);
  if (state.phase === 'unissued' && command.type !== 'issueTask') {
    throw new RuleViolation('task-not-issued', '该任务尚未交办');
  }
}

function noteDeliveryFailure(
  { phase }: TaskState,
  { letterId, key, failureClass }: Extract<TaskCommand, { type: 'noteDeliveryFailure' }>,
  at: Instant,
): readonly TaskEvent[] {
  if (phase !== 'open') return [];
  return [{ type: 'deliveryFailed', at, by: 'system', letterId, key, failureClass }];
}
