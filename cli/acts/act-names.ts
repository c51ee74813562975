import type { Period } from '../../domain/calendar/quarter.ts';
import type { ReturnName } from '../../domain/act/return-act.ts';
import { uuid5 } from '../../domain/ids.ts';
import { wholeTaskSubject } from '../../domain/task/obligations.ts';
import type { PlanLine } from '../../store/plan/plans.ts';
import type { Store } from '../../store/store.ts';
import { taskIdOf } from '../../store/task/task-page.ts';
import { personNamed, unitNamed } from '../actors.ts';
import { UsageError } from '../exit-codes.ts';

/** Finds the ids behind what people write: a unit's name or key, a task's number, an item. */
export interface ActNames {
  readonly unit: (named: string) => Promise<string>;
  readonly task: (number: string) => Promise<string>;
  /** A person by the register's key. */
  readonly person: (key: string) => Promise<string>;
  /** A finding by the name that it was opened with. */
  readonly finding: (named: string) => string;
  /** A slip or an order by its id, or by where it comes from within the plan. */
  readonly order: (named: string) => string;
  /** A change by the name that it was asked for with. */
  readonly change: (named: string) => string;
  readonly row: (
    named: { readonly task: string; readonly item: string },
    unit: string,
  ) => Promise<{ readonly taskId: string; readonly subjectId: string }>;
  readonly of: (named: {
    readonly unit: string;
    readonly kind: ReturnName['kind'];
    readonly period: Period | 'plan';
  }) => Promise<ReturnName>;
}

/** The names as they are in this plan. */
export function actNamesIn(store: Store, ofPlan: PlanLine): ActNames {
  const unit = async (named: string): Promise<string> => (await unitNamed(store, ofPlan, named)).unitId;
  const task = async (number: string): Promise<string> => {
    const taskId = await taskIdOf(store, ofPlan.planId, number);
    if (taskId === null) throw new UsageError(`“${ofPlan.title}”中没有序号为“${number}”的任务，请核对序号。`);
    return taskId;
  };
  // As `status` and `findings` print it, or by the name that it was begun with.
  const idOr = (named: string, path: string): string =>
    /^[0-9a-f-]{36}$/i.test(named) ? named.toLowerCase() : uuid5(ofPlan.planId, path);
  return {
    unit,
    task,
    person: async (key) => (await personNamed(store, ofPlan, key)).personId,
    finding: (named) => idOr(named, `finding/${named}`),
    order: (named) => idOr(named, named),
    change: (named) => idOr(named, `change/${named}`),
    row: async (named, unitName) => ({
      taskId: await task(named.task),
      subjectId: named.item === 'whole' ? wholeTaskSubject(await unit(unitName)) : named.item,
    }),
    of: async ({ unit: named, kind, period }) => ({ unitId: await unit(named), kind, period }),
  };
}
