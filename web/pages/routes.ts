import type { PageDefinition } from '../start/page-definition.ts';

/** Pages that need no session. */
export const openPages: readonly PageDefinition[] = [
  { path: '/login', title: '登录', load: async () => (await import('./login-page.tsx')).LoginPage },
  { path: '/seat', title: '选择岗位', load: async () => (await import('./seat-page.tsx')).SeatPage },
];
