/** `npm run reset`: hands over to Node 24, which knows how a running duban is told from one that has died. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const node24 = join(root, 'node_modules/.bin/node');

if (existsSync(node24)) {
  process.exitCode = spawnSync(node24, [join(root, 'embedded/reset.ts')], { stdio: 'inherit' }).status ?? 1;
} else {
  process.stderr.write('尚未准备好：请先执行 npm run setup。\n');
  process.exitCode = 1;
}
