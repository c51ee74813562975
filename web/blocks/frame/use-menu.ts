import { createContext, useContext } from 'react';
import type { Seat } from '../../../domain/actor.ts';
import type { PlanLine } from '../../session/use-plans.ts';
import { type MenuGroup, menuGroups, type PageDefinition } from '../../start/page-definition.ts';

/** All pages; given from outside, since pages use these blocks themselves. */
export const PagesContext = createContext<readonly PageDefinition[]>([]);

/** The definitions of all pages. */
export function usePages(): readonly PageDefinition[] {
  return useContext(PagesContext);
}

/** A part of a menu: its heading and its pages, in their order. */
export interface MenuPart {
  readonly group: MenuGroup;
  readonly title: string;
  readonly pages: readonly PageDefinition[];
}

/** The menu of a seat in its parts; a part without a page for the seat is left out. */
export function useMenu(seat: Seat | null): readonly MenuPart[] {
  const pages = usePages()
    .filter(({ menu }) => seat !== null && menu?.seats.includes(seat) === true)
    .toSorted((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0));
  const groups = Object.keys(menuGroups) as readonly MenuGroup[];
  return groups
    .map((group) => ({ group, title: menuGroups[group], pages: pages.filter(({ menu }) => menu?.group === group) }))
    .filter((part) => part.pages.length > 0);
}

/** Address of a page of the menu; null where it needs a plan and there is none. */
export function addressOf({ path }: PageDefinition, plan: Pick<PlanLine, 'planId'> | null): string | null {
  if (!path.includes('$planId')) return path;
  return plan === null ? null : path.replace('$planId', plan.planId);
}
