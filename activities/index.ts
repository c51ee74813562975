import { instantOfEpoch } from '../domain/instant.ts';
import type { Store } from '../store/store.ts';
import { createDelivery } from './delivery.ts';
import type { EnginePort } from './engine-port.ts';
import { createLedger } from './ledger.ts';
import { mailPorts } from './mail-ports.ts';
import { createBookOpening } from './open-book.ts';
import { createPlanActivities } from './plan.ts';
import { type PostOfficeDeps, createPostOffice } from './post-office.ts';

/** All that activities reach outside of Temporal. */
export interface ActivityDeps {
  readonly store: Store;
  readonly engine: EnginePort;
  /** Ways out for mail, and what stands on it. */
  readonly mail: Pick<PostOfficeDeps, 'channels' | 'publicUrl' | 'mailFrom' | 'shutdown'>;
}

/** Every activity of duban, by the names that workflows call. */
export function createActivities({ store, engine, mail }: ActivityDeps) {
  const now = () => instantOfEpoch(Date.now());
  return {
    ...createLedger(store),
    ...createBookOpening(store),
    ...createPlanActivities({ store, engine }),
    ...createDelivery({ store, engine }),
    ...createPostOffice({ ...mail, ...mailPorts({ store, engine }), store, now }),
  };
}

/** What workflows know of activities: their types, never their code. */
export type Activities = ReturnType<typeof createActivities>;
