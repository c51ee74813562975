import { type Instant, dayOf, later } from '../../../domain/instant.ts';
import type { EventBase } from '../../../domain/ledger/event.ts';
import type { DecisionContext } from '../../../domain/ledger/book.ts';
import { decideOrder } from '../../../domain/order/decide.ts';
import type { OrderCommand } from '../../../domain/order/order-command.ts';
import type { OrderState } from '../../../domain/order/order-state.ts';
import type { PlanCommand } from '../../../domain/plan/plan-command.ts';
import type { PlanState } from '../../../domain/plan/plan-state.ts';
import { orderStartOf } from '../../../store/order/order-starts.ts';
import { overdueUnits } from '../../../store/order/overdue-rows.ts';
import { supervisionUnit } from '../../../store/order/supervision-unit.ts';
import { unbegunOrders } from '../../../store/order/unbegun-orders.ts';
import { loadChain } from '../../../store/ledger/load.ts';
import type { Store } from '../../../store/store.ts';

/** How these tests write a chain. */
export interface Writing {
  readonly store: Store;
  readonly planId: string;
  readonly act: (command: PlanCommand, at: Instant) => Promise<unknown>;
  readonly record: (
    chain: string,
    command: unknown,
    at: Instant,
    decide: (state: unknown, context: DecisionContext) => readonly EventBase[],
  ) => Promise<unknown>;
}

/** Does what follows a wake of the plan on the day of slips: they are drafted from what is overdue, and begin their own chains. */
export async function draftSlips({ store, planId, act, record }: Writing, at: Instant): Promise<void> {
  const { slipsDue } = (await loadChain(store, `plan/${planId}`)).state as PlanState;
  for (const { period, on, after } of slipsDue) {
    const found = await overdueUnits(store, { planId, on, after });
    const supervisionUnitId = await supervisionUnit(store, planId, dayOf(at));
    await act({ type: 'noteSlips', period, ...found, supervisionUnitId }, at);
  }
  for (const { orderId } of await unbegunOrders(store, planId)) {
    const beginning = await orderStartOf(store, orderId);
    if (beginning === null) throw new Error(`order ${orderId} comes from nowhere`);
    const { start, by, at: begunAt } = beginning;
    await actOnOrder({ store, planId, act, record }, orderId, { type: 'beginOrder', start, by }, begunAt);
  }
}

/** One command to a slip or an order. */
export async function actOnOrder(
  { record }: Writing,
  orderId: string,
  command: OrderCommand,
  at: Instant,
): Promise<void> {
  await record(`order/${orderId}`, command, at, (state, context) => {
    const { lastAt } = state as OrderState;
    return decideOrder(state as OrderState, { command, at: later(at, lastAt ?? at) }, context);
  });
}
