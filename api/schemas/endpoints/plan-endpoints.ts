import * as z from 'zod';
import { actAnswer, actRequest, settleAnswer, settleRequest } from '../acts/act-request.ts';
import { breakdown } from '../breakdown.ts';
import { coming, comingQuery } from '../coming.ts';
import { computedDate, dateExplanation } from '../dates.ts';
import { correctionsText, noticePreview, previewQuery } from '../notice-preview.ts';
import {
  consultationBoard,
  opinionQuery,
  planLine,
  planList,
  planPage,
  planQuery,
  receiptBoard,
  receiptQuery,
} from '../plan.ts';
import { registerPage, registerQuery } from '../register.ts';
import { rehearsalCommand, rehearsalState, scenarioList } from '../rehearsal.ts';
import { engineComparison, taskPage, taskQuery, timeline, timelineQuery } from '../task.ts';
import { day, id, line } from '../values.ts';
import type { Endpoint } from './endpoint.ts';

const plan = z.object({ planId: id });
const task = z.object({ planId: id, taskId: id });
const tag = '工作要点';
const tasks = '任务';

/** What a file that is imported becomes; `planId` is chosen by the browser, so that a second try is the same import. */
export const importQuery = z.object({
  planId: id,
  fileName: line,
  clock: z.enum(['real', 'stepped']).default('real'),
  scenario: z.string().max(60).optional(),
  /** The earlier year's plan that the notice goes on from. */
  follows: id.optional(),
  corrections: correctionsText,
});

/** The largest notice that is taken. */
export const noticeBytes = 20 * 1024 * 1024;

/** Plans, their tasks, and everything that is done to them. */
export const planEndpoints = {
  plans: {
    method: 'get',
    path: '/api/plans',
    tag,
    summary: '全部工作要点',
    access: 'readPlan',
    query: planQuery,
    answer: planList,
  },
  importNotice: {
    method: 'post',
    path: '/api/plans',
    tag,
    summary: '导入文件，读出任务分解',
    access: 'importNotice',
    query: importQuery,
    bytes: noticeBytes,
    answer: planLine,
  },
  previewNotice: {
    method: 'post',
    path: '/api/notice-previews',
    tag,
    summary: '试读文件：任务、待定事项和未读出的段落，不保存',
    access: 'importNotice',
    query: previewQuery,
    bytes: noticeBytes,
    answer: noticePreview,
  },
  plan: {
    method: 'get',
    path: '/api/plans/{planId}',
    tag,
    summary: '工作要点概况',
    access: 'readPlan',
    params: plan,
    answer: planPage,
  },
  breakdown: {
    method: 'get',
    path: '/api/plans/{planId}/breakdown',
    tag,
    summary: '任务分解、待定事项和文件全文',
    access: 'readPlan',
    params: plan,
    answer: breakdown,
  },
  noticeFile: {
    method: 'get',
    path: '/api/plans/{planId}/notice',
    tag,
    summary: '文件原件',
    access: 'readPlan',
    params: plan,
    answer: 'file',
  },
  consultation: {
    method: 'get',
    path: '/api/plans/{planId}/consultation',
    tag,
    summary: '征求意见情况和意见采纳情况',
    access: 'readPlan',
    params: plan,
    query: opinionQuery,
    answer: consultationBoard,
  },
  receipts: {
    method: 'get',
    path: '/api/plans/{planId}/receipts',
    tag,
    summary: '签收情况',
    access: 'readPlan',
    params: plan,
    query: receiptQuery,
    answer: receiptBoard,
  },
  settle: {
    method: 'post',
    path: '/api/plans/{planId}/settlement',
    tag,
    summary: '确认待定事项',
    access: 'settlePoints',
    params: plan,
    body: settleRequest,
    answer: settleAnswer,
  },
  act: {
    method: 'post',
    path: '/api/plans/{planId}/acts',
    tag,
    summary: '办理：同一编号重复提交不会重复记录',
    access: 'seated',
    params: plan,
    body: actRequest,
    answer: actAnswer,
  },
  planTimeline: {
    method: 'get',
    path: '/api/plans/{planId}/timeline',
    tag,
    summary: '工作要点留痕',
    access: 'readPlan',
    params: plan,
    query: timelineQuery,
    answer: timeline,
  },
  register: {
    method: 'get',
    path: '/api/plans/{planId}/register',
    tag: tasks,
    summary: '台账',
    access: 'readPlan',
    params: plan,
    query: registerQuery,
    answer: registerPage,
  },
  task: {
    method: 'get',
    path: '/api/plans/{planId}/tasks/{taskId}',
    tag: tasks,
    summary: '任务的全部情况，也可查看以前某一时刻',
    access: 'readTask',
    params: task,
    query: taskQuery,
    answer: taskPage,
  },
  taskTimeline: {
    method: 'get',
    path: '/api/plans/{planId}/tasks/{taskId}/timeline',
    tag: tasks,
    summary: '任务留痕',
    access: 'readTask',
    params: task,
    query: timelineQuery,
    answer: timeline,
  },
  taskEngine: {
    method: 'get',
    path: '/api/plans/{planId}/tasks/{taskId}/engine',
    tag: tasks,
    summary: '引擎运行记录与留痕链比对',
    access: 'readEngineHistory',
    params: task,
    answer: engineComparison,
  },
  explainDate: {
    method: 'get',
    path: '/api/plans/{planId}/explained-date',
    tag,
    summary: '为什么是这一天',
    access: 'seated',
    params: plan,
    query: z.object({
      date: day,
      from: day,
      workingDays: z
        .string()
        .regex(/^-?\d{1,4}$/, '应为整数')
        .transform(Number),
    }),
    answer: dateExplanation.extend({ computed: computedDate }),
  },
  coming: {
    method: 'get',
    path: '/api/plans/{planId}/coming',
    tag,
    summary: '今后的日程：引擎的下一步和应发的消息',
    access: 'readInbox',
    params: plan,
    query: comingQuery,
    answer: coming,
  },
  scenarios: {
    method: 'get',
    path: '/api/scenarios',
    tag: '演练',
    summary: '可用的演练方案',
    access: 'rehearsePlan',
    answer: scenarioList,
  },
  rehearsal: {
    method: 'get',
    path: '/api/plans/{planId}/rehearsal',
    tag: '演练',
    summary: '演练进行到哪里',
    access: 'readPlan',
    params: plan,
    answer: rehearsalState,
  },
  rehearse: {
    method: 'post',
    path: '/api/plans/{planId}/rehearsal',
    tag: '演练',
    summary: '播放、推进、暂停、继续演练',
    access: 'rehearsePlan',
    params: plan,
    body: rehearsalCommand,
    answer: rehearsalState,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;
