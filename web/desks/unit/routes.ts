import type { PageDefinition } from '../../start/page-definition.ts';

/** A unit's desk: officers, heads and writers. */
export const unitPages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/desk',
    title: '本单位要办的事',
    load: async () => (await import('./desk-page.tsx')).DeskPage,
    needs: 'readReturn',
    menu: { group: 'work', order: 10, seats: ['officer', 'head', 'writer'] },
  },
  {
    path: '/plans/$planId/receipt',
    title: '签收',
    load: async () => (await import('./receipt-page.tsx')).ReceiptPage,
    needs: 'readPlan',
    menu: { group: 'work', order: 30, seats: ['officer'] },
  },
  {
    path: '/plans/$planId/returns',
    title: '报送记录',
    load: async () => (await import('./returns-page.tsx')).ReturnsPage,
    needs: 'readReturn',
    menu: { group: 'look', order: 40, seats: ['officer', 'head', 'office', 'supervisor'] },
  },
  {
    path: '/plans/$planId/returns/$unitId/$period/$kind',
    title: '报送表',
    load: async () => (await import('./return/return-page.tsx')).ReturnPage,
    needs: 'readReturn',
  },
];
