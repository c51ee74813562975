import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { documentLimits } from '../documents/document-limits.ts';
import { type ReadDocument, readDocument } from '../documents/read-document.ts';
import type { SheetCorrection } from '../documents/sheet-mapping.ts';
import { UsageError } from './exit-codes.ts';

/** A notice as it came in: its bytes, and the text that all spans count in, with where that text comes from. */
export interface NoticeFile extends ReadDocument {
  readonly fileName: string;
  readonly original: Uint8Array;
}

/** Reads a notice of any kind that duban knows; what cannot be read is refused with the name of the file and what to do. */
export async function noticeText(path: string, corrections: readonly SheetCorrection[] = []): Promise<NoticeFile> {
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new UsageError(`找不到文件“${path}”，请核对文件名和所在目录。`);
  // A file far too large is not even loaded.
  const { mostBytes } = documentLimits;
  if (info.size > mostBytes)
    throw new UsageError(
      `文件“${path}”有 ${info.size} 字节，超过上限 ${mostBytes} 字节，请删去图片等附带内容后另存再导入。`,
    );
  const fileName = basename(path);
  const original = await readFile(path);
  return { fileName, original, ...(await readDocument(original, fileName, { corrections })) };
}
