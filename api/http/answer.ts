import { createHash } from 'node:crypto';
import type { FileAnswer } from '../schemas/endpoints/endpoint.ts';

/** A JSON answer; a read carries an ETag, and an unchanged one is 304 without a body. */
export function jsonAnswer(body: unknown, ifNoneMatch: string | null): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': 'private, no-cache' };
  if (ifNoneMatch?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag) === true) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
}

/** A JSON answer to what changed something: never kept. */
export function freshAnswer(body: unknown): Response {
  return new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** The bytes of a file, always to be kept and never to be shown by the browser itself. */
export function fileAnswer({ fileName, mediaType, bytes }: FileAnswer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'private, no-store',
    },
  });
}
