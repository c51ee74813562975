import { OpenAPIHono } from '@hono/zod-openapi';
import { RuleViolation } from '../domain/errors.ts';
import type { AppDeps } from './app-deps.ts';
import { sessionReader } from './auth/signed-in.ts';
import type { ApiEnv } from './http/api-env.ts';
import type { ChangeFeed } from './http/change-feed.ts';
import { errorResponse } from './http/error-response.ts';
import { mountEndpoints } from './http/mount-endpoints.ts';
import { rateLimit } from './http/rate-limit.ts';
import { requestLine } from './http/request-id.ts';
import { sameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { mountWeb } from './http/web-files.ts';
import { mountChangeStream } from './routes/change-stream.ts';
import { demoRoutes } from './routes/demo-routes.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { matterRoutes } from './routes/matter-routes.ts';
import { planRoutes } from './routes/plan-routes.ts';
import { mountPlatform } from './routes/platform-routes.ts';
import { registryRoutes } from './routes/registry-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { deskEndpoints } from './schemas/endpoints/desk-endpoints.ts';
import { matterEndpoints } from './schemas/endpoints/matter-endpoints.ts';
import { planEndpoints } from './schemas/endpoints/plan-endpoints.ts';
import { registryEndpoints } from './schemas/endpoints/registry-endpoints.ts';
import { demoEndpoints, sessionEndpoints } from './schemas/endpoints/session-endpoints.ts';

/** The whole HTTP application, API and web; it does not listen. */
export function createApp(deps: AppDeps, feed: ChangeFeed): OpenAPIHono<ApiEnv> {
  const { log, metrics, publicUrl, trustsProxy, requestsPerMinute: perMinute, now } = deps;
  const app = new OpenAPIHono<ApiEnv>();
  app.onError(errorResponse);
  app.use(requestLine(log, metrics, trustsProxy));
  app.use(securityHeaders(publicUrl.startsWith('https:')));
  app.use(rateLimit({ perMinute, now: () => Date.now() }));
  app.use(sameOrigin(new URL(publicUrl).origin));
  const sessions = sessionReader({ store: deps.store, accounts: deps.accounts, profile: deps.passwordProfile, now });
  mountPlatform(app, deps);
  mountEndpoints(app, sessionEndpoints, { handlers: sessionRoutes(deps), sessions });
  mountEndpoints(app, planEndpoints, { handlers: planRoutes(deps), sessions });
  mountEndpoints(app, deskEndpoints, { handlers: deskRoutes(deps), sessions });
  mountEndpoints(app, matterEndpoints, { handlers: matterRoutes(deps), sessions });
  mountEndpoints(app, registryEndpoints, { handlers: registryRoutes(deps), sessions });
  // Where it is no demonstration, these routes do not exist at all.
  if (deps.isDemonstration) mountEndpoints(app, demoEndpoints, { handlers: demoRoutes(deps), sessions });
  mountChangeStream(app, deps, { sessions, feed });
  if (deps.webFolder !== null) mountWeb(app, deps.webFolder);
  app.notFound((c) => errorResponse(new RuleViolation('unknown-route', '没有这个地址，请核对。'), c));
  return app;
}
