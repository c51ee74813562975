import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './api-env.ts';
import { TryLater } from './refusals.ts';

/** How many requests a minute one address may send to one process: an office behind one address is many people. */
export interface RateLimit {
  readonly perMinute: number;
  readonly now: () => number;
}

const windowMs = 60_000;
const mostAddresses = 10_000;

/** Refuses an address that sends more; counted a minute at a time, in the memory of the process. */
export function rateLimit({ perMinute, now }: RateLimit): MiddlewareHandler<ApiEnv> {
  let windowEnds = 0;
  let sent = new Map<string, number>();
  return async (c, next) => {
    const at = now();
    if (at >= windowEnds || sent.size > mostAddresses) {
      windowEnds = at + windowMs;
      sent = new Map();
    }
    const address = c.get('address');
    const number = (sent.get(address) ?? 0) + 1;
    sent.set(address, number);
    if (number > perMinute) {
      const seconds = Math.max(1, Math.ceil((windowEnds - at) / 1_000));
      throw new TryLater('too-many-requests', `操作过于频繁，请 ${seconds} 秒后再试。`, seconds);
    }
    await next();
  };
}
