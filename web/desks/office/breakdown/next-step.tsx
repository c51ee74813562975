import { Link } from '@tanstack/react-router';
import type { PlanPhase } from '../../../../domain/plan/plan-state.ts';
import { mayAtAll } from '../../../session/may-at-all.ts';
import { useSession } from '../../../session/use-session.ts';

/** Where the office goes on from a breakdown on which nothing is open any more. */
export function NextStep({ planId, phase }: { readonly planId: string; readonly phase: PlanPhase }) {
  const { data: session } = useSession();
  const step = phase === 'draft' ? '发起征求意见' : phase === 'consultation' ? '报请市领导审定' : null;
  if (step === null || session === undefined || !mayAtAll(session, 'settlePoints')) return null;
  return <Link to={`/plans/${planId}/overview`}>下一步：{step}</Link>;
}
