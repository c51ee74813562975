import type { PageDefinition } from '../../start/page-definition.ts';

/** The coordination office's desk; supervisors and leaders read parts of it. */
export const officePages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/today',
    title: '今日清单',
    load: async () => (await import('./today-page.tsx')).TodayPage,
    needs: 'reviewReturn',
    menu: { order: 10, seats: ['office'] },
  },
  {
    path: '/plans/$planId/register',
    title: '台账',
    load: async () => (await import('./register-page.tsx')).RegisterPage,
    needs: 'readPlan',
    menu: { order: 20, seats: ['office', 'supervisor', 'leader', 'officer', 'head'] },
  },
  {
    path: '/plans/$planId/reviews',
    title: '待审核',
    load: async () => (await import('./reviews-page.tsx')).ReviewsPage,
    needs: 'reviewReturn',
    menu: { order: 30, seats: ['office'] },
  },
  {
    path: '/plans/$planId/tasks/$taskId',
    title: '任务',
    load: async () => (await import('./task-page.tsx')).TaskPage,
    needs: 'readTask',
  },
  {
    path: '/plans/$planId/receipts',
    title: '签收情况',
    load: async () => (await import('./receipts-page.tsx')).ReceiptsPage,
    needs: 'readPlan',
    menu: { order: 60, seats: ['office', 'supervisor'] },
  },
  {
    path: '/plans/$planId/contacts',
    title: '联系人',
    load: async () => (await import('./contacts-page.tsx')).ContactsPage,
    needs: 'readRegistry',
    menu: { order: 70, seats: ['office', 'supervisor', 'officer', 'head'] },
  },
];
