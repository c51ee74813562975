import type { Span } from './spans.ts';

/** A place at which a passage can be divided: where a sentence begins, with its first words. */
export interface Cut {
  readonly at: number;
  readonly words: string;
}

const shownLength = 20;

/** The beginnings of all sentences of a passage but its first. */
export function cutsOf(text: string, [start, end]: Span): readonly Cut[] {
  const passage = text.slice(start, end);
  return [...passage.matchAll(/[^。；;\n]+[。；;\n]*/gu)].flatMap(({ 0: sentence, index }) => {
    const blank = sentence.length - sentence.trimStart().length;
    const words = sentence.trim();
    const at = start + index + blank;
    if (at === start || passage.slice(0, at - start).trim() === '' || !/[\p{L}\p{N}]/u.test(words)) return [];
    return [{ at, words: words.length <= shownLength ? words : `${words.slice(0, shownLength)}……` }];
  });
}
