import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noncePlaceholder } from '../../../api/schemas/page-nonce.ts';
import { buildWeb } from '../../../scripts/build-web.ts';
import { type ApiBed, apiBed } from '../../api/api-bed.ts';

const webFolder = resolve('dist/web');

describe('the built interface, as the API serves it', () => {
  let bed: ApiBed;
  let script = '';
  let page = '';
  beforeAll(async () => {
    buildWeb();
    bed = await apiBed({ webFolder });
    page = await (await bed.ask('/')).text();
    script = page.match(/src="(\/assets\/[^"]+\.js)"/)?.[1] ?? '';
  }, 240_000);
  afterAll(() => bed.close());

  it.each([
    { accepted: 'gzip, deflate, br, zstd', encoding: 'br', unpack: brotliDecompressSync },
    { accepted: 'gzip', encoding: 'gzip', unpack: gunzipSync },
    { accepted: 'identity', encoding: null, unpack: (bytes: Buffer) => bytes },
  ])('keeps a script for a year, compressed as the browser can take it: $accepted', async (how) => {
    const answer = await bed.ask(script, { headers: { 'accept-encoding': how.accepted } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('content-encoding')).toBe(how.encoding);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('vary')).toBe('accept-encoding');
    const bytes = how.unpack(Buffer.from(await answer.arrayBuffer()));
    expect(bytes.equals(readFileSync(`${webFolder}${script}`))).toBe(true);
  });

  it('gives its one page anew each time, under a nonce of that answer alone', async () => {
    const [first, second] = [await bed.ask('/'), await bed.ask('/login?to=%2F')];
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const nonces = [first, second].map(
      ({ headers }) => headers.get('content-security-policy')?.match(/'nonce-([^']+)'/)?.[1] ?? '',
    );
    expect(new Set(nonces).size).toBe(2);
    const text = await first.text();
    expect(text).toContain(`nonce="${nonces[0]}"`);
    expect(text).not.toContain(noncePlaceholder);
  });

  it.each([
    '/login',
    '/plans/7b0f/register',
    '/whatever.html',
    '/一览',
    '/%E4%B8',
    '/.vite/manifest.json',
    '/../package.json',
  ])('answers %s with its page: what stands there is for the page to say', async (path) => {
    const answer = await bed.ask(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(await answer.text()).toContain('<div id="root">');
  });

  it.each(['/assets/of-an-earlier-build.js', '/api/nothing', '/api'])('has no page for %s', async (path) => {
    const answer = await bed.ask(path);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 404, code: 'unknown-route' });
  });
});
