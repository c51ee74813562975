import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../api/schemas/endpoints/endpoint.ts';
import { allEndpoints } from '../../api/schemas/endpoints/endpoints.ts';
import { clerk, issue, type RehearsedPlan, rehearse } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, origin, signedInAs } from './api-bed.ts';

const routes = Object.entries(allEndpoints as Readonly<Record<string, Endpoint>>);
const writes = routes.filter(([, { method }]) => method !== 'get');
const beside = ['/api/health', '/api/ready', '/api/metrics', '/api/openapi.json', '/api/docs', '/api/nothing', '/else'];
const id = randomUUID();
const addressOf = ({ path }: Endpoint): string => path.replaceAll(/\{\w+\}/g, id);

const protecting: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^default-src 'none'(?!.*unsafe).*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'x-request-id': /^[0-9a-f-]{36}$/,
  'cache-control': /no-store|no-cache/,
};

/** What an answer lacks, or has too much. */
function faultsOf({ status, headers }: Response): readonly string[] {
  const missing = Object.entries(protecting).filter(([name, form]) => !form.test(headers.get(name) ?? ''));
  const isProblem = headers.get('content-type') === 'application/problem+json';
  return [
    ...missing.map(([name]) => `${name}: ${headers.get(name)}`),
    ...(headers.has('access-control-allow-origin') ? ['open to other origins'] : []),
    ...(isProblem === status >= 400 ? [] : [`${status} as ${headers.get('content-type')}`]),
  ];
}

describe('every answer', () => {
  let bed: ApiBed;
  let plan: RehearsedPlan;
  let ask: Ask;
  beforeAll(async () => {
    bed = await apiBed();
    plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    ask = await signedInAs(bed, clerk);
  });
  afterAll(() => bed.close());

  it.each(routes)('carries the protecting headers: %s', async (_name, endpoint) => {
    const method = endpoint.method.toUpperCase();
    const body = method === 'GET' ? {} : { body: '{}' };
    const named = addressOf(endpoint).replace(`plans/${id}`, `plans/${plan.planId}`);
    // Signing out would end the session of the others.
    const asks = method === 'DELETE' ? [bed.ask] : [bed.ask, ask];
    for (const each of asks) {
      for (const address of new Set([named, addressOf(endpoint)]))
        expect(faultsOf(await each(address, { method, ...body })), `${method} ${address}`).toEqual([]);
    }
  });

  it.each(beside)('carries them beside the routes too: %s', async (path) => {
    expect(faultsOf(await ask(path))).toEqual([]);
  });

  it('carries them whatever its status', async () => {
    const etag = (await ask('/api/registry/rules')).headers.get('etag') ?? '';
    const small = await apiBed({ requestsPerMinute: 0 });
    const broken = await apiBed({ now: () => JSON.parse('{') as never });
    const many = JSON.stringify({ userName: 'x'.repeat(1024 * 1024), password: 'y' });
    const actId = randomUUID();
    const { seat, unitId } = clerk;
    const sent = { actId, seat: { seat, unitId }, act: { type: 'issuePlan' } };
    const post = (body: string, headers: Record<string, string> = {}) => ({ method: 'POST', body, headers });
    const answers: Readonly<Record<number, Response>> = {
      200: await ask('/api/plans'),
      304: await ask('/api/registry/rules', { headers: { 'if-none-match': etag } }),
      400: await ask('/api/plans/not-an-id'),
      401: await bed.ask('/api/plans'),
      403: await ask('/api/ledger/verification', { method: 'POST' }),
      404: await ask(`/api/plans/${id}`),
      405: await ask('/api/plans', { method: 'PATCH' }),
      409: await ask(
        `/api/plans/${plan.planId}/acts`,
        post(JSON.stringify({ ...sent, seat: { seat: 'leader', unitId } })),
      ),
      413: await ask('/api/session', post(many)),
      415: await ask('/api/session', post('a=b', { 'content-type': 'text/plain' })),
      422: await ask('/api/invitations/accept', post(JSON.stringify({ token: 'x', userName: '!', password: 'y' }))),
      429: await small.ask('/api/health'),
      500: await broken.ask('/api/session'),
      503: await ask(`/api/plans/${plan.planId}/acts`, post(JSON.stringify(sent))),
    };
    for (const [status, answer] of Object.entries(answers)) {
      expect(answer.status, await answer.clone().text()).toBe(Number(status));
      expect(faultsOf(answer), status).toEqual([]);
      if (Number(status) < 400) continue;
      const problem = (await answer.json()) as Readonly<Record<string, unknown>>;
      expect(problem).toMatchObject({ status: Number(status), requestId: answer.headers.get('x-request-id') });
      expect(problem['detail'], status).toMatch(/[\u4e00-\u9fff].*[。；：\u4e00-\u9fff]$/s);
      expect(problem['title'], status).toMatch(/^[\u4e00-\u9fff]+$/);
    }
    expect(answers[405]?.headers.get('allow')).toBe('GET, POST');
    await small.close();
    await broken.close();
  });

  it('has an ETag where it is a read, and is not sent again while nothing has changed', async () => {
    const reads = ['/api/plans', `/api/plans/${plan.planId}/register`, `/api/plans/${plan.planId}/returns`];
    for (const path of reads) {
      const first = await ask(path);
      const etag = first.headers.get('etag') ?? '';
      expect(etag, path).toMatch(/^"[\w-]{27}"$/);
      const again = await ask(path, { headers: { 'if-none-match': `W/"other", ${etag}` } });
      expect([again.status, await again.text()], path).toEqual([304, '']);
      expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status, path).toBe(200);
    }
  });
});

