import type { PageDefinition } from '../../start/page-definition.ts';

/** Pages that belong to no one seat. */
export const everyonesPages: readonly PageDefinition[] = [
  {
    path: '/',
    title: '首页',
    load: async () => (await import('./home-page.tsx')).HomePage,
  },
  {
    path: '/plans/$planId',
    title: '首页',
    load: async () => (await import('./home-page.tsx')).HomePage,
  },
  {
    path: '/plans/$planId/inbox',
    title: '消息',
    load: async () => (await import('./inbox-page.tsx')).InboxPage,
    needs: 'readInbox',
    menu: { group: 'own', order: 80, seats: ['office', 'officer', 'writer', 'head', 'supervisor', 'leader'] },
  },
  {
    path: '/plans/$planId/coming',
    title: '今后30天',
    load: async () => (await import('./coming-page.tsx')).ComingPage,
    needs: 'readInbox',
    menu: { group: 'look', order: 82, seats: ['office', 'officer', 'head', 'supervisor', 'leader'] },
  },
  {
    path: '/search',
    title: '查找',
    load: async () => (await import('./search-page.tsx')).SearchPage,
  },
  {
    path: '/account',
    title: '我的账号',
    load: async () => (await import('./account-page.tsx')).AccountPage,
    menu: { group: 'own', order: 99, seats: ['office', 'officer', 'writer', 'head', 'supervisor', 'leader', 'admin'] },
  },
  {
    path: '/plans/$planId/papers',
    title: '文件打印',
    load: async () => (await import('./papers-page.tsx')).PapersPage,
    needs: 'readPlan',
    menu: { group: 'papers', order: 75, seats: ['office', 'supervisor', 'leader', 'officer', 'head'] },
  },
];
