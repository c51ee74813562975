import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { BrokenPage, LostPage } from '../blocks/state/outcome-pages.tsx';
import { openPages } from '../pages/routes.ts';
import type { PageDefinition } from './page-definition.ts';
import { pages } from './pages.ts';

// The login needs no frame: its code comes with the first page behind it.
const frame = lazyRouteComponent(async () => ({ default: (await import('../blocks/frame/frame.tsx')).Frame }));
const root = createRootRoute({ notFoundComponent: LostPage, errorComponent: BrokenPage });
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: frame });

const lazy = ({ load }: PageDefinition) => lazyRouteComponent(async () => ({ default: await load() }));
const within = (parent: typeof root | typeof framed) => (page: PageDefinition) =>
  createRoute({ getParentRoute: () => parent, path: page.path, component: lazy(page) });

/** Filters and sorting stand in the address as plain `name=value`, so that a link can be read and sent on. */
export const router = createRouter({
  routeTree: root.addChildren([...openPages.map(within(root)), framed.addChildren(pages.map(within(framed)))]),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '');
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return text === '' ? '' : `?${text}`;
  },
  scrollRestoration: true,
  defaultPreload: false,
});
