import type { PageDefinition } from '../../start/page-definition.ts';

/** Sheets 审签单, for those who draft, approve and record them. */
export const sheetPages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/sheets',
    title: '审签单',
    load: async () => (await import('./sheets-page.tsx')).SheetsPage,
    needs: 'readReturn',
    menu: { group: 'work', order: 36, seats: ['officer', 'head', 'office', 'leader', 'supervisor'] },
  },
  {
    path: '/plans/$planId/sheets/$sheetId',
    title: '审签单',
    load: async () => (await import('./sheet-page.tsx')).SheetPage,
    needs: 'readReturn',
  },
];
