import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { assertOrderMayEnter, decideOrder, isOver } from '../domain/order/decide.ts';
import { orderBook } from '../domain/order/order-book.ts';
import type { OrderAct, OrderCommand } from '../domain/order/order-command.ts';
import type { OrderEvent } from '../domain/order/order-event.ts';
import type { OrderState } from '../domain/order/order-state.ts';
import type { BookKeeper } from './book-keeper.ts';
import { ledgerRetry } from './ledger-retry.ts';
import { actOnOrder } from './messages.ts';
import { orderWorkflowId } from './workflow-ids.ts';
import { writeChain } from './writer-loop.ts';

const { loadOrder, append, findAnswer, noteParked, listStandingRows, startOrders } =
  proxyActivities<Activities>(ledgerRetry);

/** One slip 催办单 or order 督办单, from its draft or proposal to its end. */
export async function order({ orderId }: { readonly orderId: string }): Promise<void> {
  const outcome = await writeChain<OrderState, OrderEvent, OrderCommand, OrderAct>({
    chain: orderWorkflowId(orderId),
    book: orderBook,
    decide: decideOrder,
    lastAt: ({ lastAt }) => lastAt,
    ledger: { open: () => loadOrder({ orderId }), append, findAnswer, noteParked },
    act: actOnOrder,
    mayEnter: assertOrderMayEnter,
    hasEnded: isOver,
    wake: { type: 'wake' },
    retime: { type: 'retime' },
    failureNote: ({ letterId, key, failureClass }) => ({ type: 'noteDeliveryFailure', letterId, key, failureClass }),
    prepare: withStandingRows,
    followUp: startEscalated,
  });
  if (outcome === 'renew') await continueAsNew<typeof order>({ orderId });
}

/** What the unit owes is asked right before the decision, so that a slip never holds what has come in meanwhile. */
async function withStandingRows({ planId, unitId }: OrderState, command: OrderCommand): Promise<OrderCommand> {
  if (command.type !== 'confirmSlip' && command.type !== 'refreshRows') return command;
  return { ...command, standing: await listStandingRows({ planId, unitId }) };
}

/** The order that was proposed on this slip has a writer of its own; started once more is started once. */
async function startEscalated(keeper: BookKeeper<OrderState, OrderCommand>): Promise<void> {
  const { planId, escalatedTo } = keeper.state();
  if (escalatedTo !== null) await startOrders({ planId, isOneByOne: false });
}