describe('a request that changes something', () => {
  let bed: ApiBed;
  let ask: Ask;
  beforeAll(async () => {
    bed = await apiBed();
    ask = await signedInAs(bed, clerk);
  });
  afterAll(() => bed.close());

  it.each(writes)('is refused from elsewhere, with the session’s cookie and without: %s', async (_name, endpoint) => {
    const method = endpoint.method.toUpperCase();
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${origin}.evil.example` },
      { origin: 'http://localhost:8080' },
      { origin, 'sec-fetch-site': 'cross-site' },
      { origin, 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of foreign) {
      for (const each of [bed.ask, ask]) {
        const answer = await each(addressOf(endpoint), { method, body: '{}', headers: { origin: '', ...headers } });
        const why = `${method} ${endpoint.path} ${JSON.stringify(headers)}`;
        expect(await answer.json(), why).toMatchObject({ status: 403, code: 'foreign-origin' });
      }
    }
    expect((await ask('/api/session')).status).toBe(200);
  });

  it('is refused where it does not say from where it comes', async () => {
    const answer = await bed.app.request('/api/session', { method: 'POST', body: '{}' });
    expect(await answer.json()).toMatchObject({ code: 'foreign-origin' });
  });

  it('is slowed down when there are too many, each address by itself', async () => {
    const small = await apiBed({ requestsPerMinute: 3, trustsProxy: true });
    const from = async (address: string) => {
      const headers = { 'x-forwarded-for': `198.51.100.1, ${address}` };
      return (await small.ask('/api/health', { headers })).status;
    };
    const statuses = [];
    for (let sent = 0; sent < 5; sent += 1) statuses.push(await from('203.0.113.1'));
    expect([...statuses, await from('203.0.113.2')]).toEqual([200, 200, 200, 429, 429, 200]);
    await small.close();
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1 with every route, each body and answer by its schema, and a page without scripts', async () => {
    const bed = await apiBed();
    const document = (await (await bed.ask('/api/openapi.json')).json()) as {
      readonly openapi: string;
      readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
      readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
    };
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`),
    );
    const others = ['health get /api/health', 'metrics get /api/metrics', 'ready get /api/ready'];
    expect(described.toSorted()).toEqual(
      [
        ...routes.map(([name, { method, path }]) => `${name} ${method} ${path}`),
        ...others,
        'watchChanges get /api/changes',
      ].toSorted(),
    );
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(named.filter((name) => name === undefined || !(name in document.components.schemas))).toEqual([]);
    const page = await (await bed.ask('/api/docs')).text();
    expect(page).not.toContain('<script');
    for (const [, { path }] of routes) expect(page).toContain(`<code>${path}</code>`);
    await bed.close();
  });
});
