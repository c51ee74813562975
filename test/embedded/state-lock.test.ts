import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { identityOf, isRunning } from '../../embedded/process-identity.ts';
import { writePartsFile } from '../../embedded/parts-file.ts';
import { holderOf, takeLock } from '../../embedded/state-lock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const addresses = {
  databaseUrl: 'postgresql://app@127.0.0.1:1/duban',
  migrationUrl: 'postgresql://owner@127.0.0.1:1/duban',
  temporalAddress: '127.0.0.1:2',
  namespace: 'duban',
  smtpUrl: 'smtp://127.0.0.1:3',
  sandboxSmtpUrl: 'smtp://127.0.0.1:3',
  mailboxDir: null,
};

function sleeper() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  onTestFinished(() => void child.kill('SIGKILL'));
  const identity = identityOf(child.pid ?? 0);
  if (identity === null) throw new Error('no sleeper');
  return { child, identity };
}

describe('the lock of a state directory', () => {
  it('is refused while its process is running, with the process and what to do', async () => {
    const home = temporaryFolder();
    const { identity } = sleeper();
    writeFileSync(join(home, 'lock'), JSON.stringify(identity));
    await expect(takeLock(home)).rejects.toThrow(new RegExp(`进程号 ${identity.pid}.*Ctrl-C.*DUBAN_HOME`));
    expect(holderOf(home)).toEqual(identity);
  });

  it('is taken over from a process that has died', async () => {
    const home = temporaryFolder();
    const { child, identity } = sleeper();
    writeFileSync(join(home, 'lock'), JSON.stringify(identity));
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    const release = await takeLock(home);
    expect(holderOf(home)?.pid).toBe(process.pid);
    release();
    expect(existsSync(join(home, 'lock'))).toBe(false);
  });

  it('is taken over when its number is another process now', async () => {
    const home = temporaryFolder();
    writeFileSync(
      join(home, 'lock'),
      JSON.stringify({ pid: process.pid, startedAt: 'before the restart of the machine' }),
    );
    const release = await takeLock(home);
    expect(holderOf(home)?.pid).toBe(process.pid);
    release();
  });

  it('is taken over when a crash left it damaged', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'lock'), '{"pid":');
    const release = await takeLock(home);
    expect(holderOf(home)?.pid).toBe(process.pid);
    release();
  });

  it('is given to one of many that ask at once', async () => {
    const home = temporaryFolder();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(home)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is taken only after the processes that the dead start left behind have ended', async () => {
    const home = temporaryFolder();
    const { identity } = sleeper();
    writePartsFile(home, addresses, [identity]);
    const release = await takeLock(home);
    expect(isRunning(identity)).toBe(false);
    release();
  });
});
