import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { CaseFile } from './case-file.ts';
import type { PrintAnswer } from './print-process.ts';

const entryPoint = resolve(import.meta.dirname, 'print-process.ts');
const program = resolve(import.meta.dirname, '..', '..');
const mostMilliseconds = 90_000;

/**
 * Prints the case file 案卷 of a task as one PDF. Attachments come from anywhere and are opened page by page, so this is done in a
 * process of its own, bounded in memory and time and without any right to write; where an attachment ends it, none is opened: they
 * then stand in the list alone.
 */
export async function printCaseFile(file: CaseFile): Promise<Uint8Array> {
  const whole = await askedOnce(file);
  if (whole !== null) return whole;
  const listed = file.attachments.map((attachment) => ({ ...attachment, bytes: null }));
  const alone = await askedOnce({ ...file, attachments: listed });
  if (alone === null) throw new Error(`案卷无法打印：第${file.taskNumber}项任务`);
  return alone;
}

async function askedOnce(file: CaseFile): Promise<Uint8Array | null> {
  const printer = fork(entryPoint, [], {
    execArgv: ['--permission', `--allow-fs-read=${program}/*`, '--max-old-space-size=1024'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const { promise, resolve: settle } = Promise.withResolvers<PrintAnswer | null>();
  const timer = setTimeout(() => settle(null), mostMilliseconds);
  printer.on('message', (said: PrintAnswer) => settle(said));
  printer.on('error', () => settle(null));
  printer.on('exit', () => settle(null));
  // Where sending fails, the process has ended, and its end is heard of.
  printer.send(file, () => undefined);
  try {
    const said = await promise;
    return said?.ok === true ? said.bytes : null;
  } finally {
    clearTimeout(timer);
    await ended(printer);
  }
}

async function ended(printer: ChildProcess): Promise<void> {
  if (printer.pid === undefined || printer.exitCode !== null || printer.signalCode !== null) return;
  const exit = once(printer, 'exit');
  printer.kill('SIGKILL');
  await exit;
}
