import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Hono } from 'hono';
import { noncePlaceholder } from '../schemas/page-nonce.ts';
import type { ApiEnv } from './api-env.ts';
import { newNonce } from './nonce.ts';
import { pagePolicy } from './security-headers.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves the built web: hashed files for ever and compressed, and its one page for every address that is not the API's. */
export function mountWeb(app: Hono<ApiEnv>, folder: string): void {
  app.get('*', async (c, next) => {
    const { path } = c.req;
    if (path === '/api' || path.startsWith('/api/')) return next();
    const file = fileWithin(folder, path);
    // A script of an earlier build is gone: the page in its place would only be taken for a broken script.
    if (file === null && path.startsWith('/assets/')) return next();
    if (file === null || extname(path) === '' || extname(path) === '.html') {
      const nonce = newNonce();
      const page = await readFile(join(folder, 'index.html'), 'utf8');
      c.header('content-security-policy', pagePolicy(nonce));
      c.header('cache-control', 'no-cache');
      return c.html(page.replaceAll(noncePlaceholder, nonce));
    }
    const encoding = bestEncoding(c.req.header('accept-encoding') ?? '', file);
    const bytes = await readFile(encoding === null ? file : `${file}.${endings[encoding]}`);
    const headers = new Headers({
      'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
    });
    if (encoding !== null) headers.set('content-encoding', encoding);
    return new Response(new Uint8Array(bytes), { headers });
  });
}

const endings = { br: 'br', gzip: 'gz' } as const;

function bestEncoding(accepted: string, file: string): keyof typeof endings | null {
  const offered = accepted.split(',').map((each) => each.split(';')[0]?.trim());
  const found = (['br', 'gzip'] as const).find(
    (each) => offered.includes(each) && existsSync(`${file}.${endings[each]}`),
  );
  return found ?? null;
}

function fileWithin(folder: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  // What the build notes for itself begins with a dot.
  if (decoded.includes('\0') || decoded.split('/').some((part) => part.startsWith('.'))) return null;
  const file = normalize(join(folder, decoded));
  const isInside = file.startsWith(`${normalize(folder)}${sep}`);
  return isInside && extname(file) !== '' && existsSync(file) ? file : null;
}

/** The folder of the built web; null where it was not built. */
export function builtWeb(folder: string): string | null {
  return existsSync(join(folder, 'index.html')) ? folder : null;
}
