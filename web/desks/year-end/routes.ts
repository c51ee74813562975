import type { PageDefinition } from '../../start/page-definition.ts';

/** The year's end 年终对账. */
export const yearEndPages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/year-end',
    title: '年终对账',
    load: async () => (await import('./year-end-page.tsx')).YearEndPage,
    needs: 'readReturn',
    menu: { group: 'plan', order: 62, seats: ['office', 'leader', 'supervisor', 'officer', 'head'] },
  },
];
