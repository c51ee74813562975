import { contentHash } from '../domain/canonical.ts';
import { uuid5 } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { RefreshRows } from '../domain/order/order-command.ts';
import type { NoteDelivery } from '../domain/return/return-command.ts';
import { draftedSlips } from '../store/order/read-orders.ts';
import { actOnReturn } from '../store/return/act-on-return.ts';
import { readDelivery } from '../store/return/deliveries.ts';
import type { Store } from '../store/store.ts';
import type { EnginePort } from './engine-port.ts';
import { lastingly } from './lasting.ts';
import { planPresent } from './plan-present.ts';

/** A task that refused what an act on a return brought it, and the rule by which it did. */
export type RefusedTask = NoteDelivery['refused'][number];

interface DeliveryDeps {
  readonly store: Store;
  readonly engine: EnginePort;
}

/** Activities that carry one act on a whole return to its tasks. */
export function createDelivery({ store, engine }: DeliveryDeps) {
  return {
    /** The tasks that the act reaches, in the order of the notice. */
    loadDelivery: ({ act }: { readonly act: string }): Promise<{ readonly taskIds: readonly string[] }> =>
      lastingly(async () => ({ taskIds: (await readDelivery(store, act)).tasks.map(({ taskId }) => taskId) })),

    /** Brings one task its rows; null when it took them, also where an earlier try brought them. Tried again until it says either. */
    deliverToTask: ({ act, taskId }: { readonly act: string; readonly taskId: string }): Promise<RefusedTask | null> =>
      lastingly(async () => {
        const { planId, returnId, tasks } = await readDelivery(store, act);
        const command = tasks.find((task) => task.taskId === taskId)?.command;
        if (command === undefined) throw new Error(`the act ${act} brings nothing to task ${taskId}`);
        const identity = { commandId: uuid5(returnId, `deliver/${act}/${taskId}`), contentHash: contentHash(command) };
        const envelope = { ...identity, receivedAt: await planPresent(store, planId), command };
        const told = await engine.actOnTask({ taskId, planId }, envelope);
        if (told.outcome === 'recorded') return null;
        // A parked task takes nothing now and will take it later; an unanswered one may have taken it: both are asked again.
        if (told.outcome === 'unconfirmed' || told.code === 'needs-attention')
          throw new Error(`task ${taskId} has not answered`);
        return { taskId, code: told.code, message: told.message };
      }),

    /** Records that every task has answered, with those that refused. */
    finishDelivery: ({
      act,
      refused,
    }: {
      readonly act: string;
      readonly refused: readonly RefusedTask[];
    }): Promise<void> =>
      lastingly(async () => {
        const { planId, owed } = await readDelivery(store, act);
        const command: NoteDelivery = { type: 'noteDelivery', act, refused };
        const at = await planPresent(store, planId);
        const identity = { commandId: `delivered/${act}`, contentHash: contentHash(command) };
        // First: with the note the delivery is over, and whoever waits for it goes on.
        await refreshSlips({ store, engine }, { act, planId, unitId: owed.unitId, at });
        // Where an earlier delivery of the same act was noted, that note stands.
        await actOnReturn(store, { planId, owed, command, at, ...identity, recordedAt: at, transport: 'delivery' });
      }),
  };
}

interface Arrival {
  readonly act: string;
  readonly planId: string;
  readonly unitId: string;
  readonly at: Instant;
}

// A slip that nobody has confirmed loses what has come in. One that takes nothing now is looked through again when it is confirmed.
async function refreshSlips({ store, engine }: DeliveryDeps, { act, planId, unitId, at }: Arrival): Promise<void> {
  const command: RefreshRows = { type: 'refreshRows' };
  for (const orderId of await draftedSlips(store, planId, unitId)) {
    const identity = { commandId: uuid5(orderId, `refresh/${act}`), contentHash: contentHash(command) };
    await engine.actOnOrder({ orderId, planId }, { ...identity, receivedAt: at, command });
  }
}
