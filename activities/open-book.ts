import { contentHash } from '../domain/canonical.ts';
import { RuleViolation } from '../domain/errors.ts';
import type { ObjectionCommand } from '../domain/objection/objection-command.ts';
import type { ObjectionState } from '../domain/objection/objection-state.ts';
import type { OrderCommand } from '../domain/order/order-command.ts';
import type { OrderState } from '../domain/order/order-state.ts';
import type { PlanCommand } from '../domain/plan/plan-command.ts';
import type { PlanState } from '../domain/plan/plan-state.ts';
import type { TaskCommand } from '../domain/task/task-command.ts';
import type { TaskState } from '../domain/task/task-state.ts';
import { type LoadedChain, loadChain } from '../store/ledger/load.ts';
import { orderStartOf } from '../store/order/order-starts.ts';
import { readPlanClock } from '../store/plan/plan-clock.ts';
import { taskStartOf } from '../store/plan/task-starts.ts';
import { decisionContext } from '../store/registry/decision-data.ts';
import type { FirstCommand, OpenedBook } from '../workflows/ledger-port.ts';
import type { LedgerStore } from './ledger.ts';
import { lastingly } from './lasting.ts';

/** What a run of a chain's writer begins with. */
export function createBookOpening(store: LedgerStore) {
  return {
    /** A task's book; on an empty chain with the task's part of the approved breakdown, from which its first event is made. */
    loadTask: ({ taskId }: { readonly taskId: string }): Promise<OpenedBook<TaskState, TaskCommand>> =>
      lastingly(async () => {
        const chain = `task/${taskId}`;
        const loaded = await loadChain(store, chain);
        const state = loaded.state as TaskState;
        if (loaded.seq > 0)
          return opened(store, {
            chain,
            loaded,
            state,
            planId: state.planId,
            first: null,
          });
        const start = await taskStartOf(store, taskId);
        if (start === null) throw new RuleViolation('unknown-task', `没有编号为 ${taskId} 的已印发任务，请核对编号`);
        const command: TaskCommand = { type: 'issueTask', start };
        const identity = { commandId: `issue/${start.planId}`, contentHash: contentHash(command) };
        const first = { ...identity, at: start.issuedAt, command };
        return opened(store, {
          chain,
          loaded,
          state,
          planId: start.planId,
          first,
        });
      }),

    /** The book of a slip or an order; on an empty chain with what the plan, or the slip before it, called for. */
    loadOrder: ({ orderId }: { readonly orderId: string }): Promise<OpenedBook<OrderState, OrderCommand>> =>
      lastingly(() => orderBookOf(store, orderId)),

    /** A plan's book; its draft was begun by the import. */
    loadPlan: ({ planId }: { readonly planId: string }): Promise<OpenedBook<PlanState, PlanCommand>> =>
      lastingly(async () => {
        const chain = `plan/${planId}`;
        const loaded = await loadChain(store, chain);
        if (loaded.seq === 0) throw new RuleViolation('unknown-plan', `没有编号为 ${planId} 的工作要点，请核对编号`);
        const state = loaded.state as PlanState;
        return opened(store, { chain, loaded, state, planId, first: null });
      }),

    /** An objection's book; empty until the filing that started its writer is recorded. */
    loadObjection: ({
      objectionId,
      planId,
    }: {
      readonly objectionId: string;
      readonly planId: string;
    }): Promise<OpenedBook<ObjectionState, ObjectionCommand>> =>
      lastingly(async () => {
        const chain = `objection/${objectionId}`;
        const loaded = await loadChain(store, chain);
        const state = loaded.state as ObjectionState;
        return opened(store, { chain, loaded, state, planId, first: null });
      }),
  };
}

async function orderBookOf(store: LedgerStore, orderId: string): Promise<OpenedBook<OrderState, OrderCommand>> {
  const chain = `order/${orderId}`;
  const loaded = await loadChain(store, chain);
  const state = loaded.state as OrderState;
  if (loaded.seq > 0) return opened(store, { chain, loaded, state, planId: state.planId, first: null });
  const beginning = await orderStartOf(store, orderId);
  if (beginning === null)
    throw new RuleViolation('unknown-order', `没有编号为 ${orderId} 的催办单或者督办单，请核对编号`);
  const { start, at, by } = beginning;
  const command: OrderCommand = { type: 'beginOrder', start, by };
  const first = { commandId: `begin/${start.path}`, contentHash: contentHash(command), at, command };
  return opened(store, { chain, loaded, state, planId: start.planId, first });
}

interface Opening<S, C> {
  readonly chain: string;
  readonly loaded: LoadedChain;
  readonly state: S;
  readonly planId: string;
  readonly first: FirstCommand<C> | null;
}

async function opened<S, C>(
  store: LedgerStore,
  { chain, loaded, state, planId, first }: Opening<S, C>,
): Promise<OpenedBook<S, C>> {
  const [context, reading] = await Promise.all([decisionContext(store, planId), readPlanClock(store, planId)]);
  return {
    chain,
    position: { seq: loaded.seq, hash: loaded.hash },
    state,
    context,
    clock: reading.clock,
    planInstant: reading.clock === 'stepped' ? reading.instant : null,
    recent: loaded.recent,
    first,
  };
}
