import { isInBrackets } from './brackets.ts';
import { readClause } from './clause.ts';
import type { ClauseSearch, FoundClause } from './find-clauses.ts';
import { clauseHint } from './role-vocabulary.ts';
import { trimmedSpan } from './source-text.ts';
import type { Span } from './span.ts';
import { isUnitLike } from './unit-vocabulary.ts';

const longestClause = 240;
const endsWithRole = /(?:牵头|负责|配合|参与|协办|落实|承办|实施)$/;

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
    if (outer[1] - outer[0] > longestClause || !clauseHint.test(text) || !endsWithRole.test(text)) continue;
    const clause = readClause(source, outer, { defaultRole: null });
    if (clause === null || clause.units.length === 0) continue;
    if (clause.units.every(({ folded: name }) => isUnitLike(name))) found.push({ outer, clause });
  }
  return found;
}
