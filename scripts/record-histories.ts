import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/**
 * Records a run of every workflow type and ending into test/replay/histories, by playing them on a real engine. Histories that are
 * there stay as they are; a new path through a workflow is recorded under a new name.
 */
const root = resolve(import.meta.dirname, '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'test/replay/recording/vitest.config.ts'], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
