import { decodeText } from './decode-text.ts';
import type { DocumentLimits } from './document-limits.ts';
import { documentRefusal } from './document-refusal.ts';
import type { Origin } from './origin.ts';
import type { ReadText } from './read-text.ts';

/** A text file is its own text, character by character: spans in it count in the file's content. */
export function readPlainText(bytes: Uint8Array, { mostCharacters }: DocumentLimits): ReadText {
  const text = decodeText(bytes);
  if (text.length > mostCharacters)
    throw documentRefusal('document-too-large', `有 ${text.length} 字，超过上限 ${mostCharacters} 字，请拆分后导入。`);
  return { text, origins: lineOrigins(text), remarks: [], sheets: [] };
}

function lineOrigins(text: string): Origin[] {
  const origins: Origin[] = [];
  for (let start = 0; start < text.length;) {
    origins.push({ start, place: { kind: 'line', line: origins.length + 1 } });
    const end = text.indexOf('\n', start);
    start = end === -1 ? text.length : end + 1;
  }
  return origins;
}
