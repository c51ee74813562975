import type { PageDefinition } from '../../start/page-definition.ts';

/** The supervisors' desk: reading everything, and proving the record. */
export const supervisorPages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/silent',
    title: '未办和逾期',
    load: async () => (await import('./silent-page.tsx')).SilentPage,
    needs: 'readPlan',
    menu: { order: 12, seats: ['supervisor', 'leader'] },
  },
  {
    path: '/plans/$planId/history',
    title: '工作要点经过',
    load: async () => (await import('./plan-history-page.tsx')).PlanHistoryPage,
    needs: 'readPlan',
    menu: { order: 65, seats: ['supervisor', 'office'] },
  },
  {
    path: '/plans/$planId/mails',
    title: '邮件投递',
    load: async () => (await import('./mails-page.tsx')).MailsPage,
    needs: 'readMailState',
    menu: { order: 84, seats: ['office', 'supervisor', 'admin'] },
  },
  {
    path: '/verification',
    title: '核验留痕链',
    load: async () => (await import('./verification-page.tsx')).VerificationPage,
    needs: 'readLedger',
    menu: { order: 66, seats: ['supervisor'] },
  },
];
