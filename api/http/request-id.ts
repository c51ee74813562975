import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { ApiEnv } from './api-env.ts';
import type { ApiMetrics } from './metrics.ts';

const shape = /^[A-Za-z0-9-]{8,64}$/;

/** Gives each request an id (its own where a proxy has given one), a logger that names it, and one line in the log at its end. */
export function requestLine(log: Logger, metrics: ApiMetrics, trustsProxy: boolean): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const given = c.req.header('x-request-id') ?? '';
    const requestId = shape.test(given) ? given : randomUUID();
    const forwarded = trustsProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    c.set('requestId', requestId);
    c.set('log', log.child({ requestId }));
    c.set('address', forwarded ?? c.env?.incoming?.socket?.remoteAddress ?? '127.0.0.1');
    const began = performance.now();
    await next();
    c.res.headers.set('x-request-id', requestId);
    const ms = Math.round(performance.now() - began);
    metrics.observe({ method: c.req.method, path: c.req.path, status: c.res.status, ms });
    c.get('log').info({ method: c.req.method, path: c.req.path, status: c.res.status, ms }, 'request');
  };
}
