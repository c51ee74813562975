import type { BreakdownData } from '../../domain/papers/breakdown-data.ts';
import { breakdownVersion } from '../plan/breakdown.ts';
import type { Store } from '../store.ts';
import { breakdownTasks } from './breakdown-tasks.ts';
import { type PaperQuestion, readPaper } from './paper-scope.ts';

/** The breakdown 任务分解 as it stands, draft or issued. */
export function readBreakdown(store: Pick<Store, 'pool'>, question: PaperQuestion): Promise<BreakdownData> {
  return readPaper(store, question, async (scope) => {
    const { draftVersion } = await breakdownVersion(scope.source, scope.plan.planId);
    const isIssued = scope.plan.phase === 'issued';
    return { head: scope.head, draftVersion, isIssued, tasks: await breakdownTasks(scope) };
  });
}
