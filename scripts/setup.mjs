/**
 * Makes a fresh clone ready to run: npm packages, Node 24, the Prisma client, a Temporal server. Runs on the machine's own
 * Node before every other script, so it is plain JavaScript, needs no package, and takes a moment when all is there.
 */
import { resolve } from 'node:path';
import { ensureNode24 } from './setup/node-24.mjs';
import { installPackages } from './setup/packages.mjs';
import { generatePrismaClient } from './setup/prisma-client.mjs';
import { SetupFailure } from './setup/run.mjs';
import { withSetupLock } from './setup/setup-lock.mjs';
import { ensureTemporalServer } from './setup/temporal-server.mjs';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');

try {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new SetupFailure(`需要 Node 20 或更高版本，当前为 ${process.version}。`);
  }
  await withSetupLock(root, () => {
    installPackages(root);
    const node24 = ensureNode24(root);
    generatePrismaClient(root, node24);
    ensureTemporalServer(root, node24);
  });
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  process.stderr.write(`[准备] ${error.message}\n`);
  process.exitCode = 1;
}
