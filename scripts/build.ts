import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DefaultLogger } from '@temporalio/worker';
import { bundleWorkflows } from '../worker/workflow-bundle.ts';
import { buildWeb } from './build-web.ts';

/**
 * `npm run build` bundles the workflows once, so that all workers of a deployment run the same code and start sooner, and
 * builds the web interface, which the API serves.
 */
const folder = resolve(import.meta.dirname, '../dist');
const file = join(folder, 'workflow-bundle.js');

const { code } = await bundleWorkflows(new DefaultLogger('WARN'));
await mkdir(folder, { recursive: true });
await writeFile(file, code);
console.log(`已生成 ${file}（${Math.round(code.length / 1024)} KiB）。`);
console.log(buildWeb() === 'built' ? `已生成 ${join(folder, 'web')}。` : `${join(folder, 'web')} 已是最新。`);
