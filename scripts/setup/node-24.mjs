import { join } from 'node:path';
import { SetupFailure, outputOf, say, succeeds } from './run.mjs';

/** Makes sure that npm brought Node 24, which runs duban, beside whatever Node the machine has; returns its path. */
export function ensureNode24(root) {
  const node = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const isThere = () => outputOf(node, ['--version'])?.startsWith('v24.') === true;
  if (isThere()) return node;
  // An npm that is set to run no install scripts leaves the package without its program.
  say('正在补装 Node 24 ……');
  if (succeeds('npm', ['rebuild', 'node', '--ignore-scripts=false'], { cwd: root }) && isThere()) return node;
  throw new SetupFailure(
    'npm 软件包 node@24 未能装好：请确认 npm 允许执行安装脚本（npm config get ignore-scripts 应为 false），然后删除 node_modules 重新执行。',
  );
}
