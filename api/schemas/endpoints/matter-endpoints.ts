import * as z from 'zod';
import { orderLine, orderPage, urgingBoard } from '../order.ts';
import { paperName, paperQuery } from '../paper.ts';
import { id, listOf } from '../values.ts';
import type { Endpoint } from './endpoint.ts';

const plan = z.object({ planId: id });
const escalation = '催办督办';

/** What goes beyond the reports: slips and orders, urging, papers. */
export const matterEndpoints = {
  orders: {
    method: 'get',
    path: '/api/plans/{planId}/orders',
    tag: escalation,
    summary: '催办单、督办单清单',
    access: 'readReturn',
    params: plan,
    answer: z.object({ orders: listOf(orderLine) }),
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
    answer: urgingBoard,
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
} as const satisfies Readonly<Record<string, Endpoint>>;
