import type { PageDefinition } from '../../start/page-definition.ts';

/** The coordination office's desk; supervisors and leaders read parts of it. */
export const officePages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/overview',
    title: '工作要点概况',
    load: async () => (await import('./overview-page.tsx')).OverviewPage,
    needs: 'readPlan',
    menu: { group: 'plan', order: 37, seats: ['office', 'supervisor', 'leader', 'admin'] },
  },
  {
    path: '/plans/$planId/breakdown',
    title: '任务分解',
    load: async () => (await import('./breakdown/breakdown-page.tsx')).BreakdownPage,
    needs: 'readPlan',
    menu: { group: 'plan', order: 40, seats: ['office', 'supervisor', 'leader', 'officer', 'head'] },
  },
  {
    path: '/plans/$planId/consultation',
    title: '征求意见',
    load: async () => (await import('./consultation-page.tsx')).ConsultationPage,
    needs: 'readPlan',
    menu: { group: 'plan', order: 50, seats: ['office', 'supervisor', 'leader', 'officer', 'head'] },
  },
  {
    path: '/plans/$planId/rehearsal',
    title: '演练',
    load: async () => (await import('./rehearsal-page.tsx')).RehearsalPage,
    needs: 'rehearsePlan',
    menu: { group: 'plan', order: 55, seats: ['office'] },
  },
  {
    path: '/import',
    title: '导入文件',
    load: async () => (await import('./import-page.tsx')).ImportPage,
    needs: 'importNotice',
    menu: { group: 'plan', order: 36, seats: ['office'] },
  },
  {
    path: '/plans/$planId/today',
    title: '今日清单',
    load: async () => (await import('./today-page.tsx')).TodayPage,
    needs: 'reviewReturn',
    menu: { group: 'work', order: 10, seats: ['office'] },
  },
  {
    path: '/plans/$planId/register',
    title: '台账',
    load: async () => (await import('./register-page.tsx')).RegisterPage,
    needs: 'readPlan',
    menu: { group: 'look', order: 20, seats: ['office', 'supervisor', 'leader', 'officer', 'head'] },
  },
  {
    path: '/plans/$planId/reviews',
    title: '待审核',
    load: async () => (await import('./reviews-page.tsx')).ReviewsPage,
    needs: 'reviewReturn',
    menu: { group: 'work', order: 30, seats: ['office'] },
  },
  {
    path: '/plans/$planId/bulletin',
    title: '起草通报',
    load: async () => (await import('./bulletin-page.tsx')).BulletinPage,
    needs: 'reviewReturn',
    menu: { group: 'papers', order: 36, seats: ['office'] },
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
    menu: { group: 'plan', order: 60, seats: ['office', 'supervisor'] },
  },
];
