import { readNotice } from '../../../domain/notice/read-notice.ts';

/** What a reading did: letters gone through by searches and copies, and for each pattern the longest text that it searched. */
export interface ReadingWork {
  readonly letters: number;
  readonly patterns: ReadonlyMap<string, { readonly pattern: RegExp; readonly longest: number }>;
}

/** Reads texts and counts the work, not the time: the searches for patterns and words, the copies, and every look at a letter. */
export function workOfReading(texts: readonly string[]): ReadingWork {
  const patterns = new Map<string, { readonly pattern: RegExp; longest: number }>();
  let letters = 0;
  const undo = [
    watched<RegExp, [string], RegExpExecArray | null>(RegExp.prototype, 'exec', (pattern, [text], run) => {
      const key = `${pattern.source}/${pattern.sticky ? 'y' : ''}`;
      const known = patterns.get(key) ?? { pattern, longest: 0 };
      known.longest = Math.max(known.longest, text.length);
      patterns.set(key, known);
      const from = pattern.global || pattern.sticky ? pattern.lastIndex : 0;
      const found = run();
      // A search ends where it finds something; a pattern for one place looks at no more than that.
      if (found !== null) letters += found.index + found[0].length - from + 1;
      else letters += pattern.sticky || pattern.source.startsWith('^') ? 1 : text.length - from + 1;
      return found;
    }),
    watched<string, [number?, number?], string>(String.prototype, 'slice', (_, __, run) => {
      const part = run();
      letters += part.length + 1;
      return part;
    }),
    watched<string, [string, number?], number>(String.prototype, 'indexOf', (text, [, from = 0], run) => {
      const at = run();
      letters += (at === -1 ? text.length : at) - Math.min(from, text.length) + 1;
      return at;
    }),
    ...['charAt', 'charCodeAt'].map((name) =>
      watched<string, [number], unknown>(String.prototype, name, (_, __, run) => {
        letters += 1;
        return run();
      }),
    ),
  ];
  try {
    for (const text of texts) readNotice(text);
  } finally {
    for (const restore of undo) restore();
  }
  return { letters, patterns };
}

type Watch<Self, Given extends unknown[], Result> = (self: Self, given: Given, run: () => Result) => Result;

/** Puts `watch` around a method of the language; gives what takes it away again. */
function watched<Self, Given extends unknown[], Result>(
  owner: object,
  name: string,
  watch: Watch<Self, Given, Result>,
): () => void {
  const own: (this: Self, ...given: Given) => Result = Reflect.get(owner, name);
  const put = (value: unknown) =>
    Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: false });
  put(function watching(this: Self, ...given: Given): Result {
    return watch(this, given, () => own.apply(this, given));
  });
  return () => put(own);
}
