import { type ClauseSearch, findClauses, type FoundClause } from './find-clauses.ts';
import { isHeadingLine } from './heading-lines.ts';
import type { HeadingReading } from './notice-reading.ts';
import type { Span } from './span.ts';
import { isWithin, spansWithout } from './span.ts';
import type { Layout, TaskDraft } from './task-draft.ts';
import { titleOf } from './task-title.ts';

interface Block {
  readonly headings: readonly Span[];
  readonly span: Span;
  readonly clauses: readonly FoundClause[];
}

/**
 * Tasks without numbers: paragraphs that end with a clause, before the first number or in a notice that has none.
 * Lines without a stop stand over them, or are their titles where each paragraph has one of its own.
 */
export function readLooseTasks(search: ClauseSearch, lines: readonly Span[]): Layout {
  const { source } = search;
  const blocks = blocksOf(search, lines);
  const titled = blocks.length > 1 && blocks.every(({ headings }) => headings.length > 0);
  const headings: HeadingReading[] = [];
  const tasks: TaskDraft[] = [];
  let path: string[] = [];
  for (const block of blocks) {
    const over = titled ? block.headings.slice(0, -1) : block.headings;
    if (over.length > 0) path = over.map((line) => source.printed.slice(...line));
    over.forEach((line, level) => headings.push({ level: level + 1, text: source.printed.slice(...line), span: line }));
    const titleLine = titled ? block.headings.at(-1) : undefined;
    const span: Span = [titleLine?.[0] ?? block.span[0], block.span[1]];
    const first = block.clauses[0]?.outer[0] ?? span[1];
    tasks.push({
      number: '',
      parent: null,
      title: titleLine === undefined ? titleOf(source, span, first) : source.printed.slice(...titleLine),
      sectionPath: path,
      span,
      body: spansWithout(
        span,
        block.clauses.map(({ outer }) => outer),
      ),
      clauses: block.clauses,
      times: [],
    });
  }
  return { headings, tasks, unread: [], titles: headings.map(({ span }) => span) };
}

function blocksOf(search: ClauseSearch, lines: readonly Span[]): Block[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const clauses = findClauses(search, [first[0], last[1]]);
  if (!clauses.some(({ clause }) => clause.units.length > 0)) return [];
  const blocks: Block[] = [];
  let headings: Span[] = [];
  let body: Span[] = [];
  let next = 0;
  for (const line of lines) {
    const own: FoundClause[] = [];
    for (let found = clauses[next]; found !== undefined && found.outer[0] < line[1]; found = clauses[next]) {
      own.push(found);
      next += 1;
    }
    const previous = blocks.at(-1);
    if (own.some(({ clause }) => clause.units.length > 0)) {
      const startsWithClause = own[0]?.outer[0] === line[0];
      const start = startsWithClause ? (body.at(-1)?.[0] ?? line[0]) : line[0];
      const end = Math.max(line[1], own.at(-1)?.outer[1] ?? line[1]);
      blocks.push({ headings, span: [start, end], clauses: own });
      headings = [];
      body = [];
    } else if (previous !== undefined && isWithin(line, previous.span)) {
      continue;
    } else if (isHeadingLine(search.source, line, blocks.length > 0 ? 'plan' : 'frame')) {
      headings = body.length > 0 ? [line] : [...headings, line];
      body = [];
    } else {
      body.push(line);
    }
  }
  return blocks;
}
