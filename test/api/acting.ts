import { performAct } from '../../api/acts/perform-act.ts';
import type { PersonAct } from '../../domain/act/person-act.ts';
import type { PersonActor } from '../../domain/actor.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PaperApproval } from '../../domain/paper-approval.ts';
import type { Store } from '../../store/store.ts';
import type { ActOutcome } from '../../workflows/messages.ts';
import { type RehearsedPlan } from '../store/plan/rehearsed-plan.ts';

/** One act of a person, with its key unless the act's type is enough. */
export interface Doing {
  readonly by: PersonActor;
  readonly act: PersonAct;
  readonly at: Instant;
  readonly paper?: PaperApproval;
  readonly key?: string;
}

/** Performs acts on a rehearsed plan as the API does; what goes to the plan's workflow is decided by the same domain functions. */
export function acting(store: Store, plan: RehearsedPlan): (doing: Doing) => Promise<void> {
  const outside = async (): Promise<never> => {
    throw new Error('nothing here reaches the engine');
  };
  const engine = {
    actOnPlan: async (_: string, { command, receivedAt }: Parameters<PlanDoor>[1]): Promise<ActOutcome> => {
      try {
        await plan.act(command, receivedAt);
        return {
          outcome: 'recorded',
          answer: { chain: '', commandId: '', contentHash: '', seq: 0, at: receivedAt, events: 1 },
        };
      } catch (error) {
        if (!(error instanceof RuleViolation)) throw error;
        return { outcome: 'refused', code: error.code, message: error.message };
      }
    },
    actOnTask: outside,
    actOnOrder: outside,
    actOnObjection: outside,
    startDelivery: outside,
    startOrder: outside,
  };
  return ({ key, ...planned }) =>
    performAct({ store, engine, settle: outside }, plan.planId, { key: key ?? planned.act.type, ...planned });
}

type PlanDoor = Parameters<typeof performAct>[0]['engine']['actOnPlan'];
