import { trimmedSpan, type SourceText } from './source-text.ts';
import type { Span } from './span.ts';

/** The lines of the text that hold more than blanks, without the blanks at their ends. */
export function filledLines(source: SourceText, within: Span = [0, source.folded.length]): Span[] {
  const lines: Span[] = [];
  let start = within[0];
  while (start < within[1]) {
    const found = source.folded.indexOf('\n', start);
    const end = found === -1 || found > within[1] ? within[1] : found;
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
