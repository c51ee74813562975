import { verification } from '../ledger.ts';
import * as registry from '../registry.ts';
import type { Endpoint } from './endpoint.ts';

const tag = '登记簿';

/** People, units, seats, calendars and rules; and the proof of the ledger. */
export const registryEndpoints = {
  units: {
    method: 'get',
    path: '/api/registry/units',
    tag,
    summary: '单位',
    access: 'readRegistry',
    query: registry.unitQuery,
    answer: registry.unitList,
  },
  people: {
    method: 'get',
    path: '/api/registry/people',
    tag,
    summary: '人员和岗位',
    access: 'readRegistry',
    query: registry.personQuery,
    answer: registry.personList,
  },
  calendars: {
    method: 'get',
    path: '/api/registry/calendars',
    tag,
    summary: '放假安排',
    access: 'seated',
    answer: registry.calendarList,
  },
  rules: {
    method: 'get',
    path: '/api/registry/rules',
    tag,
    summary: '时限规则的各个版本',
    access: 'seated',
    answer: registry.ruleList,
  },
  registerEntries: {
    method: 'post',
    path: '/api/registry',
    tag,
    summary: '登记单位、人员、岗位、放假安排、规则，全部成功或全部不变',
    access: 'seated',
    body: registry.registryEntries,
    answer: registry.registered,
  },
  testMail: {
    method: 'post',
    path: '/api/registry/mail-test',
    tag,
    summary: '试发一封邮件，检查邮件通道',
    access: 'registerPerson',
    body: registry.mailTest,
    answer: registry.mailTestResult,
  },
  verifyLedger: {
    method: 'post',
    path: '/api/ledger/verification',
    tag: '留痕链',
    summary: '核验全部留痕链',
    access: 'readLedger',
    answer: verification,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;
