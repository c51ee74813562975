import * as z from 'zod';
import { endingQuery, yearEnd } from '../ending.ts';
import { changeList, changeQuery, findingList, findingQuery, objectionList, objectionQuery } from '../matter.ts';
import { orderList, orderPage, orderQuery, urgingBoard, urgingQuery } from '../order.ts';
import { paperName, paperQuery } from '../paper.ts';
import { keptScan, scanBytes, scanQuery, sheetList, sheetPage, sheetQuery, signerList } from '../sheet.ts';
import { bulletinWish, quarterDraft } from '../quarter.ts';
import { tableFile } from '../table-file.ts';
import { day, id, quarter } from '../values.ts';
import type { Endpoint } from './endpoint.ts';

const plan = z.object({ planId: id });
const sheet = z.object({ planId: id, sheetId: id });
const escalation = '催办督办';
const sheets = '审签单';

/** What goes beyond the reports: slips and orders, urging, changes, findings, objections, papers, sheets. */
export const matterEndpoints = {
  orders: {
    method: 'get',
    path: '/api/plans/{planId}/orders',
    tag: escalation,
    summary: '催办单、督办单清单',
    access: 'readReturn',
    params: plan,
    query: orderQuery,
    answer: orderList,
  },
  order: {
    method: 'get',
    path: '/api/plans/{planId}/orders/{orderId}',
    tag: escalation,
    summary: '一份催办单或者督办单',
    access: 'readReturn',
    params: z.object({ planId: id, orderId: id }),
    answer: orderPage,
  },
  urgings: {
    method: 'get',
    path: '/api/plans/{planId}/urgings',
    tag: escalation,
    summary: '人工催办、答复承诺和逾期未报的单位',
    access: 'readReturn',
    params: plan,
    query: urgingQuery,
    answer: urgingBoard,
  },
  changes: {
    method: 'get',
    path: '/api/plans/{planId}/changes',
    tag: '变更',
    summary: '延期、退办、目标调整等变更申请及其决定',
    access: 'readReturn',
    params: plan,
    query: changeQuery,
    answer: changeList,
  },
  findings: {
    method: 'get',
    path: '/api/plans/{planId}/findings',
    tag: '核查与异议',
    summary: '核查记录',
    access: 'readReturn',
    params: plan,
    query: findingQuery,
    answer: findingList,
  },
  objections: {
    method: 'get',
    path: '/api/plans/{planId}/objections',
    tag: '核查与异议',
    summary: '异议及其答复',
    access: 'readReturn',
    params: plan,
    query: objectionQuery,
    answer: objectionList,
  },
  yearEnd: {
    method: 'get',
    path: '/api/plans/{planId}/year-end',
    tag: '年终对账',
    summary: '各行自评和办理结果，年终总结审定情况',
    access: 'readReturn',
    params: plan,
    query: endingQuery,
    answer: yearEnd,
  },
  sheets: {
    method: 'get',
    path: '/api/plans/{planId}/sheets',
    tag: sheets,
    summary: '审签单清单',
    access: 'readReturn',
    params: plan,
    query: sheetQuery,
    answer: sheetList,
  },
  sheet: {
    method: 'get',
    path: '/api/plans/{planId}/sheets/{sheetId}',
    tag: sheets,
    summary: '一份审签单',
    access: 'readReturn',
    params: sheet,
    answer: sheetPage,
  },
  sheetScan: {
    method: 'get',
    path: '/api/plans/{planId}/sheets/{sheetId}/scan',
    tag: sheets,
    summary: '下载审签单的扫描件',
    access: 'readReturn',
    params: sheet,
    answer: 'file',
  },
  signers: {
    method: 'get',
    path: '/api/plans/{planId}/signers',
    tag: sheets,
    summary: '某日可以签批的人员，供登记纸质审签',
    access: 'recordPaperApproval',
    params: plan,
    query: z.object({ on: day.optional() }),
    answer: signerList,
  },
  addScan: {
    method: 'post',
    path: '/api/plans/{planId}/scans',
    tag: sheets,
    summary: '上传纸质审签单的扫描件（严禁上传涉密内容）',
    access: 'recordPaperApproval',
    params: plan,
    query: scanQuery,
    bytes: scanBytes,
    answer: keptScan,
  },
  paper: {
    method: 'get',
    path: '/api/plans/{planId}/papers/{name}',
    tag: '文件打印',
    summary: '下载台账、任务分解表、报送表、函、通知、呈批单、审签单、汇总、通报、催办单、督办单',
    access: 'readPlan',
    params: z.object({ planId: id, name: paperName }),
    query: paperQuery,
    answer: 'file',
  },
  quarter: {
    method: 'get',
    path: '/api/plans/{planId}/quarters/{period}',
    tag: '文件打印',
    summary: '一个季度的报送情况和点名问题，供起草通报',
    access: 'readReturn',
    params: z.object({ planId: id, period: quarter }),
    answer: quarterDraft,
  },
  bulletin: {
    method: 'post',
    path: '/api/plans/{planId}/bulletin',
    tag: '文件打印',
    summary: '按起草的原因、要求、时限生成通报',
    access: 'readReturn',
    params: plan,
    body: bulletinWish,
    answer: 'file',
  },
  tableWorkbook: {
    method: 'post',
    path: '/api/table-workbook',
    tag: '文件打印',
    summary: '把屏幕上的表格生成 Excel 工作簿',
    access: 'seated',
    body: tableFile,
    answer: 'file',
  },
} as const satisfies Readonly<Record<string, Endpoint>>;
