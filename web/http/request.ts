import type { Answer, EndpointName, MethodOf, PathOf } from './endpoint.ts';
import { RequestFailure, noAnswer, problemFrom } from './problem.ts';

/** What a route is asked with. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** What a request carries besides its address. */
export interface Asking {
  readonly query?: Query;
  readonly body?: unknown;
  /** The bytes of a file, in the place of a body. */
  readonly file?: Blob;
  readonly signal?: AbortSignal;
  /** The browser finishes it although the page is being closed. */
  readonly keepalive?: boolean;
}

/** Asks a route of the API to do something; every outcome but its answer is a `RequestFailure`. */
export function ask<N extends EndpointName>(
  method: Exclude<MethodOf<N>, 'get'>,
  path: PathOf<N>,
  asking: Asking = {},
): Promise<Answer<N>> {
  return answerOf<N>(method, path, asking);
}

/** Reads a route of the API. */
export function read<N extends EndpointName>(path: PathOf<N>, asking: Asking = {}): Promise<Answer<N>> {
  return answerOf<N>('get', path, asking);
}

/** Asks a route for a file that is made of what is sent; refusals are as everywhere. */
export async function askFile<N extends EndpointName>(path: PathOf<N>, body: unknown): Promise<KeptFile> {
  const answer = await sent(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: headersOf(body, undefined),
    body: JSON.stringify(body),
  });
  return fileIn(answer);
}

/** Reads a route that answers with a file. */
export async function fetchFile(path: string): Promise<KeptFile> {
  return fileIn(await sent(path, { credentials: 'same-origin' }));
}

async function fileIn(answer: Response): Promise<KeptFile> {
  if (!answer.ok) throw new RequestFailure(problemFrom(answer.status, parsed(await answer.text())));
  const name = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  return { name: name === undefined ? '文件' : decodeURIComponent(name), bytes: await answer.blob() };
}

/** A file that the server made, under the name that it gave. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: Blob;
}

async function answerOf<N extends EndpointName>(
  method: string,
  path: string,
  { query = {}, body, file, signal, keepalive }: Asking,
): Promise<Answer<N>> {
  const told = await send(withQuery(path, query), {
    method: method.toUpperCase(),
    credentials: 'same-origin',
    headers: headersOf(body, file),
    body: file ?? (body === undefined ? null : JSON.stringify(body)),
    signal: signal ?? null,
    keepalive: keepalive ?? false,
  });
  // The one place where an answer gets its type: the server checks what it sends against the same schema.
  return told as Answer<N>;
}

async function send(address: string, init: RequestInit): Promise<unknown> {
  const answer = await sent(address, init);
  const told = parsed(await answer.text());
  if (!answer.ok) throw new RequestFailure(problemFrom(answer.status, told));
  return told;
}

function sent(address: string, init: RequestInit): Promise<Response> {
  return fetch(address, init).catch((error: unknown) => {
    if (init.signal?.aborted === true) throw error;
    throw new RequestFailure(noAnswer);
  });
}

function headersOf(body: unknown, file: Blob | undefined): Record<string, string> {
  const accept = { accept: 'application/json, application/problem+json' };
  if (file !== undefined) return { ...accept, 'content-type': 'application/octet-stream' };
  return body === undefined ? accept : { ...accept, 'content-type': 'application/json' };
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `path` with its query; a name without a value is left out. */
export function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  if (given.length === 0) return path;
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}
