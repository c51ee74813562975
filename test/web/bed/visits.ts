import type { PersonActor } from '../../../domain/actor.ts';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { actor, clerk, leader } from '../../store/plan/rehearsed-plan.ts';
import type { Visit } from './look-at.ts';

const gongxinju = unitIdOf('gongxinju');
const officer = actor('gongxinju-officer-a', 'officer', 'gongxinju');
const writer = actor('gongxinju-writer', 'writer', 'gongxinju');
const head = actor('gongxinju-head', 'head', 'gongxinju');
const late = actor('zhengfawei-officer-a', 'officer', 'zhengfawei');
const supervisor = actor('duchashi-supervisor-1', 'supervisor', 'duchashi');
const admin = actor('shuziban-admin', 'admin', 'shuziban');

const of = (who: PersonActor | null, ...paths: readonly string[]): readonly Visit[] =>
  paths.map((path) => ({ who, path }));
const ofPlan = (who: PersonActor, ...pages: readonly string[]): readonly Visit[] =>
  of(who, ...pages.map((page) => `/plans/PLAN/${page}`));

/** The pages of a plan whose third quarter is being reported; PLAN and TASK stand for ids. */
export const autumnVisits: readonly Visit[] = [
  ...of(null, '/login', '/first-administrator', '/invitation/none'),
  ...ofPlan(
    clerk,
    'today',
    'overview',
    'register',
    'reviews',
    'changes',
    'findings',
    'sheets',
    'urging',
    'papers',
    'tasks/TASK',
    'receipts',
    'contacts',
    'breakdown',
    'consultation',
    'rehearsal',
    'inbox',
    'coming',
    'returns',
    'history',
    'mails',
    'charts',
    'bulletin?period=2022Q3',
  ),
  ...of(clerk, '/import', '/search?words=5G', '/account', '/seat'),
  ...ofPlan(
    officer,
    'desk',
    'receipt',
    'returns',
    `returns/${gongxinju}/2022Q3/progress`,
    `returns/${gongxinju}/2022Q4/progress`,
    `returns/${gongxinju}/plan/stage-plan`,
    'consultation',
    'breakdown',
    'orders',
    'changes',
    'findings',
    'sheets',
    'papers',
    'tasks/TASK',
  ),
  ...ofPlan(writer, 'desk', `returns/${gongxinju}/2022Q4/progress`),
  ...ofPlan(head, 'desk', 'contacts', 'deputies', `returns/${gongxinju}/2022Q3/progress`),
  ...ofPlan(leader, 'glance', 'approval', 'charts'),
  ...ofPlan(supervisor, 'silent', 'tasks/TASK'),
  ...of(supervisor, '/verification'),
  ...of(admin, '/admin/people', '/admin/units', '/admin/calendars', '/admin/rules', '/admin/mail'),
];

/** The pages of a plan with slips, orders, sheets, findings and changes; ORDER and SHEET stand for ids too. */
export const escalatedVisits: readonly Visit[] = [
  ...ofPlan(clerk, 'orders', 'orders/ORDER', 'changes', 'urging', 'today', 'year-end', 'tasks/TASK'),
  ...ofPlan(supervisor, 'findings', 'orders/ORDER', 'sheets', 'silent'),
  ...ofPlan(late, 'sheets/SHEET', 'orders/ORDER', 'desk'),
  ...ofPlan(leader, 'glance', 'orders'),
];

/** The pages of a plan at its year's end. */
export const winterVisits: readonly Visit[] = [
  ...ofPlan(clerk, 'year-end', 'register', 'overview'),
  ...ofPlan(leader, 'glance', 'charts', 'year-end'),
  ...ofPlan(officer, 'year-end', 'desk'),
];
