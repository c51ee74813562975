import type { RunningTask } from '../../domain/plan/amendment/item-subjects.ts';
import type { TaskState } from '../../domain/task/task-state.ts';
import { loadChain } from '../ledger/load.ts';
import type { Store } from '../store.ts';
import { readDrafts } from './breakdown.ts';
import type { PlanLine } from './plans.ts';

/** The tasks of an issued plan with their part of the breakdown, ended ones too; none before the issue. */
export async function runningTasks(
  store: Pick<Store, 'pool' | 'books'>,
  { planId, phase }: Pick<PlanLine, 'planId' | 'phase'>,
): Promise<readonly RunningTask[]> {
  if (phase !== 'issued') return [];
  const tasks: RunningTask[] = [];
  for (const draft of await readDrafts(store, planId)) {
    const { state } = await loadChain(store, `task/${draft.taskId}`);
    tasks.push({ draft, state: state as TaskState });
  }
  return tasks;
}
