import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { inheritedEnv } from '../config/inherited-env.ts';

const root = resolve(import.meta.dirname, '..');
const built = join(root, 'dist/web');
const stampFile = join(built, '.sources');
const sources = ['web', 'domain', 'api/schemas', 'vite.config.ts', 'package-lock.json', 'scripts/build-web.ts'];

/** Builds the web interface into dist/web, each file also compressed; does nothing where it is built from these very sources. */
export function buildWeb(): 'built' | 'present' {
  const stamp = stampOf();
  if (presentStamp() === stamp) return 'present';
  runVite();
  for (const file of filesUnder(built)) compress(file);
  writeFileSync(stampFile, stamp);
  return 'built';
}

// A process of its own: within the tests NODE_ENV would make it the development build.
function runVite(): void {
  const program = join(root, 'node_modules/vite/bin/vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    env: inheritedEnv({ NODE_ENV: 'production' }),
  });
  if (status !== 0) throw new Error(`网页未能生成：\n${stdout}\n${stderr}`);
}

function presentStamp(): string | null {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}

function stampOf(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(join(root, source)).toSorted()) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(path: string): readonly string[] {
  if (path.endsWith('.ts') || path.endsWith('.json')) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

// The page itself is not: the server writes a nonce into each answer.
function compress(file: string): void {
  if (!/\.(js|css|svg)$/.test(file)) return;
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
}
