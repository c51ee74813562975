import type { Context } from 'hono';
import { RuleViolation } from '../../domain/errors.ts';
import type { Problem } from '../schemas/problem.ts';
import type { ApiEnv } from './api-env.ts';
import { statusOf, titleOf } from './problem-status.ts';
import { InvalidRequest, TryLater } from './refusals.ts';

/** The answer to everything that went wrong: a refusal in the person's words, anything else as a failure that is logged once. */
export function errorResponse(error: unknown, c: Context<ApiEnv>): Response {
  if (error instanceof RuleViolation) return refused(error, c);
  const requestId = c.get('requestId');
  c.get('log').error({ err: error, path: c.req.path }, 'request failed');
  const detail = `系统出现意外错误，请稍后再试；如果再次出现，请把编号 ${requestId} 告诉系统管理员。`;
  return problemResponse({ status: 500, code: 'internal', detail, requestId });
}

function refused(error: RuleViolation, c: Context<ApiEnv>): Response {
  const { code, message } = error;
  const seconds = error instanceof TryLater ? error.retryAfterSeconds : undefined;
  return problemResponse({
    status: statusOf(code),
    code,
    detail: message,
    requestId: c.get('requestId'),
    ...(error instanceof InvalidRequest ? { fields: error.fields } : {}),
    ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
  });
}

/** A problem as an answer (RFC 9457). */
export function problemResponse(problem: Omit<Problem, 'type' | 'title'>): Response {
  const { status, retryAfterSeconds } = problem;
  const body: Problem = { type: 'about:blank', title: titleOf(status), ...problem };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  return new Response(JSON.stringify(body), { status, headers });
}
