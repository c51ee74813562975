import { assertNever } from '../errors.ts';
import { reviseTask, settlePoints } from './draft.ts';
import type { Moment } from './moment.ts';
import type { ReviseTask, SettlePoints, SettleTasks } from './plan-command.ts';
import type { PlanEvent } from './plan-event.ts';
import type { PlanState } from './plan-state.ts';
import { addTask, dropTask, mergeTasks, splitTask } from './reshape/decide-reshape.ts';
import type { ReshapeCommand } from './reshape/reshape-command.ts';
import { settleTasks } from './settle-tasks.ts';

/** What the office decides about the breakdown before the leader is asked. */
export type BreakdownCommand = SettlePoints | SettleTasks | ReviseTask | ReshapeCommand;

/** The events that such a command makes of `state`. */
export function decideBreakdown(state: PlanState, command: BreakdownCommand, moment: Moment): readonly PlanEvent[] {
  switch (command.type) {
    case 'settlePoints':
      return settlePoints(state, command, moment);
    case 'settleTasks':
      return settleTasks(state, command, moment);
    case 'reviseTask':
      return reviseTask(state, command, moment);
    case 'splitTask':
      return splitTask(state, command, moment);
    case 'mergeTasks':
      return mergeTasks(state, command, moment);
    case 'addTask':
      return addTask(state, command, moment);
    case 'dropTask':
      return dropTask(state, command, moment);
    default:
      return assertNever(command);
  }
}
