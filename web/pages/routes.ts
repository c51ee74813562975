import type { PageDefinition } from '../start/page-definition.ts';

/** Pages that need no session. */
export const openPages: readonly PageDefinition[] = [
  { path: '/login', title: '登录', load: async () => (await import('./login-page.tsx')).LoginPage },
  { path: '/seat', title: '选择岗位', load: async () => (await import('./seat-page.tsx')).SeatPage },
  {
    path: '/first-administrator',
    title: '设立第一位系统管理员',
    load: async () => (await import('./first-administrator-page.tsx')).FirstAdministratorPage,
  },
  {
    path: '/invitation/$token',
    title: '开通账号',
    load: async () => (await import('./invitation-page.tsx')).InvitationPage,
  },
];
