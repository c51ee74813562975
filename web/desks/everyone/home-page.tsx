import { Navigate } from '@tanstack/react-router';
import { addressOf, useMenu } from '../../blocks/frame/use-menu.ts';
import { Nothing } from '../../blocks/state/reading-state.tsx';
import { useMarkedPlan, usePlans } from '../../session/use-plans.ts';
import { useSession } from '../../session/use-session.ts';
import { usePlanId } from '../../start/address.ts';

/** Leads to the first page of the seat's menu, of the plan in the address or the one that was open last. */
export function HomePage() {
  const { data: session } = useSession();
  const { isSuccess } = usePlans();
  const planId = usePlanId();
  const plan = useMarkedPlan();
  const menu = useMenu(session?.chosen?.seat ?? null);
  if (session === undefined || session.chosen === null || !isSuccess) return null;
  const first = menu
    .flatMap(({ pages }) => pages)
    .map((page) => addressOf(page, plan))
    .find((address) => address !== null && !(planId === null && address === '/'));
  if (first === undefined || first === null) return <Nothing text="目前还没有工作要点。" />;
  return <Navigate to={first} replace />;
}
