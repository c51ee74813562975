import { outermostBrackets } from './brackets.ts';
import { findTables } from './find-tables.ts';
import { filledLines } from './lines.ts';
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
}

/** Finds the tasks of a notice in its numbered passages and in its tables, in the order of the text. */
export function readLayout(source: SourceText): NoticeLayout {
  const brackets = outermostBrackets(source);
  const { tables, lines } = findTables(source, filledLines(source));
  const units = outlineOf({ source, lines, brackets, barriers: tables.map(({ span }) => span[0]) });
  const outline = readOutline({ source, brackets }, units);
  const read = tables.map((table) => tableTasks(source, table, pathAt(outline.headings, table.span)));
  return {
    headings: inOrder([...outline.headings, ...read.flatMap(({ headings }) => headings)]),
    tasks: inOrder([...outline.tasks, ...read.flatMap(({ tasks }) => tasks)]),
    unread: inOrder([...outline.unread, ...read.flatMap(({ unread }) => unread)]),
    titles: [...outline.titles, ...tables.map(({ span }) => span)],
    headRules: read.flatMap(({ rules }) => rules),
  };
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
