import type { PageDefinition } from '../../start/page-definition.ts';

/** The administrators' desk: the registry, never the content of returns. */
export const adminPages: readonly PageDefinition[] = [
  {
    path: '/admin/people',
    title: '人员和岗位',
    load: async () => (await import('./people-page.tsx')).PeoplePage,
    needs: 'registerPerson',
    menu: { group: 'work', order: 10, seats: ['admin'] },
  },
  {
    path: '/admin/units',
    title: '单位',
    load: async () => (await import('./units-page.tsx')).UnitsPage,
    needs: 'registerUnit',
    menu: { group: 'work', order: 20, seats: ['admin'] },
  },
  {
    path: '/admin/calendars',
    title: '放假安排',
    load: async () => (await import('./calendars-page.tsx')).CalendarsPage,
    needs: 'importCalendar',
    menu: { group: 'work', order: 30, seats: ['admin'] },
  },
  {
    path: '/admin/rules',
    title: '时限规则',
    load: async () => (await import('./rules-page.tsx')).RulesPage,
    needs: 'importRules',
    menu: { group: 'work', order: 40, seats: ['admin'] },
  },
  {
    path: '/admin/mail',
    title: '邮件通道',
    load: async () => (await import('./mail-test-page.tsx')).MailTestPage,
    needs: 'registerPerson',
    menu: { group: 'work', order: 50, seats: ['admin'] },
  },
];
