import * as z from 'zod';
import { curveChart, glance, heatMap, loadChart } from '../charts.ts';
import { searchQuery, searchResult } from '../coming.ts';
import { desk } from '../desk.ts';
import { evidenceLimits, evidenceLine, evidenceList, evidenceQuery } from '../evidence.ts';
import { obligationKind } from '../lights.ts';
import { inboxPage, inboxQuery, mailPage, mailQuery } from '../mail.ts';
import { contactBook, reviewQuery, reviewQueue, todayList } from '../office.ts';
import { returnDifference, returnList, returnPage, returnQuery } from '../return.ts';
import { deputyList, handOver } from '../succession.ts';
import { id, periodOrPlan } from '../values.ts';
import type { Endpoint } from './endpoint.ts';

const plan = z.object({ planId: id });
const ofReturn = z.object({ planId: id, unitId: id, period: periodOrPlan, kind: obligationKind });
const returns = '报送';
const office = '领导小组办公室';
const charts = '图表';

/** What each desk works with. */
export const deskEndpoints = {
  desk: {
    method: 'get',
    path: '/api/plans/{planId}/desks/{unitId}',
    tag: '部门',
    summary: '本单位要办的事，按后果轻重排列',
    access: 'readReturn',
    params: z.object({ planId: id, unitId: id }),
    answer: desk,
  },
  returns: {
    method: 'get',
    path: '/api/plans/{planId}/returns',
    tag: returns,
    summary: '报送清单',
    access: 'readReturn',
    params: plan,
    query: returnQuery,
    answer: returnList,
  },
  return: {
    method: 'get',
    path: '/api/plans/{planId}/returns/{unitId}/{period}/{kind}',
    tag: returns,
    summary: '一份报送表',
    access: 'readReturn',
    params: ofReturn,
    answer: returnPage,
  },
  returnSheet: {
    method: 'get',
    path: '/api/plans/{planId}/returns/{unitId}/{period}/{kind}/xlsx',
    tag: returns,
    summary: '下载报送表 xlsx，填好后可以传回',
    access: 'readReturn',
    params: ofReturn,
    answer: 'file',
  },
  readSheet: {
    method: 'post',
    path: '/api/plans/{planId}/returns/{unitId}/{period}/{kind}/xlsx',
    tag: returns,
    summary: '读取填好的 xlsx，显示与当前内容的差别，不保存',
    access: 'saveRows',
    params: ofReturn,
    bytes: 5 * 1024 * 1024,
    answer: returnDifference,
  },
  evidence: {
    method: 'get',
    path: '/api/plans/{planId}/returns/{unitId}/{period}/{kind}/evidence',
    tag: returns,
    summary: '佐证材料清单',
    access: 'readReturn',
    params: ofReturn,
    answer: evidenceList,
  },
  addEvidence: {
    method: 'post',
    path: '/api/plans/{planId}/returns/{unitId}/{period}/{kind}/evidence',
    tag: returns,
    summary: '上传佐证材料（严禁上传涉密内容）',
    access: 'saveRows',
    params: ofReturn,
    query: evidenceQuery,
    bytes: evidenceLimits.bytes,
    answer: evidenceLine,
  },
  evidenceFile: {
    method: 'get',
    path: '/api/plans/{planId}/evidence/{evidenceId}',
    tag: returns,
    summary: '下载佐证材料',
    access: 'readReturn',
    params: z.object({ planId: id, evidenceId: id }),
    answer: 'file',
  },
  today: {
    method: 'get',
    path: '/api/plans/{planId}/today',
    tag: office,
    summary: '今日清单',
    access: 'reviewReturn',
    params: plan,
    answer: todayList,
  },
  reviews: {
    method: 'get',
    path: '/api/plans/{planId}/reviews',
    tag: office,
    summary: '待审核的报送表',
    access: 'reviewReturn',
    params: plan,
    query: reviewQuery,
    answer: reviewQueue,
  },
  contacts: {
    method: 'get',
    path: '/api/plans/{planId}/contacts',
    tag: office,
    summary: '各单位联系人',
    access: 'readRegistry',
    params: plan,
    answer: contactBook,
  },
  deputies: {
    method: 'get',
    path: '/api/plans/{planId}/deputies',
    tag: office,
    summary: '代行授权',
    access: 'readRegistry',
    params: plan,
    answer: deputyList,
  },
  handOver: {
    method: 'get',
    path: '/api/plans/{planId}/hand-over/{unitId}',
    tag: '部门',
    summary: '一个单位的未办结事项，供变更联络员时交接',
    access: 'readReturn',
    params: z.object({ planId: id, unitId: id }),
    answer: handOver,
  },
  inbox: {
    method: 'get',
    path: '/api/plans/{planId}/inbox',
    tag: '消息',
    summary: '发给当前岗位的消息及其投递情况',
    access: 'readInbox',
    params: plan,
    query: inboxQuery,
    answer: inboxPage,
  },
  mails: {
    method: 'get',
    path: '/api/plans/{planId}/mails',
    tag: '消息',
    summary: '邮件投递情况',
    access: 'readMailState',
    params: plan,
    query: mailQuery,
    answer: mailPage,
  },
  glance: {
    method: 'get',
    path: '/api/plans/{planId}/glance',
    tag: charts,
    summary: '全年概览',
    access: 'readPlan',
    params: plan,
    answer: glance,
  },
  heatMap: {
    method: 'get',
    path: '/api/plans/{planId}/charts/heat-map',
    tag: charts,
    summary: '各单位各季度亮灯',
    access: 'readTask',
    params: plan,
    answer: heatMap,
  },
  load: {
    method: 'get',
    path: '/api/plans/{planId}/charts/load',
    tag: charts,
    summary: '各单位每周报送工作量',
    access: 'readTask',
    params: plan,
    answer: loadChart,
  },
  curves: {
    method: 'get',
    path: '/api/plans/{planId}/charts/curves',
    tag: charts,
    summary: '指标进度与计划曲线',
    access: 'readTask',
    params: plan,
    query: z.object({ taskId: id.optional() }),
    answer: curveChart,
  },
  search: {
    method: 'get',
    path: '/api/search',
    tag: '检索',
    summary: '检索任务、事项、单位和人员',
    access: 'seated',
    query: searchQuery,
    answer: searchResult,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;
