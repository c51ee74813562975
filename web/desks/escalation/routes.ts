import type { PageDefinition } from '../../start/page-definition.ts';

/** Slips, orders and urging, for all who have a part in them. */
export const escalationPages: readonly PageDefinition[] = [
  {
    path: '/plans/$planId/orders',
    title: '催办单和督办单',
    load: async () => (await import('./orders-page.tsx')).OrdersPage,
    needs: 'readReturn',
    menu: { group: 'work', order: 34, seats: ['office', 'supervisor', 'leader', 'officer', 'head'] },
  },
  {
    path: '/plans/$planId/orders/$orderId',
    title: '催办单、督办单',
    load: async () => (await import('./order-page.tsx')).OrderPage,
    needs: 'readReturn',
  },
  {
    path: '/plans/$planId/urging',
    title: '人工催办',
    load: async () => (await import('./urging-page.tsx')).UrgingPage,
    needs: 'recordUrging',
    menu: { group: 'work', order: 32, seats: ['office'] },
  },
];
