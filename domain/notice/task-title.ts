import { placeOf } from './lines.ts';
import { densePart, denseText, printedName, type SourceText } from './source-text.ts';
import type { Span } from './span.ts';

const longestTitle = 46;

/** The first line of a passage, or what a clause leaves of it. */
function firstLine(source: SourceText, [start, end]: Span, stop: number): Span {
  let from = start;
  while (from < end && /[\s*#]/.test(source.folded.charAt(from))) from += 1;
  const lineEnd = placeOf(source.folded, '\n', [from, end]);
  return [from, Math.min(stop, end, lineEnd === -1 ? end : lineEnd)];
}

/** The short title that opens a passage, or `null` where its first sentence is too long to be one. */
export function titleOf(source: SourceText, body: Span, stop: number): string | null {
  const line = firstLine(source, body, stop);
  const dense = denseText(source, line);
  const length = titleLength(dense.text, source.folded.slice(...line));
  if (length === null) return null;
  const part = densePart(dense, 0, length);
  const title = printedName(source, part, 0, part.text.length).replace(/[:：;；,，、*]+$/, '');
  return title === '' ? null : title;
}

function titleLength(text: string, spaced: string): number | null {
  if (/^(?:\(\d|[①-⑳])/.test(text)) return null;
  const stop = sentenceEnd(text);
  const end = stop === -1 ? text.length : stop;
  if (end <= longestTitle && end > 0) return end;
  const colon = text.indexOf(':');
  if (colon > 1 && colon <= 30 && colon < end && !/[,;。]/.test(text.slice(0, colon))) return colon;
  const words = spaced.trimStart().split(/ +/);
  const first = words[0] ?? '';
  return words.length > 1 && first.length >= 4 && first.length <= 30 && !/[,;:]/.test(first) ? first.length : null;
}

/** Where the first sentence ends; a stop inside quotation marks ends nothing. */
export function sentenceEnd(text: string): number {
  let quotes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (letter === '“') quotes += 1;
    else if (letter === '”' && quotes > 0) quotes -= 1;
    else if (letter === '。' && quotes === 0) return index;
  }
  return -1;
}
