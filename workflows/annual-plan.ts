import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { contentHash } from '../domain/canonical.ts';
import type { Instant } from '../domain/instant.ts';
import { decidePlan } from '../domain/plan/decide.ts';
import { planBook } from '../domain/plan/plan-book.ts';
import type { NoteTasksStarted, PlanAct, PlanCommand } from '../domain/plan/plan-command.ts';
import type { PlanEvent } from '../domain/plan/plan-event.ts';
import type { PlanState } from '../domain/plan/plan-state.ts';
import type { BookKeeper } from './book-keeper.ts';
import { ledgerRetry } from './ledger-retry.ts';
import { actOnPlan } from './messages.ts';
import { planWorkflowId } from './workflow-ids.ts';
import { writeChain } from './writer-loop.ts';

const tasksAtATime = 200;

const { loadPlan, append, findAnswer, noteParked } = proxyActivities<Activities>(ledgerRetry);
const { startTasks } = proxyActivities<Activities>({
  // A start takes some ten milliseconds, a batch a few seconds; each start is told by a heartbeat.
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { maximumInterval: '10 seconds' },
});

/** One annual plan 年度工作要点, from consultation on. Its draft has no clock and belongs to the store until then. */
export async function annualPlan({ planId }: { readonly planId: string }): Promise<void> {
  await writeChain<PlanState, PlanEvent, PlanCommand, PlanAct>({
    chain: planWorkflowId(planId),
    book: planBook,
    decide: decidePlan,
    lastAt: ({ lastAt }) => lastAt,
    ledger: { open: () => loadPlan({ planId }), append, findAnswer, noteParked },
    act: actOnPlan,
    mayEnter: () => {},
    hasEnded: () => false,
    wake: { type: 'wake' },
    retime: null,
    failureNote: ({ letterId, key, failureClass }) => ({ type: 'noteDeliveryFailure', letterId, key, failureClass }),
    followUp: startTasksOf,
  });
  await continueAsNew<typeof annualPlan>({ planId });
}

/** Once the notice is issued, starts the tasks that are not yet, batch by batch, however many there are. */
async function startTasksOf(keeper: BookKeeper<PlanState, PlanCommand>, present: Instant): Promise<void> {
  for (;;) {
    const { phase, planId, startedTasks, taskCount } = keeper.state();
    if (phase !== 'issued' || startedTasks >= taskCount) return;
    const { upTo } = await startTasks({ planId, after: startedTasks, limit: tasksAtATime });
    const command: NoteTasksStarted = { type: 'noteTasksStarted', upTo };
    await keeper.record({
      commandId: `tasks-started/${upTo}`,
      contentHash: contentHash(command),
      command,
      at: present,
    });
  }
}
