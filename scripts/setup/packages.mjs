import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure, say, succeeds } from './run.mjs';

/** Installs the npm packages where they are missing or not those that package.json and its lock file name. */
export function installPackages(root) {
  if (arePackagesInstalled(root)) return;
  say('正在安装 npm 软件包（首次约一分钟）……');
  const quiet = ['--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  if (npm(root, ['ci', ...quiet]) && arePackagesInstalled(root)) return;
  // A registry that lacks other systems' packages makes `npm ci` refuse a lock file from which this machine could install.
  say('npm ci 未成功，改用 npm install ……');
  if (npm(root, ['install', '--no-save', ...quiet]) && arePackagesInstalled(root)) return;
  throw new SetupFailure('npm 软件包安装失败（详情见上）：请检查网络与 npm 的 registry 设置后重新执行。');
}

function npm(root, args) {
  const cli = process.env.npm_execpath;
  const isNpm = cli !== undefined && /npm-cli\.[cm]?js$/.test(cli);
  return isNpm ? succeeds(process.execPath, [cli, ...args], { cwd: root }) : succeeds('npm', args, { cwd: root });
}

/**
 * Compares what npm wrote down of its last installation with what is wanted now. Packages that a lock file marks as
 * optional or as another system's may be missing.
 */
export function arePackagesInstalled(root) {
  const installed = readJson(join(root, 'node_modules/.package-lock.json'))?.packages;
  if (installed === undefined) return false;
  const { dependencies, devDependencies } = readJson(join(root, 'package.json'));
  const named = Object.entries({ ...dependencies, ...devDependencies });
  const locked = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const isLockCurrent = named.every(([name, version]) => locked[`node_modules/${name}`]?.version === version);
  const wanted = isLockCurrent
    ? Object.entries(locked).filter(([path, { optional, link }]) => path !== '' && !optional && !link)
    : named.map(([name, version]) => [`node_modules/${name}`, { version }]);
  return wanted.every(([path, { version }]) => installed[path]?.version === version && existsSync(join(root, path)));
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
