import { epochOf, instantOfEpoch } from '../domain/instant.ts';
import { loadChain } from '../store/ledger/load.ts';
import { objectionsToTell } from '../store/objection/objections-to-tell.ts';
import { unbegunOrders } from '../store/order/unbegun-orders.ts';
import { lateWriters } from '../store/plan/late-writers.ts';
import type { LostLetter } from '../store/post-office/settle-failures.ts';
import { plansWithSheetsLeft } from '../store/sheet/read-sheets.ts';
import { pendingDeliveries } from '../store/return/deliveries.ts';
import type { Store } from '../store/store.ts';
import { chainOfPlan } from '../workflows/workflow-ids.ts';
import type { EnginePort } from './engine-port.ts';
import { planPresent } from './plan-present.ts';
import type { PostOfficeDeps } from './post-office.ts';

interface MailPortDeps {
  readonly store: Pick<Store, 'pool' | 'books'>;
  readonly engine: EnginePort;
  readonly carryOutSheets: (planId: string) => Promise<void>;
}

// A timer may be a little late on a busy engine; starting a writer that runs does nothing, but costs a call.
const patienceMs = 60_000;

/** How the post office reaches workflows: it tells of letters lost, and starts what a crash or the loss of the engine left behind. */
export function mailPorts({
  store,
  engine,
  carryOutSheets,
}: MailPortDeps): Pick<PostOfficeDeps, 'tellFailure' | 'startLeftDeliveries' | 'startLateWriters'> {
  return {
    tellFailure: async ({ chain, ...letter }: LostLetter) => {
      const { state } = await loadChain(store, chain);
      const { planId } = state as { readonly planId: string };
      const failure = { ...letter, receivedAt: await planPresent(store, planId) };
      // Letters of chains that the store writes are about work inside the unit: nothing in them reads that one was lost.
      const writer = chainOfPlan(planId, chain);
      if (writer !== null) await engine.tellFailure(writer, failure);
    },
    startLeftDeliveries: async () => {
      for (const { act, planId } of await pendingDeliveries(store)) await engine.startDelivery({ act, planId });
    },
    startLateWriters: async (now) => {
      const before = instantOfEpoch(epochOf(now) - patienceMs);
      for (const { planId, chain } of await lateWriters(store, before)) {
        const writer = chainOfPlan(planId, chain);
        if (writer !== null) await engine.startWriter(writer);
      }
      for (const order of await unbegunOrders(store, null)) await engine.startOrder(order);
      for (const untold of await objectionsToTell(store, before)) await engine.startObjection(untold);
      for (const planId of await plansWithSheetsLeft(store)) await carryOutSheets(planId);
    },
  };
}
