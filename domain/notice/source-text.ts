import type { Span } from './span.ts';
import { defaultWords, type Words } from './words.ts';

/**
 * The text as printed beside a folded copy of the same length, in which full-width forms and the many
 * brackets, dashes and blanks of the genre have one form each: one position means the same place in both.
 */
export interface SourceText {
  readonly printed: string;
  readonly folded: string;
  /** The words that this text is read by. */
  readonly words: Words;
}

/** Folded text of a stretch without its blanks, and where each of its characters stands in the source. */
export interface DenseText {
  readonly text: string;
  readonly at: Uint32Array;
}

const pairs: readonly (readonly [from: string, to: string])[] = [
  ['，﹐', ','],
  ['；﹔', ';'],
  ['：﹕∶', ':'],
  ['（﹙', '('],
  ['）﹚', ')'],
  ['〔［【〖', '['],
  ['〕］】〗', ']'],
  ['〈＜', '<'],
  ['〉＞', '>'],
  ['！', '!'],
  ['？', '?'],
  ['．', '.'],
  ['％﹪', '%'],
  ['＋', '+'],
  ['＊﹡∗', '*'],
  ['／', '/'],
  ['｜│┃', '|'],
  ['～〜∼﹏', '~'],
  ['—–―－‐‑−─', '-'],
  ['　\u00A0\t\u2002\u2003\u2009\u200B\uFEFF\u3164', ' '],
  ['\r\u2028\u2029\v\f', '\n'],
];

const foldedForms = new Map(
  pairs.flatMap(([from, to]) => [...from].map((letter): [number, string] => [letter.charCodeAt(0), to])),
);

/** Folds `printed` letter by letter; the length never changes. */
export function sourceText(printed: string, words: Words = defaultWords): SourceText {
  return { printed, folded: foldedText(printed), words };
}

/** The folded form of a text, for comparing words. */
export function foldedText(printed: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let index = 0; index < printed.length; index += 1) {
    const form = foldedForm(printed.charCodeAt(index));
    if (form === undefined) continue;
    parts.push(printed.slice(from, index), form);
    from = index + 1;
  }
  parts.push(printed.slice(from));
  return withoutMarkup(parts.join(''));
}

/** A line break inside a cell of a markdown table, and the signs of bold print, are blanks. */
function withoutMarkup(folded: string): string {
  return folded.replace(/<br ?\/?>|\*\*/gi, (tag) => ' '.repeat(tag.length));
}

function foldedForm(code: number): string | undefined {
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return String.fromCharCode(code - 0xfee0);
  return foldedForms.get(code);
}

/** The folded text of `spans`, one after another, without blanks and line ends: forms for the eye carry no meaning there. */
export function denseText(source: SourceText, ...spans: readonly Span[]): DenseText {
  const length = spans.reduce((sum, [start, end]) => sum + Math.max(0, end - start), 0);
  const at = new Uint32Array(length);
  const parts: string[] = [];
  let count = 0;
  for (const [start, end] of spans) {
    let from = start;
    for (let index = start; index < end; index += 1) {
      if (isBlank(source.folded.charCodeAt(index))) {
        parts.push(source.folded.slice(from, index));
        from = index + 1;
      } else {
        at[count] = index;
        count += 1;
      }
    }
    parts.push(source.folded.slice(from, end));
  }
  return { text: parts.join(''), at: at.subarray(0, count) };
}

/** A part of a dense text, as a dense text of its own. */
export function densePart(dense: DenseText, start: number, end: number): DenseText {
  return { text: dense.text.slice(start, end), at: dense.at.subarray(start, end) };
}

/** Where `[start, end)` of a dense text stands in the source; an empty stretch has an empty span. */
export function sourceSpan(dense: DenseText, start: number, end: number): Span {
  const first = dense.at[start] ?? dense.at.at(-1) ?? 0;
  const last = dense.at[end - 1];
  return end <= start || last === undefined ? [first, first] : [first, last + 1];
}

/** The printed form of a stretch of dense text, with the blanks that the source has there. */
export function printedPart(source: SourceText, dense: DenseText, start: number, end: number): string {
  return source.printed.slice(...sourceSpan(dense, start, end));
}

/** A name or a phrase as printed, without the blanks and line ends that layout has put into it. */
export function printedName(source: SourceText, dense: DenseText, start: number, end: number): string {
  let name = '';
  for (let index = start; index < end; index += 1) name += source.printed[dense.at[index] ?? -1] ?? '';
  return name;
}

/** Whether a character of folded text is a blank or a line end. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 10;
}

/** `span` without the blanks at its ends. */
export function trimmedSpan(source: SourceText, span: Span): Span {
  let [start, end] = span;
  while (start < end && isBlank(source.folded.charCodeAt(start))) start += 1;
  while (end > start && isBlank(source.folded.charCodeAt(end - 1))) end -= 1;
  return [start, end];
}
