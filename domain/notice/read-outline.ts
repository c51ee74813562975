import { type ClauseSearch, findClauses, type FoundClause } from './find-clauses.ts';
import { sentenceClauses } from './sentence-clauses.ts';
import { isHeadingLine } from './heading-lines.ts';
import { filledLines, placeOf } from './lines.ts';
import { namedBlocks } from './named-blocks.ts';
import type { HeadingReading } from './notice-reading.ts';
import { rankOf } from './numbering.ts';
import type { OutlineUnit } from './outline.ts';
import { denseText, printedName, trimmedSpan } from './source-text.ts';
import { type Span, spansWithout } from './span.ts';
import type { Layout, TaskDraft } from './task-draft.ts';
import { sentenceEnd, titleOf } from './task-title.ts';

interface Walk {
  readonly search: ClauseSearch;
  readonly units: readonly OutlineUnit[];
  readonly children: readonly (readonly number[])[];
  readonly clauses: readonly (readonly FoundClause[])[];
  readonly hasTaskBelow: readonly boolean[];
  readonly headings: HeadingReading[];
  readonly titles: Span[];
  readonly tasks: TaskDraft[];
  readonly path: { readonly level: number; readonly text: string }[];
  readonly lastTask: number;
  /** Ranks at which a passage that is not the last of its group has a clause of its own. */
  readonly ranksWithClauses: ReadonlySet<number>;
}

/**
 * Reads the numbered part of a notice: which passages are tasks, which stand over them, and what belongs to each.
 * `over` is the line without a number that stands over the first.
 */
export function readOutline(search: ClauseSearch, units: readonly OutlineUnit[], over: string | null): Layout {
  const children: number[][] = units.map(() => []);
  units.forEach(({ parent }, index) => children[parent]?.push(index));
  const clauses = clausesOf(search, units);
  const hasTaskBelow = units.map(() => false);
  for (let index = units.length - 1; index >= 0; index -= 1) {
    const parent = units[index]?.parent ?? -1;
    if (parent >= 0 && (hasTaskBelow[index] === true || assigns(clauses[index]))) hasTaskBelow[parent] = true;
  }
  const lastTask = clauses.findLastIndex((found) => assigns(found));
  const walk: Walk = {
    search,
    units,
    children,
    clauses,
    hasTaskBelow,
    headings: [],
    titles: [],
    tasks: [],
    path: over === null ? [] : [{ level: 1, text: over }],
    lastTask,
    ranksWithClauses: innerRanks(units, children, clauses),
  };
  units.forEach(({ parent }, index) => {
    if (parent === -1) visit(walk, index, { level: 1, parentTask: null });
  });
  const { headings, tasks, titles } = walk;
  return { headings, tasks, titles, unread: [] };
}

/**
 * The clauses of each passage. Where a notice says who does what in sentences of its running text and hardly ever in
 * brackets or behind labels, those sentences are its clauses.
 */
function clausesOf(search: ClauseSearch, units: readonly OutlineUnit[]): readonly (readonly FoundClause[])[] {
  const set = units.map(({ body }) => findClauses(search, body));
  const spoken = units.map(({ body }, index) => (assigns(set[index]) ? [] : sentenceClauses(search, body)));
  const count = (found: readonly (readonly FoundClause[])[]) => found.filter((own) => assigns(own)).length;
  return count(spoken) <= count(set) ? set : set.map((own, index) => [...own, ...(spoken[index] ?? [])]);
}

function innerRanks(
  units: readonly OutlineUnit[],
  children: readonly (readonly number[])[],
  clauses: readonly (readonly FoundClause[])[],
): Set<number> {
  const inner = children.flatMap((group) => group.slice(0, -1)).filter((index) => assigns(clauses[index]));
  return new Set(inner.map((index) => units[index]?.rank ?? 0));
}

interface Place {
  readonly level: number;
  readonly parentTask: string | null;
}

