import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UsageError } from './exit-codes.ts';

/** Far above any notice, far below what could hurt: the longest known has some 40,000 characters. */
const mostBytes = 5_000_000;

/** A notice as it came in: its bytes, and the text that all spans count in. */
export interface NoticeFile {
  readonly fileName: string;
  readonly original: Uint8Array;
  readonly text: string;
}

/** Reads a notice's text file; refuses what is no readable UTF-8 text, naming the file and what to do. */
export async function noticeText(path: string): Promise<NoticeFile> {
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new UsageError(`找不到文件“${path}”，请核对文件名和所在目录。`);
  if (info.size > mostBytes) throw new UsageError(`文件“${path}”有 ${info.size} 字节，超过上限 ${mostBytes} 字节。`);
  const original = await readFile(path);
  if (original.length === 0) throw new UsageError(`文件“${path}”是空的。`);
  return { fileName: basename(path), original, text: decoded(path, original) };
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.includes('\0')) throw new UsageError(`文件“${path}”不是文本文件，请另存为 UTF-8 文本后再导入。`);
    return text;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`文件“${path}”不是 UTF-8 编码的文本，请另存为 UTF-8 文本后再导入。`);
  }
}
