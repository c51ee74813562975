import type { PageDefinition } from '../../start/page-definition.ts';

/** The city leaders' desk. */
export const leaderPages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/glance',
    title: '全年概览',
    load: async () => (await import('./glance-page.tsx')).GlancePage,
    needs: 'readPlan',
    menu: { group: 'work', order: 10, seats: ['leader'] },
  },
  {
    path: '/plans/$planId/approval',
    title: '审定任务分解',
    load: async () => (await import('./approval-page.tsx')).ApprovalPage,
    needs: 'readPlan',
    menu: { group: 'work', order: 15, seats: ['leader'] },
  },
  {
    path: '/plans/$planId/charts',
    title: '图表',
    load: async () => (await import('./charts-page.tsx')).ChartsPage,
    needs: 'readTask',
    menu: { group: 'look', order: 25, seats: ['leader', 'office', 'supervisor'] },
  },
];
