import { useCallback } from 'react';
import { readAnew } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';
import { useSession } from '../../session/use-session.ts';
import type { SentAct } from './act-definition.ts';

/** Sends an act of the present seat under an id; what stands on screen of the plan is read anew once it is recorded. */
export type PostAct = (actId: string, act: SentAct, isLeaving?: boolean) => Promise<void>;

/** How acts on a plan are sent. The seat goes with each: where it was changed in another window, the server refuses. */
export function useActs(planId: string): PostAct {
  const { data: session } = useSession();
  const chosen = session?.chosen ?? null;
  return useCallback(
    async (actId, act, isLeaving = false) => {
      if (chosen === null) throw new Error('an act needs a seat');
      const body = { actId, seat: { seat: chosen.seat, unitId: chosen.unit.unitId }, act };
      await ask<'act'>('post', `/api/plans/${planId}/acts`, { body, keepalive: isLeaving });
      await readAnew('/api/plans');
    },
    [chosen, planId],
  );
}
