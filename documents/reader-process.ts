import { RuleViolation } from '../domain/errors.ts';
import { documentRefusal } from './document-refusal.ts';
import { guardProcess } from './process-guard.ts';
import { readByKind } from './read-by-kind.ts';
import type { ReaderAnswer, ReaderQuestion } from './reader-message.ts';

/** Entry point of the process that reads one document, answers and ends; it may read the program's files and nothing else. */
process.once('message', (question: ReaderQuestion) => {
  guardProcess(question.limits);
  void answer(question).then((said) => process.send?.(said, () => process.disconnect()));
});

async function answer(question: ReaderQuestion): Promise<ReaderAnswer> {
  try {
    return { ok: true, value: await read(question) };
  } catch (error) {
    const cause = causeText(error);
    if (error instanceof RuleViolation) return { ok: false, code: error.code, message: error.message, cause };
    const { code, message } = documentRefusal(
      'document-damaged',
      '的内容无法读取，可能已损坏；请用办公软件打开后另存一份再导入。',
    );
    return { ok: false, code, message, cause };
  }
}

async function read(question: ReaderQuestion) {
  if (question.kind !== 'filled-in') return readByKind(question);
  const { readFilledInSheet } = await import('./xlsx/read-filled-in-sheet.ts');
  return readFilledInSheet(question.bytes, question.limits);
}

/** Where the trouble began, for the person who looks after duban. */
function causeText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? (error.stack ?? error.message) : causeText(error.cause);
}
