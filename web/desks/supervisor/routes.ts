import type { PageDefinition } from '../../start/page-definition.ts';

/** The supervisors' desk: reading everything, and proving the record. */
export const supervisorPages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/silent',
    title: '未办和逾期',
    load: async () => (await import('./silent-page.tsx')).SilentPage,
    needs: 'readPlan',
    menu: { group: 'work', order: 12, seats: ['supervisor', 'leader'] },
  },
  {
    path: '/plans/$planId/history',
    title: '工作要点经过',
    load: async () => (await import('./plan-history-page.tsx')).PlanHistoryPage,
    needs: 'readPlan',
    menu: { group: 'look', order: 65, seats: ['supervisor', 'office'] },
  },
  {
    path: '/plans/$planId/mails',
    title: '邮件投递',
    load: async () => (await import('./mails-page.tsx')).MailsPage,
    needs: 'readMailState',
    menu: { group: 'papers', order: 84, seats: ['office', 'supervisor', 'admin'] },
  },
  {
    path: '/verification',
    title: '核验留痕链',
    load: async () => (await import('./verification-page.tsx')).VerificationPage,
    needs: 'readLedger',
    menu: { group: 'work', order: 66, seats: ['supervisor'] },
  },
];
