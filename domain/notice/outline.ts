import { type Mark, type MarkStyle, markAt, rankOf } from './numbering.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from './span.ts';

/** A numbered passage up to the next number; `parent` is an index into the same list, -1 at the top. */
export interface OutlineUnit {
  readonly mark: Mark;
  readonly rank: number;
  readonly parent: number;
  /** Text after the number, up to the next numbered passage or table. */
  readonly body: Span;
}

/** What the outline is made from: lines that are in no table, brackets, and where tables start. */
export interface OutlineInput {
  readonly source: SourceText;
  readonly lines: readonly Span[];
  readonly brackets: readonly Span[];
  readonly barriers: readonly number[];
}

const sentenceEnds = new Set(['。', '!', '?', ')', ']', '”', '"', '>']);
// How far above its first measure a label 具体措施 can stand.
const longestLead = 3000;
const measureLabel = /(?:具体|主要|工作|重点|推进|落实|保障)(?:措施|举措|做法|任务)(?:如下)?(?:[:。]|\s|$)/;

/** Finds the numbered passages and their nesting, also where the whole document runs on in one line. */
export function outlineOf(input: OutlineInput): OutlineUnit[] {
  const { folded } = input.source;
  const marks = marksOf(input);
  const units: OutlineUnit[] = [];
  const stack: number[] = [];
  let barrier = 0;
  marks.forEach((mark, index) => {
    const next = marks[index + 1]?.start ?? folded.length;
    while ((input.barriers[barrier] ?? Infinity) <= mark.start) barrier += 1;
    const end = Math.min(next, input.barriers[barrier] ?? next);
    const rank = nestedRank(mark, folded.slice(mark.end, end), { folded, units, stack });
    while (stack.length > 0 && (units[stack.at(-1) ?? 0]?.rank ?? 0) >= rank) stack.pop();
    units.push({ mark, rank, parent: stack.at(-1) ?? -1, body: [mark.end, end] });
    stack.push(units.length - 1);
  });
  return units;
}

interface Nesting {
  readonly folded: string;
  readonly units: readonly OutlineUnit[];
  readonly stack: readonly number[];
}

/** Numbers of one style that start again below 具体措施 stand half a rank deeper than the task they belong to. */
function nestedRank(mark: Mark, text: string, { folded, units, stack }: Nesting): number {
  const rank = rankOf(mark.style);
  const open = stack.map((index) => units[index]).filter((unit) => unit?.mark.style === mark.style);
  const outer = open.find((unit) => unit?.rank === rank);
  const inner = open.find((unit) => unit?.rank === rank + 0.5);
  if (outer === undefined) return rank;
  if (inner !== undefined) {
    const continuesOuter = mark.value === outer.mark.value + 1 && measureLabel.test(text);
    return mark.value === inner.mark.value + 1 && !continuesOuter ? rank + 0.5 : rank;
  }
  const between = folded.slice(Math.max(outer.mark.end, mark.start - longestLead), mark.start);
  const restarts = mark.value === 1 && measureLabel.test(between);
  return restarts ? rank + 0.5 : rank;
}

function marksOf({ source, lines, brackets }: OutlineInput): Mark[] {
  const found: FoundMarks = { marks: [], lastOf: new Map() };
  const inlines = inlineCandidates(source.folded, brackets);
  let candidate = 0;
  let inAttachments = false;
  for (const line of lines) {
    inAttachments = isAttachment(source, line, inAttachments);
    const first = inAttachments ? null : lineMark(source, line, found);
    if (first !== null) addMark(found, first);
    while ((inlines[candidate]?.start ?? Infinity) < line[0]) candidate += 1;
    for (let mark = inlines[candidate]; mark !== undefined && mark.start < line[1]; mark = inlines[candidate]) {
      if (mark.start >= (first?.end ?? line[0] + 1) && continuesInline(mark, found, source.folded))
        addMark(found, mark);
      candidate += 1;
    }
  }
  return found.marks;
}

/** 11.121人才工程: a number right before figures counts where it is the next one. */
function nextBeforeDigits(source: SourceText, [start, end]: Span, last: Mark | undefined): Mark | null {
  const number = /^(\d{1,3})[.、](?=\d)/.exec(source.folded.slice(start, Math.min(end, start + 6)))?.[1];
  if (number === undefined || last === undefined || Number(number) !== last.value + 1) return null;
  return { style: 'arabic', number, value: Number(number), start, end: start + number.length + 1 };
}

/** 附件:1.清单 and the short numbered lines after it name papers, no parts of the plan. */
function isAttachment(source: SourceText, [start, end]: Span, after: boolean): boolean {
  const text = source.folded.slice(start, Math.min(end, start + 80));
  if (/^附件 ?(?::|1[.、])/.test(text)) return true;
  return after && end - start < 80 && /^\d{1,2} ?[.、]/.test(text) && !text.includes('。');
}

interface FoundMarks {
  readonly marks: Mark[];
  readonly lastOf: Map<MarkStyle, Mark>;
}

function addMark({ marks, lastOf }: FoundMarks, mark: Mark): void {
  marks.push(mark);
  lastOf.set(mark.style, mark);
}

function lineMark(source: SourceText, line: Span, { lastOf }: FoundMarks): Mark | null {
  let start = line[0];
  while (start < line[1] && '#>* '.includes(source.folded.charAt(start))) start += 1;
  const mark = markAt(source.folded, start, 'line') ?? nextBeforeDigits(source, [start, line[1]], lastOf.get('arabic'));
  if (mark === null || mark.end > line[1]) return null;
  // 2.1 is a number only in a row of such numbers; alone it is a figure.
  if (mark.style === 'path' && mark.value !== 1 && lastOf.get('path')?.value !== mark.value - 1) return null;
  // 二是 at the head of a line continues only what 一是 at the head of a line began.
  if (mark.style === 'ordinal' && mark.value !== 1 && lastOf.get('ordinal')?.value !== mark.value - 1) return null;
  return mark;
}

function inlineCandidates(folded: string, brackets: readonly Span[]): Mark[] {
  const found: Mark[] = [];
  const start = /[一二三四五六七八九十百]{1,4} ?[、.]|[([] ?[一二三四五六七八九十百]{1,4} ?[)\]]|\d{1,3} ?[.、]/g;
  let group = 0;
  for (const match of folded.matchAll(start)) {
    while ((brackets[group]?.[1] ?? Infinity) <= match.index) group += 1;
    if ((brackets[group]?.[0] ?? Infinity) < match.index) continue;
    const mark = markAt(folded, match.index, 'inline');
    if (mark !== null) found.push(mark);
  }
  return found;
}

/** Inside a line a number counts only where a passage can end and where it goes on from the numbers before it. */
function continuesInline(mark: Mark, { marks, lastOf }: FoundMarks, folded: string): boolean {
  let before = mark.start - 1;
  while (folded.charAt(before) === ' ') before -= 1;
  const last = marks.at(-1);
  const isInner = last === undefined || rankOf(last.style) < rankOf(mark.style);
  const continues = lastOf.get(mark.style)?.value === mark.value - 1;
  if (!continues && !(isInner && mark.value === 1)) return false;
  if (sentenceEnds.has(folded.charAt(before))) return true;
  return isInner && last !== undefined && isHeadingText(folded, last, mark);
}

function isHeadingText(folded: string, last: Mark, mark: Mark): boolean {
  const length = mark.start - last.end;
  return length >= 2 && length <= 60 && !/[。,;:]/.test(folded.slice(last.end, mark.start));
}
