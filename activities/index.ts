import { instantOfEpoch } from '../domain/instant.ts';
import type { Store } from '../store/store.ts';
import { createDelivery } from './delivery.ts';
import type { EnginePort } from './engine-port.ts';
import { createLedger } from './ledger.ts';
import { mailPorts } from './mail-ports.ts';
import { createBookOpening } from './open-book.ts';
import { createObjectionActivities } from './objection.ts';
import { createPlanActivities } from './plan.ts';
import { createOrderActivities } from './orders.ts';
import { type PostOfficeDeps, createPostOffice } from './post-office.ts';
import { type ScenarioPort, createRehearsal } from './rehearsal.ts';

/** All that activities reach outside of Temporal. */
export interface ActivityDeps {
  readonly store: Store;
  readonly engine: EnginePort;
  /** Ways out for mail, and what stands on it. */
  /** What rehearsals play. */
  readonly scenarios: ScenarioPort;
  readonly mail: Pick<PostOfficeDeps, 'channels' | 'publicUrl' | 'mailFrom' | 'shutdown'>;
}

/** Every activity of duban, by the names that workflows call. */
export function createActivities({ store, engine, scenarios, mail }: ActivityDeps) {
  const now = () => instantOfEpoch(Date.now());
  const postOffice = createPostOffice({
    ...mail,
    ...mailPorts({ store, engine, carryOutSheets: scenarios.carryOutSheets }),
    store,
    now,
  });
  return {
    ...createLedger(store),
    ...createBookOpening(store),
    ...createPlanActivities({ store, engine }),
    ...createObjectionActivities({ store, engine }),
    ...createOrderActivities({ store, engine }),
    ...createDelivery({ store, engine }),
    ...postOffice,
    ...createRehearsal({ store, engine, scenarios, deliverDue: postOffice.deliverDue }),
  };
}

/** What workflows know of activities: their types, never their code. */
export type Activities = ReturnType<typeof createActivities>;
