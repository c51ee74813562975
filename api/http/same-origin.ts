import type { MiddlewareHandler } from 'hono';
import { RuleViolation } from '../../domain/errors.ts';
import type { ApiEnv } from './api-env.ts';

const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses what changes something unless our own page (or a program that names our origin) sends it; with or without a cookie. */
export function sameOrigin(publicOrigin: string): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (!safe.has(c.req.method) && !isOwn(c.req.header('origin'), c.req.header('sec-fetch-site'), publicOrigin)) {
      throw new RuleViolation('foreign-origin', '请求不是从本系统的页面发出的，已拒绝。');
    }
    await next();
  };
}

function isOwn(origin: string | undefined, site: string | undefined, publicOrigin: string): boolean {
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined) return origin === publicOrigin;
  return site === 'same-origin';
}
