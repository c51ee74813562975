import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { SetupFailure, outputOf, say, succeeds } from './run.mjs';

// The newest release that Go can install by name; later ones replace a module of their own.
const goPackage = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
const program = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

/**
 * Finds or builds the Temporal server and notes where it is: the one given by TEMPORAL_ADDRESS, `temporal` on the PATH,
 * the one kept from an earlier set-up, what the SDK downloads, what Go builds.
 */
export function ensureTemporalServer(root, node24) {
  if ((process.env.TEMPORAL_ADDRESS ?? '') !== '') return;
  const noteFile = join(root, 'node_modules/.cache/duban/temporal-server.path');
  if (existsSync(noteFile) && existsSync(readFileSync(noteFile, 'utf8').trim())) return;
  const kept = join(keptFolder(), program);
  const found = onPath() ?? (isUsable(kept) ? kept : null) ?? downloaded(root, node24, kept) ?? built(kept);
  if (found === null) throw new SetupFailure(nothingWorked);
  mkdirSync(dirname(noteFile), { recursive: true });
  writeFileSync(noteFile, `${found}\n`);
}

const nothingWorked = `没有可用的 Temporal 服务端，下列办法都未成功：
  1. TEMPORAL_ADDRESS 指定现有服务（未设置）
  2. PATH 中的 temporal 命令（没有，或版本低于 Server 1.25）
  3. 以前准备好的程序（${keptFolder()} 中没有）
  4. 由 Temporal SDK 下载（本机网络可能无法访问其下载地址）
  5. go install ${goPackage}（需要 Go 1.24 以上并能访问 Go 模块代理）
请任选其一：安装 Temporal CLI 并放入 PATH，或安装 Go，或设置 TEMPORAL_ADDRESS，然后重新执行。`;

// Per user and outside the project: it takes minutes to build, and neither a reset nor a new clone may lose it.
function keptFolder() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'duban', 'temporal-cli-1.5.1');
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file) && isUsable(file)) ?? null;
}

function isUsable(file) {
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(outputOf(file, ['--version']) ?? '') ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 25);
}

function downloaded(root, node24, kept) {
  say('正在由 Temporal SDK 下载服务端 ……');
  const folder = mkdtempSync(join(tmpdir(), 'duban-temporal-'));
  try {
    // A network that swallows packets must not hold set-up for ever.
    const limit = { timeout: 300_000, cwd: root };
    const file = outputOf(node24, [join(root, 'scripts/setup/download-temporal.mjs'), folder], limit);
    return file !== null && isUsable(file) ? keep(file, kept) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function built(kept) {
  if (outputOf('go', ['version']) === null) return null;
  say('下载未成功，正在用 Go 编译 Temporal 服务端（约三分钟，仅此一次）……');
  const folder = mkdtempSync(join(tmpdir(), 'duban-temporal-'));
  try {
    const env = { ...process.env, GOBIN: folder, GOFLAGS: '' };
    const file = join(folder, program);
    return succeeds('go', ['install', goPackage], { env, cwd: folder }) && isUsable(file) ? keep(file, kept) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Copied beside its place and then renamed, so that a set-up that is broken off leaves no half program behind.
function keep(file, kept) {
  mkdirSync(dirname(kept), { recursive: true });
  const draft = `${kept}.${process.pid}`;
  copyFileSync(file, draft);
  renameSync(draft, kept);
  return kept;
}
