import { type DenseText, densePart, denseText, type SourceText } from './source-text.ts';
import type { Span } from './span.ts';

// A line shorter than this that ends without a stop is a title or a name, not the wrapped part of a sentence.
const shortestWrappedLine = 24;

// Work within a sentence may grow with its square; a text without any stop is cut at a comma, or anywhere.
const longestSentence = 500;

/** The sentences of `spans` without blanks; a semicolon ends one too, a stop inside quotation marks ends none. */
export function sentencesOf(source: SourceText, spans: readonly Span[]): DenseText[] {
  return spans.flatMap((span) => sentencesIn(source, denseText(source, span)));
}

function sentencesIn(source: SourceText, dense: DenseText): DenseText[] {
  const sentences: DenseText[] = [];
  let start = 0;
  let lineStart = 0;
  let quotes = 0;
  for (let index = 0; index < dense.text.length; index += 1) {
    const letter = dense.text.charAt(index);
    if (letter === '“') quotes = 1;
    else if (letter === '”') quotes = 0;
    const lineEnds = endsLine(source, dense, index);
    const length = index - start;
    const isTooLong = length > longestSentence && (letter === ',' || length > 2 * longestSentence);
    const isEnd =
      isTooLong ||
      (/[。;!?]/.test(letter) && quotes === 0) ||
      (lineEnds && (index - lineStart < shortestWrappedLine || /[:。;!?)]/.test(letter)));
    if (lineEnds) {
      lineStart = index + 1;
      quotes = 0;
    }
    if (!isEnd) continue;
    sentences.push(densePart(dense, start, index + 1));
    start = index + 1;
  }
  if (start < dense.text.length) sentences.push(densePart(dense, start, dense.text.length));
  return sentences;
}

function endsLine(source: SourceText, dense: DenseText, index: number): boolean {
  const at = dense.at[index] ?? 0;
  const next = dense.at[index + 1];
  return next !== undefined && next > at + 1 && next - at < 400 && source.folded.slice(at + 1, next).includes('\n');
}

// Straight quotation marks open and close alike; a pair further apart than a name is none.
const longestQuote = 40;

/** Which characters of a sentence stand in quotation marks or book marks: names, in which no figure is a promise. */
export function quotedParts(text: string): Uint8Array {
  const quoted = new Uint8Array(text.length);
  let depth = 0;
  let straightEnd = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (letter === '"' && straightEnd <= index) {
      const close = text.indexOf('"', index + 1);
      if (close !== -1 && close - index <= longestQuote) straightEnd = close + 1;
    }
    if (letter === '“' || letter === '《' || letter === '‘') depth += 1;
    quoted[index] = depth > 0 || index < straightEnd ? 1 : 0;
    if ((letter === '”' || letter === '》' || letter === '’') && depth > 0) depth -= 1;
  }
  return quoted;
}
