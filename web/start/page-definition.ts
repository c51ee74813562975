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
  /** In whose menu it stands, and where: lower numbers first. Absent for pages that are reached from others. */
  readonly menu?: { readonly order: number; readonly seats: readonly Seat[] };
}
