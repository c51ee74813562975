import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { PersonActor } from '../../domain/actor.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { assertMay } from '../../domain/permissions.ts';
import type { SignedIn, SessionReader } from '../auth/signed-in.ts';
import type { AnswerOf, CallOf, Endpoint, FileAnswer } from '../schemas/endpoints/endpoint.ts';
import { fileAnswer, freshAnswer, jsonAnswer } from './answer.ts';
import type { ApiEnv } from './api-env.ts';
import { describeEndpoint } from './describe-endpoint.ts';
import { errorResponse } from './error-response.ts';
import { readRequest } from './read-request.ts';

/** Who calls, and how; `cookies` are sent with the answer. */
export interface Caller {
  readonly requestId: string;
  readonly log: ApiEnv['Variables']['log'];
  readonly headers: Headers;
  readonly signedIn: SignedIn | null;
  readonly cookies: string[];
}

/** What a handler is given: the parsed request, who calls, and (where the route asks for one) the seat in which they act. */
export type Call<E extends Endpoint> = CallOf<E> & { readonly caller: Caller } & (E['access'] extends 'open'
    ? unknown
    : { readonly signedIn: SignedIn }) &
  (E['access'] extends 'open' | 'signed-in' ? unknown : { readonly actor: PersonActor });

/** What answers an endpoint. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<AnswerOf<E>>;

/** One handler for each endpoint of a table. */
export type Handlers<T extends Readonly<Record<string, Endpoint>>> = { readonly [N in keyof T]: Handler<T[N]> };

/** Puts a table of endpoints with its handlers on the application and into its description. */
export function mountEndpoints<T extends Readonly<Record<string, Endpoint>>>(
  app: OpenAPIHono<ApiEnv>,
  table: T,
  { handlers, sessions }: { readonly handlers: Handlers<T>; readonly sessions: SessionReader },
): void {
  for (const [name, endpoint] of Object.entries(table)) {
    describeEndpoint(app, name, endpoint);
    const handler = handlers[name] as unknown as (call: object) => Promise<unknown>;
    app.on(endpoint.method.toUpperCase(), addressOf(endpoint.path), async (c) => {
      const caller = await callerOf(c, sessions);
      const parties = partiesOf(endpoint, caller.signedIn);
      const answer = await handler({ ...(await readRequest(endpoint, c.req)), ...parties, caller });
      const response = responseOf(endpoint, c, answer);
      for (const cookie of caller.cookies) response.headers.append('set-cookie', cookie);
      return response;
    });
  }
  refuseOtherMethods(app, Object.values(table));
}

// After all handlers of the table: what comes here has a known address and a method that none of them takes.
function refuseOtherMethods(app: OpenAPIHono<ApiEnv>, table: readonly Endpoint[]): void {
  for (const [path, some] of Map.groupBy(table, (endpoint) => endpoint.path)) {
    const allow = some.map(({ method }) => method.toUpperCase()).join(', ');
    app.all(addressOf(path), (c) => {
      const refused = errorResponse(new RuleViolation('wrong-method', `该地址只接受 ${allow} 请求。`), c);
      refused.headers.set('allow', allow);
      return refused;
    });
  }
}

function addressOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

async function callerOf(c: Context<ApiEnv>, sessions: SessionReader): Promise<Caller> {
  const { headers } = c.req.raw;
  const { signedIn, cookies } = await sessions(headers);
  return { requestId: c.get('requestId'), log: c.get('log'), headers, signedIn, cookies: [...cookies] };
}

function partiesOf({ access }: Endpoint, signedIn: SignedIn | null) {
  if (access === 'open') return {};
  if (signedIn === null) throw new RuleViolation('not-signed-in', '请先登录。');
  if (access === 'signed-in') return { signedIn };
  if (signedIn.passwordExpired) throw new RuleViolation('password-expired', '密码已超过有效期，请先修改密码。');
  const { actor } = signedIn;
  if (actor === null) throw new RuleViolation('seat-not-chosen', '请先选择以哪个岗位办理。');
  // How far the right reaches is for the handler; here only whether the seat has it at all.
  if (access !== 'seated') assertMay(actor, access, { unitId: actor.unitId, writerIds: [actor.personId] });
  return { signedIn, actor };
}

function responseOf(endpoint: Endpoint, c: Context<ApiEnv>, answer: unknown): Response {
  if (endpoint.answer === 'file') return fileAnswer(answer as FileAnswer);
  return endpoint.method === 'get' ? jsonAnswer(answer, c.req.header('if-none-match') ?? null) : freshAnswer(answer);
}
