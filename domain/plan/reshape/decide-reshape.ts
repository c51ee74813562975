import { RuleViolation } from '../../errors.ts';
import { assertSound } from '../draft-check.ts';
import { assertRevisable, refuseUnfitRevision } from '../draft.ts';
import type { Moment } from '../moment.ts';
import type { PlanEvent } from '../plan-event.ts';
import type { PlanState } from '../plan-state.ts';
import { partyIds } from '../plan-units.ts';
import type { MergeTasks, SplitTask } from './reshape-command.ts';

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
