import type { PageDefinition } from '../../start/page-definition.ts';

/** Changes of running tasks, for those who ask for them and those who decide. */
export const changePages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/changes',
    title: '延期和变更',
    load: async () => (await import('./changes-page.tsx')).ChangesPage,
    needs: 'readReturn',
    menu: { group: 'work', order: 38, seats: ['office', 'leader', 'officer', 'head', 'supervisor'] },
  },
];
