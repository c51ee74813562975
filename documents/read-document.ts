import { createHash } from 'node:crypto';
import type { Sha256 } from '../domain/canonical.ts';
import { RuleViolation } from '../domain/errors.ts';
import { askReaderProcess } from './ask-reader-process.ts';
import { type DocumentKind, documentKind } from './document-kind.ts';
import { type DocumentLimits, documentLimits } from './document-limits.ts';
import { documentRefusal } from './document-refusal.ts';
import { readPlainText } from './read-plain-text.ts';
import type { ReadText } from './read-text.ts';
import type { SheetCorrection } from './sheet-mapping.ts';

/** A document as one text, with the places that the text comes from. */
export interface ReadDocument extends ReadText {
  readonly kind: DocumentKind;
  /** Of the file as it came in. */
  readonly sha256: Sha256;
}

/** What may be said about a document beyond its bytes. */
export interface ReadDocumentOptions {
  /** For workbooks only: what a person corrected after seeing how the columns were understood. */
  readonly corrections?: readonly SheetCorrection[];
  readonly limits?: DocumentLimits;
}

/**
 * Reads a document that somebody handed in. One that cannot be read is refused with a `RuleViolation` whose code is a
 * `DocumentRefusalCode`, and whose message names the file and what to do.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  options: ReadDocumentOptions = {},
): Promise<ReadDocument> {
  const { corrections = [], limits = documentLimits } = options;
  try {
    assertSize(bytes, limits);
    const kind = documentKind(bytes, fileName);
    if (kind !== 'xlsx' && corrections.length > 0)
      throw documentRefusal('document-wrong-mapping', '不是工作簿，不能指定各列的含义。');
    const read =
      kind === 'text' ? readPlainText(bytes, limits) : await askReaderProcess({ kind, bytes, limits, corrections });
    return { ...read, kind, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    const named = new RuleViolation(error.code, `文件“${fileName}”${error.message}`);
    named.cause = error.cause;
    throw named;
  }
}

function assertSize({ byteLength }: Uint8Array, { mostBytes }: DocumentLimits): void {
  if (byteLength === 0) throw documentRefusal('document-empty', '是空的，请核对是否选错了文件。');
  if (byteLength > mostBytes)
    throw documentRefusal(
      'document-too-large',
      `有 ${byteLength} 字节，超过上限 ${mostBytes} 字节；请删去图片等附带内容后另存再导入。`,
    );
}
