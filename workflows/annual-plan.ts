import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { contentHash } from '../domain/canonical.ts';
import { RuleViolation } from '../domain/errors.ts';
import type { Instant } from '../domain/instant.ts';
import { decidePlan } from '../domain/plan/decide.ts';
import { planBook } from '../domain/plan/plan-book.ts';
import type { NoteSlips, NoteTasksStarted, PlanAct, PlanCommand } from '../domain/plan/plan-command.ts';
import type { NoteTasksClosed } from '../domain/plan/year-end/summary-command.ts';
import type { PlanEvent } from '../domain/plan/plan-event.ts';
import type { PlanState } from '../domain/plan/plan-state.ts';
import type { BookKeeper } from './book-keeper.ts';
import { ledgerRetry } from './ledger-retry.ts';
import { actOnPlan } from './messages.ts';
import { planWorkflowId } from './workflow-ids.ts';
import { writeChain } from './writer-loop.ts';

const tasksAtATime = 200;

const { loadPlan, append, findAnswer, noteParked } = proxyActivities<Activities>(ledgerRetry);
const { listOverdueOfUnit, startOrders } = proxyActivities<Activities>(ledgerRetry);
const { listOverdue } = proxyActivities<Activities>({
  // It looks on for some seconds while tasks take the wake of the day, and is asked again where they need longer.
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
});
const { startTasks, closeTasks } = proxyActivities<Activities>({
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
    retime: { type: 'retime' },
    failureNote: ({ letterId, key, failureClass }) => ({ type: 'noteDeliveryFailure', letterId, key, failureClass }),
    prepare: withOverdueRows,
    followUp: async (keeper, present) => {
      await startTasksOf(keeper, present);
      await draftSlipsOf(keeper, present);
      await closeTasksOf(keeper, present);
    },
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

/** Drafts the slips whose day has come, one batch of units after the other, once the tasks have taken the wake of that day. */
async function draftSlipsOf(keeper: BookKeeper<PlanState, PlanCommand>, present: Instant): Promise<void> {
  for (let [due] = keeper.state().slipsDue; due !== undefined; [due] = keeper.state().slipsDue) {
    const { planId } = keeper.state();
    const { period, on, after } = due;
    const found = await listOverdue({ planId, on, after });
    const command: NoteSlips = { type: 'noteSlips', period, ...found };
    const commandId = `slips/${period}/${after ?? ''}`;
    const noted = { commandId, contentHash: contentHash(command), command, at: present };
    // Where the ledger holds this batch already, with what was overdue then, that stands.
    await keeper.record(noted).catch((error: unknown) => {
      if (!(error instanceof RuleViolation)) throw error;
      return keeper.reload();
    });
    // Those that go out at once draw their numbers as they begin: one after the other, so that every run gives the same ones.
    await startOrders({ planId, isOneByOne: keeper.opened().context.rules.slipsAutomatic });
  }
}

/** What a unit has let pass is asked right before an order on it is proposed. */
async function withOverdueRows({ planId }: PlanState, command: PlanCommand): Promise<PlanCommand> {
  if (command.type !== 'proposeOrder') return command;
  return { ...command, overdue: await listOverdueOfUnit({ planId, unitId: command.unitId }) };
}

/** Once the leader approved the year's summary, closes the tasks, batch by batch. */
async function closeTasksOf(keeper: BookKeeper<PlanState, PlanCommand>, present: Instant): Promise<void> {
  for (;;) {
    const { planId, summary, taskCount } = keeper.state();
    if (summary === null || summary.approvedAt === null || summary.closedTasks >= taskCount) return;
    const closed = await closeTasks({ planId, after: summary.closedTasks, limit: tasksAtATime });
    const command: NoteTasksClosed = { type: 'noteTasksClosed', ...closed };
    await keeper.record({
      commandId: `tasks-closed/${summary.hash}/${closed.upTo}`,
      contentHash: contentHash(command),
      command,
      at: present,
    });
  }
}
