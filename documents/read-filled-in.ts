import { RuleViolation } from '../domain/errors.ts';
import { askReaderProcess } from './ask-reader-process.ts';
import { documentKind } from './document-kind.ts';
import { type DocumentLimits, documentLimits } from './document-limits.ts';
import { documentRefusal } from './document-refusal.ts';
import type { FilledInRow } from './filled-in-row.ts';

/** Reads a sheet of ours that somebody filled in and handed in; any other file is refused, as `readDocument` refuses. */
export async function readFilledIn(
  bytes: Uint8Array,
  limits: DocumentLimits = documentLimits,
): Promise<readonly FilledInRow[]> {
  try {
    // It says what an encrypted or an old workbook is, and what to do with it.
    if (documentKind(bytes, '填报表.xlsx') !== 'xlsx')
      throw documentRefusal('document-wrong-mapping', '不是从本系统下载的填报表，请先下载填报表，填好后再上传。');
    return await askReaderProcess({ kind: 'filled-in', bytes, limits });
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    const named = new RuleViolation(error.code, `上传的文件${error.message}`);
    named.cause = error.cause;
    throw named;
  }
}
