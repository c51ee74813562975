import { RuleViolation } from '../domain/errors.ts';
import { documentRefusal } from './document-refusal.ts';
import { readDocx } from './docx/read-docx.ts';
import { readHtml } from './html/read-html.ts';
import { guardProcess } from './process-guard.ts';
import type { ReadText } from './read-text.ts';
import type { ReaderAnswer, ReaderQuestion } from './reader-message.ts';

/** Entry point of the process that reads one document, answers and ends; it may read the program's files and nothing else. */
process.once('message', (question: ReaderQuestion) => {
  guardProcess(question.limits);
  void answer(question).then((said) => process.send?.(said, () => process.disconnect()));
});

async function answer(question: ReaderQuestion): Promise<ReaderAnswer> {
  try {
    const value = await read(question);
    assertSize(value, question);
    return { ok: true, value };
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

/** The readers of workbooks and PDF files are large: each is loaded only for its own kind. */
async function read({ kind, bytes, limits, corrections }: ReaderQuestion): Promise<ReadText> {
  switch (kind) {
    case 'html':
      return readHtml(bytes);
    case 'docx':
      return readDocx(bytes, limits);
    case 'xlsx': {
      const { readXlsx } = await import('./xlsx/read-xlsx.ts');
      return readXlsx(bytes, limits, corrections);
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return readPdf(bytes, limits);
    }
  }
}

function assertSize({ text }: ReadText, { limits }: ReaderQuestion): void {
  if (text.length > limits.mostCharacters)
    throw documentRefusal('document-too-large', `的文字超过 ${limits.mostCharacters} 字，请拆分后导入。`);
  if (text.trim() === '') throw documentRefusal('document-no-text', '中没有读出文字，请核对是否选错了文件。');
}

/** Where the trouble began, for the person who looks after duban. */
function causeText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? (error.stack ?? error.message) : causeText(error.cause);
}
