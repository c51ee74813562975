import { createContext, useContext } from 'react';
import type { Seat } from '../../../domain/actor.ts';
import type { PlanLine } from '../../session/use-plans.ts';
import type { PageDefinition } from '../../start/page-definition.ts';

/** All pages; given from outside, since pages use these blocks themselves. */
export const PagesContext = createContext<readonly PageDefinition[]>([]);

/** The definitions of all pages. */
export function usePages(): readonly PageDefinition[] {
  return useContext(PagesContext);
}

/** The pages of a seat's menu, in its order. */
export function useMenu(seat: Seat | null): readonly PageDefinition[] {
  return usePages()
    .filter(({ menu }) => seat !== null && menu?.seats.includes(seat) === true)
    .toSorted((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0));
}

/** Address of a page of the menu; null where it needs a plan and there is none. */
export function addressOf({ path }: PageDefinition, plan: Pick<PlanLine, 'planId'> | null): string | null {
  if (!path.includes('$planId')) return path;
  return plan === null ? null : path.replace('$planId', plan.planId);
}
