import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ChildPlan } from './process-group.ts';

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user that PostgreSQL runs as, or null for this process's own: PostgreSQL refuses to run as root, so there the
 * system user `postgres` does it, and is made where it is missing.
 */
export function postgresUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const known = systemUser('postgres');
  if (known !== null) return known;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
  } catch (cause) {
    throw new Error(
      'PostgreSQL 不能以 root 身份运行，而系统用户 postgres 不存在且未能自动建立：请先建立该用户，或改用普通用户启动，或用 DATABASE_URL 指定现有数据库。',
      { cause },
    );
  }
  return systemUser('postgres');
}

function systemUser(name: string): SystemUser | null {
  const idOf = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return null;
  }
}

/**
 * The command, to be run as `user`. Where a folder above one of `paths` is closed to that user (a clone under /root),
 * the process keeps root's right to pass through folders, and no other.
 */
export function runAs(
  user: SystemUser | null,
  command: string,
  args: readonly string[],
  paths: readonly string[],
): Pick<ChildPlan, 'command' | 'args' | 'user'> {
  if (user === null) return { command, args };
  const closed = paths.find((path) => !mayPass(path, user));
  if (closed === undefined) return { command, args, user };
  if (!isInstalled('/usr/bin/setpriv')) {
    throw new Error(
      `系统用户 postgres 无法进入 ${closed}：请把工程放到它能进入的目录，或用 DUBAN_HOME 指定其他状态目录，或改用普通用户启动。`,
    );
  }
  const rights = [
    '--inh-caps=-all,+dac_read_search',
    '--ambient-caps=-all,+dac_read_search',
    // access(2), by which PostgreSQL looks for its own programs, otherwise leaves every right of this user out of account.
    '--securebits=+no_setuid_fixup',
  ];
  const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  return { command: '/usr/bin/setpriv', args: [...identity, ...rights, '--', command, ...args] };
}

function isInstalled(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function mayPass(path: string, { uid, gid }: SystemUser): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid: owner, gid: group } = statSync(folder);
      const passes = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001;
      if (passes === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
