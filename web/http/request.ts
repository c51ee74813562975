import { RequestFailure, noAnswer, problemFrom } from './problem.ts';

/** What a request carries besides its address. */
export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** The browser finishes it although the page is being closed. */
  readonly keepalive?: boolean;
}

/** Asks the server and gives its answer as the route's schema describes it; every other outcome is a `RequestFailure`. */
export async function request<T>(path: string, { method = 'GET', body, signal, keepalive }: Asking = {}): Promise<T> {
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: headersOf(body),
    body: bodyOf(body),
    signal: signal ?? null,
    keepalive: keepalive ?? false,
  }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw new RequestFailure(noAnswer);
  });
  const told = await readBody(answer);
  if (!answer.ok) throw new RequestFailure(problemFrom(answer.status, told));
  // The one place where an answer gets its type: the server checks what it sends against the same schema.
  return told as T;
}

function headersOf(body: unknown): Record<string, string> {
  const accept = { accept: 'application/json, application/problem+json' };
  return body === undefined || body instanceof FormData ? accept : { ...accept, 'content-type': 'application/json' };
}

function bodyOf(body: unknown): FormData | string | null {
  if (body === undefined) return null;
  return body instanceof FormData ? body : JSON.stringify(body);
}

async function readBody(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `path` with its query; a name without a value is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  if (given.length === 0) return path;
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}
