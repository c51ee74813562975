import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { type Crash, createProcessGroup } from '../../embedded/process-group.ts';
import { identityOf, isRunning } from '../../embedded/process-identity.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const script = (text: string) => ({ command: process.execPath, args: ['-e', text] });
const groupModule = join(import.meta.dirname, '../../embedded/process-group.ts');

describe('a group of processes', () => {
  it('reports a child that ends by itself, with its last words', async () => {
    const logFile = join(temporaryFolder(), 'part.log');
    const crashes: Crash[] = [];
    const group = createProcessGroup((crash) => crashes.push(crash));
    const child = group.start({ name: '零件', ...script(`console.log('no more room'); process.exit(7)`), logFile });
    await child.exited;
    expect(crashes).toEqual([{ name: '零件', cause: '退出码 7', logFile, lastLines: 'no more room' }]);
    await group.stop();
  });

  it('reports a program that is not there', async () => {
    const crashes: Crash[] = [];
    const group = createProcessGroup((crash) => crashes.push(crash));
    const logFile = join(temporaryFolder(), 'part.log');
    await group.start({ name: '零件', command: '/nowhere/at-all', args: [], logFile }).exited;
    expect(crashes).toMatchObject([{ name: '零件', cause: expect.stringContaining('无法启动') }]);
    await group.stop();
  });

  it('ends its children one by one, the latest first, and reports none of them', async () => {
    const logFile = join(temporaryFolder(), 'part.log');
    const crashes: Crash[] = [];
    const group = createProcessGroup((crash) => crashes.push(crash));
    const talker = (name: string) =>
      script(
        `process.on('SIGTERM', () => { console.log('end ${name}'); process.exit() }); console.log('up'); setInterval(() => {}, 1000)`,
      );
    for (const name of ['database', 'worker']) {
      group.start({ name, ...talker(name), logFile });
    }
    await expect.poll(() => readFileSync(logFile, 'utf8')).toBe('up\nup\n');
    await group.stop();
    expect(readFileSync(logFile, 'utf8')).toBe('up\nup\nend worker\nend database\n');
    expect(crashes).toEqual([]);
  });

  it('leaves no child behind when its own process is killed with -9', async () => {
    const logFile = join(temporaryFolder(), 'part.log');
    const text = `
      import { createProcessGroup } from ${JSON.stringify(groupModule)};
      const group = createProcessGroup(() => {});
      const child = group.start({ name: 'a', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], logFile: ${JSON.stringify(logFile)} });
      console.log(child.pid);
      setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ['--input-type=module-typescript', '-e', text], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve) =>
      createInterface({ input: starter.stdout }).once('line', (line) => resolve(Number(line))),
    );
    const orphan = identityOf(pid);
    if (orphan === null) throw new Error('the child did not start');
    starter.kill('SIGKILL');
    await expect.poll(() => isRunning(orphan)).toBe(false);
  });
});
