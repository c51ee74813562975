import { itemKeyOf } from './behaviour.ts';
import type { PlayedRow } from './played-finding.ts';
import type { RehearsalView, ViewedTask, ViewedUnit } from './rehearsal-view.ts';
import type { Scenario } from './scenario.ts';

/** The task with this number; refuses a scenario that names none. */
export function taskNumbered({ tasks }: RehearsalView, number: string): ViewedTask {
  const task = tasks.find((each) => each.number === number);
  if (task === undefined) throw new Error(`the scenario names task ${number}, which the plan has not`);
  return task;
}

/** The unit with this key; refuses a scenario that names none. */
export function unitKeyed({ units }: RehearsalView, key: string): ViewedUnit {
  const unit = units.find((each) => each.key === key);
  if (unit === undefined) throw new Error(`the scenario names the unit ${key}, which the plan has not`);
  return unit;
}

/** The subject that a scenario calls by its item's key, or the whole task of a unit. */
export function subjectNamed(
  scenario: Pick<Scenario, 'items' | 'behaviour'>,
  { number, subjects }: ViewedTask,
  { unitId, item }: { readonly unitId: string | null; readonly item: string | null },
): string {
  const found = subjects.find((subject) => {
    if (unitId !== null && subject.unitId !== unitId) return false;
    return item === null ? subject.kind === 'whole' : itemKeyOf(scenario, number, subject.title) === item;
  });
  if (found === undefined)
    throw new Error(`the scenario names ${item ?? 'the whole'} of task ${number}, which is not there`);
  return found.subjectId;
}

/** Task and subject of a row as a scenario calls it. */
export function rowNamed(
  scenario: Pick<Scenario, 'items' | 'behaviour'>,
  view: RehearsalView,
  { task, unit, item }: PlayedRow,
): { readonly taskId: string; readonly subjectId: string } {
  const found = taskNumbered(view, task);
  const { unitId } = unitKeyed(view, unit);
  return { taskId: found.taskId, subjectId: subjectNamed(scenario, found, { unitId, item }) };
}
