import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '@temporalio/common';
import { type WorkflowBundleOption, type WorkflowBundleWithSourceMap, bundleWorkflowCode } from '@temporalio/worker';
import { failureConverterPath } from './data-converter.ts';

const root = join(import.meta.dirname, '..');
const workflowsPath = join(root, 'workflows', 'index.ts');
const builtPath = join(root, 'dist', 'workflow-bundle.js');

/** Bundles the workflows, in about two seconds. */
export async function bundleWorkflows(
  logger: Logger,
  path: string = workflowsPath,
): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({ workflowsPath: path, failureConverterPath, logger });
}

/** The bundle that `npm run build` left, as long as nothing in it changed since; otherwise a new one. */
export async function presentWorkflows(logger: Logger): Promise<WorkflowBundleOption> {
  const built = await stat(builtPath).catch(() => null);
  if (built === null || (await newestSource()) > built.mtimeMs) return bundleWorkflows(logger);
  return { code: await readFile(builtPath, 'utf8') };
}

async function newestSource(): Promise<number> {
  const folders = ['workflows', 'domain'].map((name) => join(root, name));
  const listed = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  const sources = listed.flat().filter((entry) => entry.isFile());
  const times = await Promise.all(
    sources.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).mtimeMs),
  );
  return Math.max(...times);
}
