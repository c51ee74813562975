import { filledLines, lineText } from './lines.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from './span.ts';

/**
 * Gives labels their one form, a word and a colon: [牵头单位] in brackets of its own, and a label on a line of its own
 * over the names. Only the folded text changes, and no place in it moves.
 */
export function withPlainLabels(source: SourceText): SourceText {
  return labelLines(bracketLabels(source));
}

function bracketLabels(source: SourceText): SourceText {
  const folded = source.folded.replace(
    /\[ ?([\u4e00-\u9fa5]{2,12}) ?\](?= ?(:?))/g,
    (whole, word: string, colon: string) => {
      if (source.words.roles.labelKind(word) === null) return whole;
      const plain = ` ${whole.slice(1, -1)}`;
      return `${plain}${colon === '' ? ':' : ' '}`;
    },
  );
  return { ...source, folded };
}

/** A label that stands alone over names, at least twice: a head of a table stands over its cells once. */
function labelLines(source: SourceText): SourceText {
  const lines = filledLines(source);
  const ends = lines.filter((line, index) => isLabelLine(source, line, lines[index + 1])).map((line) => line[1]);
  if (ends.length < 2) return source;
  const letters: string[] = [];
  let from = 0;
  for (const end of ends) {
    letters.push(source.folded.slice(from, end), ':');
    from = end + 1;
  }
  letters.push(source.folded.slice(from));
  return { ...source, folded: letters.join('') };
}

function isLabelLine(source: SourceText, line: Span, next: Span | undefined): boolean {
  if (next === undefined || line[1] - line[0] > 12 || next[1] - next[0] > 200) return false;
  const kind = source.words.roles.labelKind(lineText(source, line));
  if (kind !== 'lead' && kind !== 'support' && kind !== 'responsible') return false;
  const names = lineText(source, next).split(/[、,;]/);
  return (
    !names.some((name) => source.words.roles.labelKind(name.trim()) !== null) &&
    names.some((name) => source.words.units.isUnitLike(name.trim()))
  );
}