function visit(walk: Walk, index: number, { level, parentTask }: Place): void {
  const unit = walk.units[index];
  if (unit === undefined) return;
  const below = walk.children[index] ?? [];
  const blocks = namedBlocks(walk.search, unit.body, walk.clauses[index] ?? []);
  if (blocks.length > 0) {
    addHeading(walk, unit, level);
    for (const block of blocks)
      walk.tasks.push({ ...block, number: '', parent: unit.mark.number, sectionPath: pathOf(walk) });
    for (const child of below) visit(walk, child, { level: level + 1, parentTask });
    return;
  }
  if (sharesLastClause(walk, index) || holdsOrdinals(walk, index)) {
    addTask(walk, index, { members: descendants(walk, index), parentTask });
    return;
  }
  if (assigns(walk.clauses[index])) {
    const own = below.filter((child) => !assigns(walk.clauses[child]) && walk.hasTaskBelow[child] !== true);
    addTask(walk, index, { members: own.flatMap((child) => [child, ...descendants(walk, child)]), parentTask });
    addTrailingHeadings(walk, index, level);
    for (const child of below) {
      if (!own.includes(child)) visit(walk, child, { level: level + 1, parentTask: unit.mark.number });
    }
  } else {
    // 一是 without a clause of its own is a sentence of the passage above it, no heading.
    if (unit.mark.style === 'ordinal') return;
    addHeading(walk, unit, level);
    addTrailingHeadings(walk, index, level);
    for (const child of below) visit(walk, child, { level: level + 1, parentTask });
  }
}

/** 一是, 二是 below an item are its paragraphs; only right below a heading of the first order do they count as items. */
function holdsOrdinals(walk: Walk, index: number): boolean {
  const below = walk.children[index] ?? [];
  return (
    (walk.units[index]?.rank ?? 0) > rankOf('han') &&
    !assigns(walk.clauses[index]) &&
    below.length > 0 &&
    below.every((child) => walk.units[child]?.mark.style === 'ordinal') &&
    below.some((child) => assigns(walk.clauses[child]))
  );
}

function assigns(found: readonly FoundClause[] | undefined): boolean {
  return found?.some(({ clause }) => clause.units.length > 0) === true;
}

function descendants(walk: Walk, index: number): number[] {
  return (walk.children[index] ?? []).flatMap((child) => [child, ...descendants(walk, child)]);
}

/** (1), (2), (3) under one clause that stands at the end of the last: the item above them is the task. */
function sharesLastClause(walk: Walk, index: number): boolean {
  const below = walk.children[index] ?? [];
  const last = below.at(-1);
  if (last === undefined || below.length < 2 || assigns(walk.clauses[index]) || !assigns(walk.clauses[last]))
    return false;
  if (below.slice(0, -1).some((child) => assigns(walk.clauses[child]) || walk.hasTaskBelow[child] === true))
    return false;
  const rank = walk.units[last]?.rank ?? 0;
  return rank >= rankOf('path') || !walk.ranksWithClauses.has(rank);
}

interface TaskParts {
  readonly members: readonly number[];
  readonly parentTask: string | null;
}

function addTask(walk: Walk, index: number, { members, parentTask }: TaskParts): void {
  const { source } = walk.search;
  const unit = walk.units[index];
  if (unit === undefined) return;
  const clauses = [index, ...members].flatMap((member) => walk.clauses[member] ?? []);
  const bodies = [unit.body, ...members.map((member) => walk.units[member]?.body ?? unit.body)];
  const span = trimmedSpan(source, [
    unit.mark.start,
    taskEnd(walk, index, { clauses, end: bodies.at(-1)?.[1] ?? unit.body[1], lastMember: members.at(-1) ?? index }),
  ]);
  const firstClause = clauses[0]?.outer[0] ?? span[1];
  const text = bodies
    .map(([start, end]): Span => [start, Math.min(end, span[1])])
    .filter(([start, end]) => end > start);
  walk.tasks.push({
    number: unit.mark.number,
    parent: parentTask,
    title: titleOf(source, unit.body, firstClause),
    sectionPath: pathOf(walk),
    span,
    body: text.flatMap((part) =>
      spansWithout(
        part,
        clauses.map(({ outer }) => outer),
      ),
    ),
    clauses,
    times: [],
  });
}

