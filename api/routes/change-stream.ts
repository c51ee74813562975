import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { RuleViolation } from '../../domain/errors.ts';
import type { AppDeps } from '../app-deps.ts';
import type { SessionReader } from '../auth/signed-in.ts';
import type { ApiEnv } from '../http/api-env.ts';
import type { ChangeFeed } from '../http/change-feed.ts';
import { InvalidRequest } from '../http/refusals.ts';
import { id } from '../schemas/values.ts';
import { sightFor } from '../sight.ts';

const mostChains = 200;

/** `GET /api/changes?planId=…`: tells that something of the plan was recorded, so that screens read again. */
export function mountChangeStream(
  app: Hono<ApiEnv>,
  deps: AppDeps,
  { sessions, feed }: { readonly sessions: SessionReader; readonly feed: ChangeFeed },
): void {
  app.get('/api/changes', async (c) => {
    const { signedIn } = await sessions(c.req.raw.headers);
    if (signedIn === null) throw new RuleViolation('not-signed-in', '请先登录。');
    const { actor } = signedIn;
    if (actor === null) throw new RuleViolation('seat-not-chosen', '请先选择以哪个岗位办理。');
    const parsed = id.safeParse(c.req.query('planId'));
    if (!parsed.success) throw new InvalidRequest([{ path: '查询.planId', message: '编号格式不正确' }]);
    const planId = parsed.data;
    await sightFor(deps, { planId, actor, action: 'readPlan' });
    c.header('x-accel-buffering', 'no');
    const answer = streamSSE(c, async (stream) => {
      const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
      const { ready, stop } = feed.listen(planId, (chains) => {
        const data = JSON.stringify({ planId, chains: chains.slice(0, mostChains) });
        void stream.writeSSE({ event: 'changed', data });
      });
      // Watching is no use of the session: it neither keeps it alive nor outlives it.
      const beat = setInterval(() => {
        void sessions(c.req.raw.headers, { keepsAlive: false })
          .then(async (now) => (now.signedIn === null ? stream.abort() : void (await stream.write(': still here\n\n'))))
          .catch((error: unknown) => c.get('log').warn({ err: error }, 'session of a stream not read'));
      }, deps.heartbeatMs);
      deps.metrics.watchers.inc();
      void ready.then(() => stream.writeSSE({ event: 'listening', data: JSON.stringify({ planId }) }));
      await ended;
      clearInterval(beat);
      stop();
      deps.metrics.watchers.dec();
    });
    answer.headers.set('cache-control', 'no-store');
    return answer;
  });
}
