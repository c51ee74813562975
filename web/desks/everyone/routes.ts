import type { PageDefinition } from '../../start/page-definition.ts';

/** Pages that belong to no one seat. */
export const everyonesPages: readonly PageDefinition[] = [
  {
    path: '/',
    title: '首页',
    load: async () => (await import('./home-page.tsx')).HomePage,
  },
];