/**
 * A task ends with its last clause, and with its passage where the clause stands in the title line or text goes on
 * in the same paragraph; the closing paragraphs after the last task are no part of it.
 */
function taskEnd(
  walk: Walk,
  index: number,
  { clauses, end, lastMember }: { clauses: readonly FoundClause[]; end: number; lastMember: number },
): number {
  const { folded } = walk.search.source;
  const unit = walk.units[index];
  const last = clauses.at(-1)?.outer[1] ?? end;
  const afterStop = /^ *[。;.]/.exec(folded.slice(last, last + 4))?.[0].length ?? 0;
  const lineEnd = placeOf(folded, '\n', [last, end]);
  const ownEnd = lineEnd === -1 ? end : Math.min(end, lineEnd);
  const inTitleLine =
    unit !== undefined && !folded.slice(unit.body[0], last).includes('\n') && last - unit.body[0] < 160;
  const hasBodyBefore = unit !== undefined && folded.slice(unit.body[0], clauses[0]?.outer[0] ?? last).includes('。');
  if (inTitleLine && !hasBodyBefore) return bodyEnd(walk, [last + afterStop, end]);
  return lastMember >= walk.lastTask ? last + afterStop : Math.max(last + afterStop, ownEnd);
}

const closing =
  /^(?:\(此件|附件|附[:]|【|\[|抄送|本(?:政策|意见|办法|方案|措施|通知|规定)自|施行说明|\d{4}年\d{1,2}月\d{1,2}日$|主办|联系人|责任编辑|信息来源|相关(?:链接|文件|阅读))/;

/** The text below a title line up to where the notice closes or a new heading begins. */
function bodyEnd(walk: Walk, region: Span): number {
  const { source } = walk.search;
  let end = region[0];
  for (const line of filledLines(source, region)) {
    const text = denseText(source, line).text;
    if (closing.test(text) || isHeadingLine(source, line, 'plan')) break;
    end = line[1];
  }
  return end;
}

function pathOf({ path }: Walk): string[] {
  return path.map(({ text }) => text);
}

/** A heading reaches to its line's end, or to its first full stop where the paragraph runs on. */
function addHeading(walk: Walk, unit: OutlineUnit, level: number): void {
  const { source } = walk.search;
  const lines = filledLines(source, unit.body);
  const line: Span = [unit.mark.start, lines[0]?.[1] ?? unit.mark.end];
  const dense = denseText(source, line);
  const stop = sentenceEnd(dense.text);
  const length = stop === -1 ? dense.text.length : stop + 1;
  pushHeading(walk, level, [line[0], (dense.at[length - 1] ?? line[1]) + 1]);
}

function pushHeading(walk: Walk, level: number, span: Span): void {
  const { source } = walk.search;
  const dense = denseText(source, span);
  const text =
    span[1] - span[0] > 200
      ? printedName(source, dense, 0, 200)
      : source.printed
          .slice(...span)
          .replace(/\*+/g, '')
          .trim();
  while ((walk.path.at(-1)?.level ?? 0) >= level) walk.path.pop();
  walk.path.push({ level, text });
  walk.headings.push({ level, text, span });
  walk.titles.push(span);
}

/** Lines without a number after the text of a passage stand over what follows it. */
function addTrailingHeadings(walk: Walk, index: number, level: number): void {
  const unit = walk.units[index];
  if (unit === undefined || index >= walk.lastTask) return;
  const { source } = walk.search;
  const after = walk.clauses[index]?.at(-1)?.outer[1] ?? walk.titles.at(-1)?.[1] ?? unit.body[0];
  const lines = filledLines(source, [Math.max(after, unit.body[0]), unit.body[1]]);
  const first = lines.findLastIndex((line) => !isHeadingLine(source, line, 'plan')) + 1;
  const start = assigns(walk.clauses[index]) ? level : level + 1;
  for (const line of lines.slice(first)) pushHeading(walk, start, line);
}
