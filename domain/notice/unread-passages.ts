import { groupsWithin } from './brackets.ts';
import { filledLines } from './lines.ts';
import type { TargetReading, UnreadPassage } from './notice-reading.ts';
import type { NoticeLayout } from './read-layout.ts';
import { sentencesOf } from './sentences.ts';
import { printedPart, type SourceText, sourceSpan } from './source-text.ts';
import { overlaps, type Span, spansWithout } from './span.ts';
import { type TimeContext, timePhrases } from './time-phrases.ts';

/** What the reading has already accounted for, and what phrases of time rest on. */
export interface ReadSoFar {
  readonly layout: NoticeLayout;
  readonly planTargets: readonly TargetReading[];
  readonly times: TimeContext;
}

const looksAssigned =
  /(?:牵头|责任|配合|主办|承办|参与|负责|落实)(?:单位|部门|科室|处室)\s?:|(?:牵头|按职责分工负责|配合)[)\]。;]?$/;
const aboutTheNotice = /施行|有效期|印发|实施之日|废止|公开|解释|报送|试行|执行期|截至\d{4}/;

/** Passages outside every task that look like a part of the plan, each with the reason why it is none yet. */
export function unreadPassages(source: SourceText, { layout, planTargets, times }: ReadSoFar): UnreadPassage[] {
  const held = [
    ...layout.tasks.map(({ span }) => span),
    ...layout.titles,
    ...layout.tables,
    ...layout.unread.map(({ span }) => span),
  ];
  const open = spansWithout([0, source.folded.length], held);
  const clauses = open.flatMap((part) => looseClauses(source, layout.brackets, part));
  const dated = sentencesOf(source, open).flatMap((dense): UnreadPassage[] => {
    const span = sourceSpan(dense, 0, dense.text.length);
    const isDated = timePhrases(dense.text, times).some(({ kind }) => kind === 'due' || kind === 'by');
    if (!isDated || aboutTheNotice.test(dense.text) || planTargets.some((target) => overlaps(target.span, span)))
      return [];
    return [
      {
        span,
        text: printedPart(source, dense, 0, dense.text.length),
        reason: '有完成时限，但不在任何一项任务中，请确认是否应列为任务。',
      },
    ];
  });
  const passages = [...clauses, ...dated.filter(({ span }) => !clauses.some((clause) => overlaps(clause.span, span)))];
  return [...layout.unread, ...passages].toSorted((one, other) => one.span[0] - other.span[0]);
}

/** Brackets and lines that speak of parties, in which no party could be read. */
function looseClauses(source: SourceText, brackets: readonly Span[], part: Span): UnreadPassage[] {
  const groups = groupsWithin(brackets, part).filter((span) =>
    looksAssigned.test(source.folded.slice(span[0] + 1, span[1] - 1)),
  );
  const lines = filledLines(source, part).filter(
    (line) => line[1] - line[0] < 200 && looksAssigned.test(source.folded.slice(...line)),
  );
  const spans = [...groups, ...lines.filter((line) => !groups.some((group) => overlaps(group, line)))];
  return spans.map((span) => ({
    span,
    text: source.printed.slice(...span),
    reason: '像是职责分工，但没有读出单位或所属任务，请对照原文填写。',
  }));
}
