import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Endpoint } from '../schemas/endpoints/endpoint.ts';
import { problem } from '../schemas/problem.ts';
import type { ApiEnv } from './api-env.ts';

/** Every refusal in an OpenAPI description. */
export const problemContent = { 'application/problem+json': { schema: problem } };
const file = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } as const;

/** Writes an endpoint into the OpenAPI description. */
export function describeEndpoint(app: OpenAPIHono<ApiEnv>, name: string, endpoint: Endpoint): void {
  const { method, path, tag, summary, access, params, query, body, bytes, answer } = endpoint;
  app.openAPIRegistry.registerPath({
    method,
    path,
    operationId: name,
    summary,
    description: `access: ${access}`,
    tags: [tag],
    ...(access === 'open' ? {} : { security: [{ session: [] }] }),
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { body: { required: true, content: { 'application/json': { schema: body } } } }),
      ...(bytes === undefined ? {} : { body: { required: true, content: file } }),
    },
    responses: {
      200: { description: '成功', content: answer === 'file' ? file : { 'application/json': { schema: answer } } },
      default: { description: '拒绝或失败', content: problemContent },
    },
  });
}
