import type { PageDefinition } from '../../start/page-definition.ts';

/** Whom to reach, and who acts for whom. */
export const contactPages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/contacts',
    title: '联系人',
    load: async () => (await import('./contacts-page.tsx')).ContactsPage,
    needs: 'readRegistry',
    menu: { group: 'papers', order: 70, seats: ['office', 'supervisor', 'officer', 'head'] },
  },
  {
    path: '/plans/$planId/deputies',
    title: '代行授权',
    load: async () => (await import('./deputies-page.tsx')).DeputiesPage,
    needs: 'readRegistry',
    menu: { group: 'papers', order: 72, seats: ['office', 'supervisor', 'leader', 'officer', 'head', 'admin'] },
  },
];
