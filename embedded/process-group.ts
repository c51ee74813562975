import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inheritedEnv } from '../config/inherited-env.ts';
import { type ProcessIdentity, identityOf } from './process-identity.ts';

/** What to run and how to end it. */
export interface ChildPlan {
  /** In Chinese, as messages name it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Everything the child writes is added to this file. */
  readonly logFile: string;
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The user to run as, where this process may choose one. */
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly stopSignal?: 'SIGINT' | 'SIGTERM';
  /** How long an ordered end may take before SIGKILL; half a minute where nothing else is said. */
  readonly patienceMs?: number;
}

/** A running part. */
export interface Child extends ProcessIdentity {
  readonly name: string;
  /** Resolves when the process has ended, however it ended. */
  readonly exited: Promise<void>;
  readonly isAlive: () => boolean;
  /** Ends it in order, with SIGKILL when its patience is over; resolves when it has ended. */
  readonly stop: () => Promise<void>;
  /** Ends it at once with SIGKILL, as a crash would, but unreported. */
  readonly kill: () => Promise<void>;
}

/** An ending that nobody asked for. */
export interface Crash {
  readonly name: string;
  /** What ended it, in Chinese. */
  readonly cause: string;
  readonly logFile: string;
  readonly lastLines: string;
}

/** The processes that one start owns: they are ended in the reverse order of their start, and never outlive it. */
export interface ProcessGroup {
  readonly start: (plan: ChildPlan) => Child;
  readonly stop: () => Promise<void>;
}

/** Starts a group; `onCrash` hears of every child that ends without having been asked to. */
export function createProcessGroup(onCrash: (crash: Crash) => void): ProcessGroup {
  const children: Child[] = [];
  const warden = startWarden();
  const start = (plan: ChildPlan): Child => {
    const child = startChild(plan, (crash) => onCrash(crash));
    warden.guard(child, plan.stopSignal ?? 'SIGTERM');
    void child.exited.then(() => warden.release(child));
    children.push(child);
    return child;
  };
  const stop = async (): Promise<void> => {
    for (const child of children.toReversed()) await child.stop();
    warden.end();
  };
  return { start, stop };
}

function startChild(plan: ChildPlan, onCrash: (crash: Crash) => void): Child {
  const log = openSync(plan.logFile, 'a', 0o600);
  // In a process group of its own: Ctrl-C reaches this process alone, which then ends its children in order.
  const spawned = spawn(plan.command, plan.args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: inheritedEnv(plan.env),
    ...(plan.cwd === undefined ? {} : { cwd: plan.cwd }),
    ...plan.user,
  });
  closeSync(log);
  let [isStopping, isAlive] = [false, true];
  const exited = new Promise<void>((resolve) => {
    const ended = (cause: string): void => {
      if (!isAlive) return;
      isAlive = false;
      resolve();
      if (!isStopping) onCrash({ ...crashOf(plan), cause });
    };
    spawned.once('error', (error) => ended(`无法启动：${error.message}`));
    spawned.once('exit', (code, signal) => ended(signal === null ? `退出码 ${code}` : `被信号 ${signal} 终止`));
  });
  const stop = async (): Promise<void> => {
    isStopping = true;
    if (isAlive) await endProcess(spawned, exited, plan);
  };
  const kill = async (): Promise<void> => {
    isStopping = true;
    if (isAlive) spawned.kill('SIGKILL');
    await exited;
  };
  const identity = identityOf(spawned.pid ?? 0) ?? { pid: spawned.pid ?? 0, startedAt: '' };
  return { ...identity, name: plan.name, exited, isAlive: () => isAlive, stop, kill };
}

function crashOf({ name, logFile }: ChildPlan): Omit<Crash, 'cause'> {
  return { name, logFile, lastLines: lastLinesOf(logFile) };
}

async function endProcess(child: ChildProcess, exited: Promise<void>, plan: ChildPlan): Promise<void> {
  child.kill(plan.stopSignal ?? 'SIGTERM');
  // A database with much to write, or a worker with an activity under way, may need a while; a hung one is not waited for.
  const lastResort = setTimeout(() => child.kill('SIGKILL'), plan.patienceMs ?? 30_000);
  await exited;
  clearTimeout(lastResort);
}

/** The end of a log, to be shown beside the name of the part that failed. */
export function lastLinesOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  } catch {
    return '';
  }
}

function startWarden() {
  const warden = spawn(process.execPath, [join(import.meta.dirname, 'warden.ts')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  warden.unref();
  const say = (...words: readonly (string | number)[]) =>
    warden.stdin.writable && warden.stdin.write(`${words.join('\t')}\n`);
  warden.stdin.on('error', () => {});
  return {
    guard: ({ pid, startedAt }: ProcessIdentity, signal: string) => say('guard', pid, startedAt, signal),
    release: ({ pid }: ProcessIdentity) => say('release', pid),
    end: () => warden.stdin.end(),
  };
}
