import type { PageDefinition } from '../../start/page-definition.ts';

/** Findings and objections. */
export const findingPages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/findings',
    title: '核查和异议',
    load: async () => (await import('./findings-page.tsx')).FindingsPage,
    needs: 'readReturn',
    menu: { group: 'work', order: 39, seats: ['supervisor', 'office', 'leader', 'officer', 'head'] },
  },
];
