import { RuleViolation } from '../../errors.ts';
import { assertSound } from '../draft-check.ts';
import { assertRevisable, consultationOf, refuseUnfitRevision } from '../draft.ts';
import type { Moment } from '../moment.ts';
import type { PlanEvent } from '../plan-event.ts';
import type { PlanState, PlanUnit } from '../plan-state.ts';
import { partyIds } from '../plan-units.ts';
import type { AddTask, DropTask, MergeTasks, SplitTask } from './reshape-command.ts';

/** Two tasks in place of one, recorded together. */
export function splitTask(state: PlanState, command: SplitTask, { at }: Moment): readonly PlanEvent[] {
  const { by, rest, leaves, added, place, reason } = command;
  assertRevisable(state, command);
  assertSound(rest);
  assertSound(added);
  refuseUnfitRevision(state, { draft: rest, joins: [], leaves, reason });
  if (leaves.some((unitId) => !partyIds(added).includes(unitId)) || rest.taskId === added.taskId) {
    throw new RuleViolation('parties-mismatch', `第${rest.number}项任务拆分前后的参与单位不一致，请重新提交`);
  }
  // The new task first: a unit that goes over to it is at no moment without a task, and its letters stay.
  return [
    { type: 'taskSplitOff', at, by, draft: added, place, from: rest.number, reason },
    { type: 'taskRevised', at, by, draft: rest, joins: [], leaves, reason },
  ];
}

/** One task in place of two, recorded together. */
export function mergeTasks(state: PlanState, command: MergeTasks, { at }: Moment): readonly PlanEvent[] {
  const { by, merged, joins, gone, reason } = command;
  assertRevisable(state, command);
  assertSound(merged);
  refuseUnfitRevision(state, { draft: merged, joins, leaves: [], reason });
  const unitIds = partyIds(gone);
  if (unitIds.some((unitId) => !partyIds(merged).includes(unitId)) || merged.taskId === gone.taskId) {
    throw new RuleViolation('parties-mismatch', `第${merged.number}项任务合并前后的参与单位不一致，请重新提交`);
  }
  const { taskId, number, title } = gone;
  return [
    { type: 'taskRevised', at, by, draft: merged, joins, leaves: [], reason },
    { type: 'taskMerged', at, by, taskId, number, title, unitIds, into: merged.number, reason },
  ];
}

/** One task more; during the consultation its units are consulted that were not, or that no task was left to. */
export function addTask(state: PlanState, command: AddTask, moment: Moment): readonly PlanEvent[] {
  const { by, draft, place, reason } = command;
  assertRevisable(state, command);
  assertSound(draft);
  const unitIds = partyIds(draft);
  refuseUnfitRevision(state, { draft, joins: unitIds, leaves: [], reason });
  const added: PlanEvent = { type: 'taskAdded', at: moment.at, by, draft, place, reason };
  const strangers = unitIds.filter((unitId) => isUnasked(state.units[unitId])).toSorted();
  const isAsking = state.phase === 'consultation' && strangers.length > 0;
  return isAsking ? [added, consultationOf(strangers, command, moment)] : [added];
}

// A unit that had no task any more was asked nothing: its reminders were withdrawn.
function isUnasked(unit: PlanUnit | undefined): boolean {
  return unit === undefined || unit.answerDue === null || (unit.tasks === 0 && unit.answer === 'none');
}

/** One task less; refused where units have spoken on it, and where no other is left. */
export function dropTask(state: PlanState, command: DropTask, { at }: Moment): readonly PlanEvent[] {
  const { by, gone, reason } = command;
  assertRevisable(state, command);
  const { taskId, number, title, span } = gone;
  if (reason.trim() === '') throw new RuleViolation('reason-missing', `请填写不将第${number}项列为任务的理由`);
  if (state.taskCount <= 1) {
    throw new RuleViolation('only-task', `第${number}项是任务分解中仅有的一项任务，不能删去`);
  }
  const opinions = state.opinions.filter(({ taskNumber }) => taskNumber === number).length;
  if (opinions > 0) {
    throw new RuleViolation(
      'opinions-on-task',
      `各单位对第${number}项任务已提出${opinions}条意见，不能删去；确不单列的，请与相邻任务合并，意见随之保留`,
    );
  }
  return [{ type: 'taskDropped', at, by, taskId, number, title, span, unitIds: partyIds(gone), reason }];
}
