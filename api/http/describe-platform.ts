import type { OpenAPIHono } from '@hono/zod-openapi';
import { changesQuery, health, readiness } from '../schemas/platform.ts';
import type { ApiEnv } from './api-env.ts';
import { problemContent } from './describe-endpoint.ts';

const tag = '平台';
const text = { schema: { type: 'string' } } as const;
const refused = { description: '拒绝或失败', content: problemContent };

/** Writes what stands beside the endpoints into the OpenAPI description: health, readiness, metrics, changes. */
export function describePlatform({ openAPIRegistry }: OpenAPIHono<ApiEnv>): void {
  const ready = { description: '各部分的状态', content: { 'application/json': { schema: readiness } } };
  openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/health',
    operationId: 'health',
    summary: '进程是否存活',
    tags: [tag],
    responses: { 200: { description: '存活', content: { 'application/json': { schema: health } } } },
  });
  openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/ready',
    operationId: 'ready',
    summary: '数据库和引擎是否应答；数据库不应答时为 503',
    tags: [tag],
    responses: { 200: ready, 503: ready },
  });
  openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/metrics',
    operationId: 'metrics',
    summary: '运行指标（Prometheus），只供本机或者持有监控口令的系统读取',
    tags: [tag],
    responses: { 200: { description: '指标', content: { 'text/plain': text } }, default: refused },
  });
  openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/changes',
    operationId: 'watchChanges',
    summary: '变动通知（server-sent events）：listening、changed',
    tags: [tag],
    security: [{ session: [] }],
    request: { query: changesQuery },
    responses: { 200: { description: '事件流', content: { 'text/event-stream': text } }, default: refused },
  });
}
