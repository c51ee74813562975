import type { OpenAPIHono } from '@hono/zod-openapi';
import { isDatabaseReady } from '../../store/read/changes.ts';
import { createHash, timingSafeEqual } from 'node:crypto';
import { RuleViolation } from '../../domain/errors.ts';
import { isLoopback } from '../auth/loopback.ts';
import type { AppDeps } from '../app-deps.ts';
import type { ApiEnv } from '../http/api-env.ts';
import { describePlatform } from '../http/describe-platform.ts';
import { apiPage } from '../http/api-page.ts';
import { newNonce } from '../http/nonce.ts';
import { pagePolicy } from '../http/security-headers.ts';

const about = {
  openapi: '3.1.0',
  info: { title: '督办 API', version: '1', description: '写入请带页面自己的 Origin；办理以 actId 防止重复。' },
};

/** Health, readiness, metrics, and the description of the API for programs and for people. */
export function mountPlatform(
  app: OpenAPIHono<ApiEnv>,
  { store, engineView, metrics, metricsToken, publicUrl }: AppDeps,
): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: publicUrl.startsWith('https:') ? '__Host-duban.session_token' : 'duban.session_token',
  });
  describePlatform(app);
  app.get('/api/health', (c) => c.json({ alive: true }));
  app.get('/api/ready', async (c) => {
    const [database, engine] = await Promise.all([isDatabaseReady(store), engineView.isReachable()]);
    // Reads need the database alone: an engine that is away does not take the screens with it.
    return c.json({ database, engine }, database ? 200 : 503);
  });
  app.get('/api/metrics', async (c) => {
    // Figures of the whole office are for the machine's own monitoring, or for who shows the word.
    if (!isLoopback(c.get('address')) && !isWord(c.req.header('authorization'), metricsToken))
      throw new RuleViolation('not-permitted', '运行指标只供本机或者持有监控口令的系统读取。');
    c.header('content-type', metrics.registry.contentType);
    return c.body(await metrics.text());
  });
  app.get('/api/openapi.json', (c) => c.json(app.getOpenAPI31Document(about)));
  app.get('/api/docs', (c) => {
    const nonce = newNonce();
    c.header('content-security-policy', pagePolicy(nonce));
    return c.html(apiPage(app.getOpenAPI31Document(about), nonce));
  });
}

function isWord(header: string | undefined, token: string | null): boolean {
  if (header === undefined || token === null) return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header), digest(`Bearer ${token}`));
}
