import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const built = resolve(import.meta.dirname, '../../dist/web');
let chunks: Readonly<Record<string, Chunk>> = {};

function needed(name: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(name)) return known;
  known.add(name);
  for (const other of chunks[name]?.imports ?? []) needed(other, known);
  return known;
}

/** Kilobytes of script, gzip, that the browser loads until a page with these parts stands. */
function kilobytes(...parts: readonly string[]): number {
  for (const part of parts) expect(chunks, `${part} is a chunk`).toHaveProperty([part]);
  const names = new Set(parts.flatMap((part) => [...needed(part)]));
  const sizes = [...names].map(
    (name) => gzipSync(readFileSync(resolve(built, chunks[name]?.file ?? '')), { level: 9 }).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

describe('the built interface', () => {
  beforeAll(() => {
    buildWeb();
    chunks = JSON.parse(readFileSync(resolve(built, '.vite/manifest.json'), 'utf8')) as typeof chunks;
  }, 120_000);

  it('loads at most 215 kB of script for the login', () => {
    expect(kilobytes('index.html', 'pages/login-page.tsx')).toBeLessThanOrEqual(215);
  });

  it('loads at most 350 kB of script for the first list', () => {
    const parts = ['index.html', 'blocks/frame/frame.tsx'];
    expect(kilobytes(...parts, 'desks/office/register-page.tsx')).toBeLessThanOrEqual(350);
    expect(kilobytes(...parts, 'desks/unit/desk-page.tsx')).toBeLessThanOrEqual(350);
  });

  it('names no address outside the host that serves it', () => {
    const page = readFileSync(resolve(built, 'index.html'), 'utf8');
    expect(page.match(/(src|href)="(?!\/)[^"]*"/g)).toBeNull();
  });
});
