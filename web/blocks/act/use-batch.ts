import { useCallback } from 'react';
import { useUndo } from '../undo/undo-context.ts';
import type { SentAct } from './act-definition.ts';
import { newActId } from './act-id.ts';
import { useActs } from './use-acts.ts';

/** Several acts that a person asks for at once. */
export interface Batch {
  /** Names what is decided, within the plan. */
  readonly about: string;
  /** What stands in the bar while they can still be taken back. */
  readonly label: string;
  readonly acts: readonly SentAct[];
}

/** Sends several acts as one that can be taken back for ten seconds; sent again, each is still the same act. */
export function useBatch(planId: string): (batch: Batch) => void {
  const post = useActs(planId);
  const delay = useUndo();
  return useCallback(
    ({ about, label, acts }) => {
      const named = acts.map((act) => ({ act, actId: newActId() }));
      delay({
        about: `${planId}/${about}`,
        label,
        send: async (isLeaving) => {
          // A page that is being closed waits for nothing: all are sent at once.
          if (isLeaving) await Promise.all(named.map(({ actId, act }) => post(actId, act, true)));
          else for (const { actId, act } of named) await post(actId, act);
        },
      });
    },
    [delay, planId, post],
  );
}
