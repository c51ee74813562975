import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, type WorkflowBundleWithSourceMap, bundleWorkflowCode } from '@temporalio/worker';
import { failureConverterPath } from './data-converter.ts';

const workflowsPath = join(import.meta.dirname, '..', 'workflows', 'index.ts');

/** Bundles the workflows, in about two seconds; `npm run build` keeps the result so that every worker runs what was replayed. */
export async function bundleWorkflows(logger: Logger, path: string = workflowsPath): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({ workflowsPath: path, failureConverterPath, logger });
}

/** A bundle that was built before. */
export async function builtWorkflows(path: string): Promise<{ readonly code: string }> {
  return { code: await readFile(path, 'utf8') };
}
