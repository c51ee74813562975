import { documentRefusal } from './document-refusal.ts';
import { readDocx } from './docx/read-docx.ts';
import { readHtml } from './html/read-html.ts';
import type { ReadText } from './read-text.ts';
import type { TextQuestion } from './reader-message.ts';

/** Reads a document in this process, without bounds of memory and time: for the reading process, which has them. */
export async function readByKind(question: TextQuestion): Promise<ReadText> {
  const read = await readerOf(question);
  assertSize(read, question);
  return read;
}

/** The readers of workbooks and PDF files are large: each is loaded only for its own kind. */
async function readerOf({ kind, bytes, limits, corrections }: TextQuestion): Promise<ReadText> {
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

function assertSize({ text }: ReadText, { limits }: TextQuestion): void {
  if (text.length > limits.mostCharacters)
    throw documentRefusal('document-too-large', `的文字超过 ${limits.mostCharacters} 字，请拆分后导入。`);
  if (text.trim() === '') throw documentRefusal('document-no-text', '中没有读出文字，请核对是否选错了文件。');
}
