import { useCallback } from 'react';
import type { ActRequest } from '../../../api/schemas/acts/act-request.ts';
import { readAnew } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';
import { useSession } from '../../session/use-session.ts';
import type { SentAct } from './act-definition.ts';

/** Sends an act of the present seat under an id; what stands on screen of the plan is read anew once it is recorded. */
export type PostAct = (actId: string, act: SentAct, isLeaving?: boolean, paper?: Paper) => Promise<void>;

/** An approval that was signed on a print. */
export type Paper = NonNullable<ActRequest['paper']>;

/** How acts on a plan are sent. The seat goes with each: where it was changed in another window, the server refuses. */
export function useActs(planId: string): PostAct {
  const { data: session } = useSession();
  const chosen = session?.chosen ?? null;
  return useCallback(
    async (actId, act, isLeaving = false, paper) => {
      if (chosen === null) throw new Error('an act needs a seat');
      const body = {
        actId,
        seat: { seat: chosen.seat, unitId: chosen.unit.unitId },
        act,
        ...(paper === undefined ? {} : { paper }),
      };
      await ask<'act'>('post', `/api/plans/${planId}/acts`, { body, keepalive: isLeaving });
      await readAnew('/api/plans');
    },
    [chosen, planId],
  );
}
