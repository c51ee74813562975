import { outermostBrackets } from './brackets.ts';
import { findTables } from './find-tables.ts';
import { isCustomaryHeading, isHeadingLine } from './heading-lines.ts';
import { filledLines } from './lines.ts';
import { readLooseTasks } from './loose-tasks.ts';
import type { BlanketRule, HeadingReading } from './notice-reading.ts';
import { outlineOf } from './outline.ts';
import { readOutline } from './read-outline.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from './span.ts';
import { tableTasks } from './table-tasks.ts';
import type { Layout } from './task-draft.ts';

/** The layout of a whole notice, with the rules that stand in the heads of its tables. */
export interface NoticeLayout extends Layout {
  readonly headRules: readonly BlanketRule[];
  readonly brackets: readonly Span[];
  readonly tables: readonly Span[];
}

/** Finds the tasks of a notice in its numbered passages and in its tables, in the order of the text. */
export function readLayout(source: SourceText): NoticeLayout {
  const brackets = outermostBrackets(source);
  const { tables, lines } = findTables(source, filledLines(source));
  const units = outlineOf({ source, lines, brackets, barriers: tables.map(({ span }) => span[0]) });
  const framed = frameHeadings(source, lines, units[0]?.mark.start ?? 0);
  const outline = readOutline({ source, brackets }, units, framed.at(-1)?.text ?? null);
  const firstMark = units[0]?.mark.start ?? Infinity;
  const loose = runsBetween(
    lines.filter((line) => line[1] <= firstMark),
    tables.map(({ span }) => span[0]),
  ).map((run) => readLooseTasks({ source, brackets }, run));
  const annexes = lines.filter((line) => isAnnexLine(source, line)).map(([start]) => start);
  const read = tables.map((table) => {
    const annex = annexes.findLast((start) => start < table.span[0]) ?? -1;
    const over = outline.headings.filter(({ span }) => span[0] > annex);
    return tableTasks(source, table, pathAt(over, table.span));
  });
  return {
    headings: inOrder([
      ...framed,
      ...loose
        .flatMap(({ headings }) => headings)
        .filter(({ span }) => !framed.some((line) => line.span[0] === span[0])),
      ...outline.headings,
      ...read.flatMap(({ headings }) => headings),
    ]),
    tasks: inOrder([...loose.flatMap(({ tasks }) => tasks), ...outline.tasks, ...read.flatMap(({ tasks }) => tasks)]),
    unread: inOrder([...outline.unread, ...read.flatMap(({ unread }) => unread)]),
    titles: [...framed.map(({ span }) => span), ...loose.flatMap(({ titles }) => titles), ...outline.titles],
    tables: tables.map(({ span }) => span),
    headRules: read.flatMap(({ rules }) => rules),
    brackets,
  };
}

/** 附件1 on a line of its own: what follows stands under none of the headings before it. */
function isAnnexLine(source: SourceText, [start, end]: Span): boolean {
  return end - start <= 8 && /^附(?:件|表) ?[\d一二三四五六七八九十]{0,3} ?:?$/.test(source.folded.slice(start, end));
}

/** Headings without numbers: the lines right over the first number, and customary ones before it. */
function frameHeadings(source: SourceText, lines: readonly Span[], firstMark: number): HeadingReading[] {
  const frame = lines.filter((line) => line[1] <= firstMark);
  const run = frame.findLastIndex((line) => !isHeadingLine(source, line, 'frame')) + 1;
  return frame
    .filter((line, index) => (index >= run && run > 0) || isCustomaryHeading(source, line))
    .map((span) => ({ level: 1, text: source.printed.slice(...span), span }));
}

/** Cuts lines into runs that no barrier interrupts. */
function runsBetween(lines: readonly Span[], barriers: readonly number[]): Span[][] {
  const runs: Span[][] = [[]];
  let next = 0;
  for (const line of lines) {
    if ((barriers[next] ?? Infinity) <= line[0]) runs.push([]);
    while ((barriers[next] ?? Infinity) <= line[0]) next += 1;
    runs.at(-1)?.push(line);
  }
  return runs;
}

/** The headings that stand over a place. */
function pathAt(headings: readonly HeadingReading[], [start]: Span): string[] {
  const path: HeadingReading[] = [];
  for (const heading of headings) {
    if (heading.span[0] >= start) break;
    while ((path.at(-1)?.level ?? 0) >= heading.level) path.pop();
    path.push(heading);
  }
  return path.map(({ text }) => text);
}

function inOrder<Placed extends { readonly span: Span }>(placed: readonly Placed[]): Placed[] {
  return placed.toSorted((one, other) => one.span[0] - other.span[0]);
}
