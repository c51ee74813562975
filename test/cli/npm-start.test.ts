import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runningParts } from '../../embedded/start-parts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { duban, settingsFor } from './run-duban.ts';

const script = resolve(import.meta.dirname, '../../embedded/start.ts');

interface Start {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** Resolves once the output says it; fails when the start ends before. */
  readonly says: (text: RegExp) => Promise<void>;
  /** The exit code, once everything that was started has ended. */
  readonly ended: Promise<number | null>;
}

function start(home: string): Start {
  const child = spawn(process.execPath, [script], { env: settingsFor(home), stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = async (text: RegExp): Promise<void> => {
    while (!text.test(output)) {
      const heard = await Promise.race([once(child.stdout, 'data').then(() => true), ended.then(() => false)]);
      if (!heard && !text.test(output)) throw new Error(`ended without saying ${text.source}:\n${output}`);
    }
  };
  return { process: child, output: () => output, says, ended };
}

describe('npm start', () => {
  it('is interrupted in the middle of the year, ends everything, and goes on with the same plan', async () => {
    const home = temporaryFolder();
    const first = start(home);
    await first.says(/^2022-08-1[6-9]　留痕 \d+ 条/m);
    const [, planId = ''] = /编号 ([0-9a-f-]{36})/.exec(first.output()) ?? [];
    const second = start(home);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/正由另一个 duban 进程（进程号 \d+）使用/);
    expect(second.output()).not.toContain('    at ');
    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(first.output()).toContain('已结束，状态保留在');
    expect(runningParts(home)).toBeNull();
    expect(existsSync(join(home, 'parts.json'))).toBe(false);
    const third = start(home);
    await third.says(new RegExp(`${planId}），接着进行[^]*^2022-`, 'm'));
    expect(await duban(home, 'status', planId.slice(0, 8))).toMatchObject({ status: 0, stderr: '' });
    third.process.kill('SIGINT');
    expect(await third.ended).toBe(0);
  });
});
