import { loadChain } from '../store/ledger/load.ts';
import type { LostLetter } from '../store/post-office/settle-failures.ts';
import { pendingDeliveries } from '../store/return/deliveries.ts';
import type { Store } from '../store/store.ts';
import type { EnginePort } from './engine-port.ts';
import { planPresent } from './plan-present.ts';
import type { PostOfficeDeps } from './post-office.ts';

interface MailPortDeps {
  readonly store: Pick<Store, 'pool' | 'books'>;
  readonly engine: EnginePort;
}

/** How the post office reaches workflows: it tells of letters lost, and starts deliveries that a crash left behind. */
export function mailPorts({
  store,
  engine,
}: MailPortDeps): Pick<PostOfficeDeps, 'tellFailure' | 'startLeftDeliveries'> {
  return {
    tellFailure: async ({ chain, ...letter }: LostLetter) => {
      const { state } = await loadChain(store, chain);
      const { planId } = state as { readonly planId: string };
      const [kind, id = ''] = chain.split('/');
      const failure = { ...letter, receivedAt: await planPresent(store, planId) };
      // A return's letters are about work inside the unit: nothing in its chain reads that one was lost.
      if (kind === 'task') await engine.tellFailure({ planId, taskId: id }, failure);
      if (kind === 'plan') await engine.tellFailure({ planId }, failure);
    },
    startLeftDeliveries: async () => {
      for (const { act, planId } of await pendingDeliveries(store)) await engine.startDelivery({ act, planId });
    },
  };
}
