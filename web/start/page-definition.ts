import type { ComponentType } from 'react';
import type { Seat } from '../../domain/actor.ts';
import type { Action } from '../../domain/permissions.ts';

/** One page of a desk; a desk's `routes.ts` lists its pages, and the rest (route, menu, title, rights) follows from that. */
export interface PageDefinition {
  /** As the router writes paths, `/plans/$planId/register`. */
  readonly path: string;
  /** In the menu, in the browser's title and as the page's heading. */
  readonly title: string;
  /** The page's component; its code is loaded when the page is first opened. */
  readonly load: () => Promise<ComponentType>;
  /** Seats without this right are shown the forbidden page. */
  readonly needs?: Action;
  /** In whose menu it stands, under which heading, and where there: lower numbers first. Absent for pages reached from others. */
  readonly menu?: { readonly group: MenuGroup; readonly order: number; readonly seats: readonly Seat[] };
}

/** The parts of a menu, in their order, with their headings; the first page of the first part is where a seat arrives. */
export const menuGroups = {
  work: '日常办理',
  plan: '分解和交办',
  look: '查看和统计',
  papers: '文书和联络',
  own: '个人',
} as const;

export type MenuGroup = keyof typeof menuGroups;
