import type { ClauseSearch, FoundClause } from './find-clauses.ts';
import { filledLines, lineText } from './lines.ts';
import { trimmedSpan } from './source-text.ts';
import { isWithin, type Span, spansWithout } from './span.ts';
import type { TaskDraft } from './task-draft.ts';

/** A block without a number that has a name and clauses of its own. */
export type NamedBlock = Pick<TaskDraft, 'title' | 'span' | 'body' | 'clauses' | 'times'>;

const quotedName = /^[*]*(“[^”\n]{2,30}”[\u4e00-\u9fa5]{0,12})[:]/;

/**
 * Blocks of the form “name”:text below a numbered heading, each with its own clause. None where the heading itself
 * has a clause: then its paragraphs are parts of one task.
 */
export function namedBlocks(search: ClauseSearch, region: Span, clauses: readonly FoundClause[]): NamedBlock[] {
  const { source } = search;
  const lines = filledLines(source, region);
  const starts = lines.filter((line) => quotedName.test(lineText(source, line)));
  const first = starts[0];
  if (first === undefined) return [];
  const found = clauses.filter(({ clause }) => clause.units.length > 0);
  if (found.some(({ outer }) => outer[0] < first[0])) return [];
  const blocks = starts.map((line, index): Span => [line[0], starts[index + 1]?.[0] ?? region[1]]);
  if (!blocks.every((block) => found.some(({ outer }) => isWithin(outer, block)))) return [];
  return blocks.map((block) => {
    const own = clauses.filter(({ outer }) => isWithin(outer, block));
    const span = trimmedSpan(source, [block[0], own.at(-1)?.outer[1] ?? block[1]]);
    const name = quotedName.exec(source.folded.slice(...span))?.[1] ?? '';
    const at = span[0] + source.folded.slice(...span).indexOf(name);
    return {
      title: source.printed.slice(at, at + name.length),
      span,
      body: spansWithout(
        span,
        own.map(({ outer }) => outer),
      ),
      clauses: own,
      times: [],
    };
  });
}
