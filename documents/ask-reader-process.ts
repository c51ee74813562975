import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { RuleViolation } from '../domain/errors.ts';
import type { DocumentLimits } from './document-limits.ts';
import { documentRefusal } from './document-refusal.ts';
import type { FilledInRow } from './filled-in-row.ts';
import type { ReadText } from './read-text.ts';
import {
  type ReaderAnswer,
  type ReaderQuestion,
  type RowsQuestion,
  type TextQuestion,
  readerAnswer,
} from './reader-message.ts';

const entryPoint = resolve(import.meta.dirname, 'reader-process.ts');
const program = resolve(import.meta.dirname, '..');

/**
 * Reads a document in a process of its own, which has no environment, no writing, no native code, and bounds of memory and time: a
 * parser that a hostile file crashes, fills or traps takes nothing with it.
 */
export async function askReaderProcess(question: TextQuestion): Promise<ReadText>;
export async function askReaderProcess(question: RowsQuestion): Promise<readonly FilledInRow[]>;
export async function askReaderProcess(question: ReaderQuestion): Promise<ReadText | readonly FilledInRow[]> {
  const reader = fork(entryPoint, [], {
    execArgv: execArguments(question.limits),
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const answer = await firstAnswer(reader, question);
  if (answer.ok) return answer.value;
  const refusal = new RuleViolation(answer.code, answer.message);
  refusal.cause = answer.cause;
  throw refusal;
}

function execArguments({ mostMemoryMiB }: DocumentLimits): string[] {
  return [
    '--permission',
    `--allow-fs-read=${program}/*`,
    // For the guard alone, which needs a thread.
    '--allow-worker',
    '--disallow-code-generation-from-strings',
    // Half for the heap: the document itself and its unpacked parts lie outside of it.
    `--max-old-space-size=${Math.ceil(mostMemoryMiB / 2)}`,
  ];
}

/** Its answer, or a refusal when it ends without one; on return the process is gone. */
async function firstAnswer(reader: ChildProcess, question: ReaderQuestion): Promise<ReaderAnswer> {
  const { mostMilliseconds } = question.limits;
  const { promise, resolve: settle, reject } = Promise.withResolvers<ReaderAnswer>();
  const timer = setTimeout(() => {
    reject(
      documentRefusal(
        'document-too-slow',
        `在 ${Math.ceil(mostMilliseconds / 1_000)} 秒内没有读完，已停止读取；请用办公软件打开，删去多余内容后另存再导入。`,
      ),
    );
  }, mostMilliseconds);
  reader.on('message', (message) => {
    const answer = readerAnswer(message);
    if (answer !== null) settle(answer);
  });
  // After an answer these find the promise settled.
  reader.on('error', reject);
  reader.on('exit', () =>
    reject(
      documentRefusal(
        'document-too-heavy',
        '读取时占用内存过多或使读取程序中断，已停止读取；请用办公软件打开，删去多余内容后另存再导入。',
      ),
    ),
  );
  // Where sending fails, the reader has ended, and its end is heard of.
  reader.send(question, () => undefined);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    if (reader.pid !== undefined) await ended(reader);
  }
}

async function ended(reader: ChildProcess): Promise<void> {
  if (reader.exitCode !== null || reader.signalCode !== null) return;
  const exit = once(reader, 'exit');
  reader.kill('SIGKILL');
  await exit;
}
