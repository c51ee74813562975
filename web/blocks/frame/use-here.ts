import { useRouterState } from '@tanstack/react-router';
import type { PageDefinition } from '../../start/page-definition.ts';
import { usePages } from './use-menu.ts';

/** The definition of the page that is open; null where the address is no page of a desk. */
export function useHere(): PageDefinition | null {
  const path = useRouterState({ select: ({ matches }) => String(matches.at(-1)?.fullPath ?? '') });
  return usePages().find((page) => page.path === path.replace(/(?<=.)\/$/, '')) ?? null;
}
