import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DefaultLogger } from '@temporalio/worker';
import { bundleWorkflows } from '../worker/workflow-bundle.ts';

/** `npm run build` bundles the workflows once, so that all workers of a deployment run the same code and start sooner. */
const folder = resolve(import.meta.dirname, '../dist');
const file = join(folder, 'workflow-bundle.js');

const { code } = await bundleWorkflows(new DefaultLogger('WARN'));
await mkdir(folder, { recursive: true });
await writeFile(file, code);
console.log(`已生成 ${file}（${Math.round(code.length / 1024)} KiB）。`);
