import { trimmedSpan, type SourceText } from './source-text.ts';
import type { Span } from './span.ts';

/** The lines of the text that hold more than blanks, without the blanks at their ends. */
export function filledLines(source: SourceText, within: Span = [0, source.folded.length]): Span[] {
  const lines: Span[] = [];
  let start = within[0];
  while (start < within[1]) {
    const found = placeOf(source.folded, '\n', [start, within[1]]);
    const end = found === -1 ? within[1] : found;
    const line = trimmedSpan(source, [start, end]);
    if (line[0] < line[1]) lines.push(line);
    start = end + 1;
  }
  return lines;
}

/** The folded text of a line. */
export function lineText(source: SourceText, line: Span): string {
  return source.folded.slice(line[0], line[1]);
}

/** Where `letter` first stands within a span of `text`, -1 where it does not: nothing beyond the span is looked at. */
export function placeOf(text: string, letter: string, [start, end]: Span): number {
  const code = letter.charCodeAt(0);
  for (let index = start; index < end; index += 1) if (text.charCodeAt(index) === code) return index;
  return -1;
}

/** All places of `letter` within a span of `text`, in order. */
export function placesOf(text: string, letter: string, span: Span): number[] {
  const places: number[] = [];
  for (let at = placeOf(text, letter, span); at !== -1; at = placeOf(text, letter, [at + 1, span[1]])) places.push(at);
  return places;
}
