import { isInBrackets } from './brackets.ts';
import { readClause } from './clause.ts';
import type { ClauseSearch, FoundClause } from './find-clauses.ts';
import { trimmedSpan } from './source-text.ts';
import type { Span } from './span.ts';

const longestClause = 240;

/** The sentences of running text that only say who does what: 市水务局牵头,市财政局配合。 */
export function sentenceClauses({ source, brackets }: ClauseSearch, region: Span): FoundClause[] {
  const { folded } = source;
  const found: FoundClause[] = [];
  let start = region[0];
  for (let index = region[0]; index <= region[1]; index += 1) {
    const isStop = /[。;\n]/.test(folded.charAt(index)) && !isInBrackets(brackets, index);
    if (index < region[1] && !isStop) continue;
    const outer = trimmedSpan(source, [start, index]);
    start = index + 1;
    const text = folded.slice(...outer);
    if (
      outer[1] - outer[0] > longestClause ||
      !source.words.roles.hint.test(text) ||
      !source.words.roles.closing.test(text)
    )
      continue;
    const clause = readClause(source, outer, { defaultRole: null });
    if (clause === null || clause.units.length === 0) continue;
    if (clause.units.every(({ folded: name }) => source.words.units.isUnitLike(name))) found.push({ outer, clause });
  }
  return found;
}
