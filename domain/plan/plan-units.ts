import { RuleViolation } from '../errors.ts';
import type { PlanState, PlanUnit } from './plan-state.ts';
import type { TaskDraft } from './task-draft.ts';

/** Ids of the units that have tasks, sorted, so that no order of keys reaches an event. */
export function unitsWithTasks({ units }: PlanState): readonly string[] {
  return unitIdsWhere(units, () => true);
}

/** Ids of units with tasks for which `holds` is true, sorted. */
export function unitIdsWhere(units: PlanState['units'], holds: (unit: PlanUnit) => boolean): readonly string[] {
  return Object.entries(units)
    .filter(([, unit]) => unit.tasks > 0 && holds(unit))
    .map(([unitId]) => unitId)
    .toSorted();
}

/** The unit's part in the plan; refuses with `unit-not-in-plan` one that has no task. */
export function planUnit({ units }: PlanState, unitId: string): PlanUnit {
  const unit = units[unitId];
  if (unit !== undefined && unit.tasks > 0) return unit;
  throw new RuleViolation('unit-not-in-plan', '该单位在本工作要点中没有任务，无需办理，请核对所选单位');
}

/** Ids of all parties of a task, each once. */
export function partyIds({ parties }: Pick<TaskDraft, 'parties'>): readonly string[] {
  return [...new Set(parties.map(({ unitId }) => unitId))];
}
