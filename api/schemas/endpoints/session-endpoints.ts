import * as session from '../session.ts';
import type { Endpoint } from './endpoint.ts';

const tag = '登录与岗位';

/** Accounts and sessions. */
export const sessionEndpoints = {
  session: {
    method: 'get',
    path: '/api/session',
    tag,
    summary: '当前登录人和岗位',
    access: 'open',
    answer: session.session,
  },
  signIn: {
    method: 'post',
    path: '/api/session',
    tag,
    summary: '登录',
    access: 'open',
    body: session.signIn,
    answer: session.signInResult,
  },
  confirmSecondFactor: {
    method: 'post',
    path: '/api/session/second-factor',
    tag,
    summary: '登录第二步：动态口令，或者一个备用码',
    access: 'open',
    body: session.secondFactorCode,
    answer: session.done,
  },
  signOut: { method: 'delete', path: '/api/session', tag, summary: '退出', access: 'open', answer: session.done },
  chooseSeat: {
    method: 'put',
    path: '/api/session/seat',
    tag,
    summary: '选择岗位',
    access: 'signed-in',
    body: session.chooseSeat,
    answer: session.session,
  },
  changePassword: {
    method: 'post',
    path: '/api/account/password',
    tag,
    summary: '修改密码，并结束其他登录',
    access: 'signed-in',
    body: session.changePassword,
    answer: session.done,
  },
  beginSecondFactor: {
    method: 'post',
    path: '/api/account/second-factor',
    tag,
    summary: '启用动态口令：取得密钥和备用码',
    access: 'signed-in',
    body: session.confirmPassword,
    answer: session.secondFactorSetup,
  },
  completeSecondFactor: {
    method: 'put',
    path: '/api/account/second-factor',
    tag,
    summary: '启用动态口令：核对第一个口令',
    access: 'signed-in',
    body: session.firstCode,
    answer: session.done,
  },
  endSecondFactor: {
    method: 'delete',
    path: '/api/account/second-factor',
    tag,
    summary: '停用动态口令',
    access: 'signed-in',
    body: session.confirmPassword,
    answer: session.done,
  },
  firstAdministrator: {
    method: 'post',
    path: '/api/first-administrator',
    tag,
    summary: '凭首次启动时打印的一次性口令设立第一位管理员',
    access: 'open',
    body: session.firstAdministrator,
    answer: session.done,
  },
  invite: {
    method: 'post',
    path: '/api/invitations',
    tag,
    summary: '邀请已登记的人员开通账号，或重设密码',
    access: 'registerPerson',
    body: session.invite,
    answer: session.invitation,
  },
  acceptInvitation: {
    method: 'post',
    path: '/api/invitations/accept',
    tag,
    summary: '接受邀请，设定用户名和密码',
    access: 'open',
    body: session.acceptInvitation,
    answer: session.done,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;

/** Only on a demonstration: on any other deployment these routes do not exist. */
export const demoEndpoints = {
  demoPeople: {
    method: 'get',
    path: '/api/demo/people',
    tag,
    summary: '演练人员',
    access: 'open',
    answer: session.demoPeople,
  },
  demoSignIn: {
    method: 'post',
    path: '/api/demo/session',
    tag,
    summary: '以演练人员身份登录',
    access: 'open',
    body: session.demoSignIn,
    answer: session.done,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;
