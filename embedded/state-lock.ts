import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLeftProcesses } from './parts-file.ts';
import { type ProcessIdentity, identityOf, isRunning } from './process-identity.ts';

/** Another process is using the state directory. */
export class StateInUse extends Error {
  override readonly name = 'StateInUse';
}

/**
 * Takes the lock of `home` for this process and returns what gives it back. The lock of a process that has died is
 * taken over, after the parts that it left running have ended.
 */
export async function takeLock(home: string): Promise<() => void> {
  const lock = join(home, 'lock');
  const own = JSON.stringify(identityOf(process.pid));
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    while (!linked(draft, lock)) dropStale(lock, home);
  } finally {
    rmSync(draft, { force: true });
  }
  await endLeftProcesses(home);
  return () => {
    if (readOrEmpty(lock) === own) rmSync(lock, { force: true });
  };
}

/** The process that uses `home` now, or null. */
export function holderOf(home: string): ProcessIdentity | null {
  const holder = parseHolder(readOrEmpty(join(home, 'lock')));
  return holder !== null && isRunning(holder) ? holder : null;
}

// A link to a finished file: the lock appears with its content, and only one of several at once succeeds.
function linked(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function dropStale(lock: string, home: string): void {
  const found = readOrEmpty(lock);
  const holder = parseHolder(found);
  if (holder !== null && isRunning(holder)) {
    throw new StateInUse(
      `状态目录 ${home} 正由另一个 duban 进程（进程号 ${holder.pid}）使用：请先在其窗口按 Ctrl-C 结束，或用 DUBAN_HOME 指定另一个目录。`,
    );
  }
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
    // Somebody else may have taken the stale lock over in between: then it is theirs, and goes back.
    if (readOrEmpty(aside) !== found) linked(aside, lock);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

async function endLeftProcesses(home: string): Promise<void> {
  const left = readLeftProcesses(home).filter(isRunning);
  for (const { pid } of left) process.kill(pid, 'SIGINT');
  for (let round = 0; round < 200 && left.some(isRunning); round++) await sleep(100);
  const deaf = left.filter(isRunning);
  for (const { pid } of deaf) process.kill(pid, 'SIGKILL');
  while (deaf.some(isRunning)) await sleep(20);
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function parseHolder(text: string): ProcessIdentity | null {
  try {
    const { pid, startedAt } = JSON.parse(text) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : null;
  } catch {
    return null;
  }
}
