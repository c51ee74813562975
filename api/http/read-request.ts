import type { HonoRequest } from 'hono';
import * as z from 'zod';
import { RuleViolation } from '../../domain/errors.ts';
import type { Endpoint } from '../schemas/endpoints/endpoint.ts';
import { type FieldFault, InvalidRequest } from './refusals.ts';

/** Path, query and body of a request, parsed by the schemas of its endpoint. */
export interface ReadRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

const jsonBytes = 1024 * 1024;
const { localeError } = z.locales.zhCN();

/** Reads what was sent; every fault is named with its place, and nothing is read that is larger than it may be. */
export async function readRequest(endpoint: Endpoint, req: HonoRequest): Promise<ReadRequest> {
  const params = parsed('地址', endpoint.params, req.param());
  const query = parsed('查询', endpoint.query, req.query());
  if (endpoint.bytes !== undefined) return { params, query, body: await readBytes(req.raw, endpoint.bytes) };
  if (endpoint.body === undefined) return { params, query, body: undefined };
  return { params, query, body: parsed('内容', endpoint.body, await readJson(req)) };
}

function parsed(part: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  refuseUnstorableTexts(part, value);
  const { success, data, error } = schema.safeParse(value, { error: localeError });
  if (success) return data;
  throw new InvalidRequest(
    error.issues.map(({ path, message }): FieldFault => ({ path: [part, ...path.map(String)].join('.'), message })),
  );
}

// What PostgreSQL cannot keep, and no keyboard writes.
function refuseUnstorableTexts(path: string, value: unknown): void {
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
    throw new InvalidRequest([{ path, message: '含有无法保存的字符，请删除后重新提交' }]);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    refuseUnstorableTexts(path, key);
    refuseUnstorableTexts(`${path}.${key}`, part);
  }
}

async function readJson(req: HonoRequest): Promise<unknown> {
  const type = req.header('content-type') ?? '';
  if (!/^application\/json\b/i.test(type))
    throw new RuleViolation('unknown-kind-of-file', '请求的内容应为 JSON（application/json）。');
  const bytes = await readBytes(req.raw, jsonBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new InvalidRequest([{ path: '内容', message: '不是有效的 JSON' }]);
  }
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = (): RuleViolation =>
    new RuleViolation('too-large', `内容过大，至多 ${Math.floor(limit / 1024 / 1024)} MB，请压缩或拆分后重新提交。`);
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > limit) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
