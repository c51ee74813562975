import type { Origin, Place } from './origin.ts';

/** A stretch of text with the place that it comes from; `null` for what duban writes itself, such as the bars of a table. */
export interface Piece {
  readonly text: string;
  readonly place: Place | null;
}

/** Collects the one text of a document line by line, and where each part of it comes from. */
export interface TextWriter {
  readonly line: (pieces: readonly Piece[]) => void;
  readonly text: () => string;
  readonly origins: () => readonly Origin[];
}

/** A writer that holds nothing yet; what it writes ends every line with one line end. */
export function textWriter(): TextWriter {
  const parts: string[] = [];
  const origins: Origin[] = [];
  let length = 0;
  const put = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  return {
    line(pieces) {
      for (const { text, place } of pieces) {
        if (place !== null && place !== origins.at(-1)?.place) origins.push({ start: length, place });
        put(text);
      }
      put('\n');
    },
    text: () => parts.join(''),
    origins: () => origins,
  };
}
