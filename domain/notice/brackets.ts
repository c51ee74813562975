import { markAt } from './numbering.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from './span.ts';

const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '>': '<' };

// A clause that names a whole government fits; a bracket that was never closed does not swallow the document.
const longestGroup = 1200;
const deepest = 12;

/** Spans of the outermost brackets of any kind, their brackets included; an unclosed one ends with its paragraph. */
export function outermostBrackets(source: SourceText): Span[] {
  const { folded } = source;
  const groups: Span[] = [];
  const open: number[] = [];
  for (let index = 0; index < folded.length; index += 1) {
    const letter = folded.charAt(index);
    if (letter === '(' || letter === '[' || letter === '<') {
      if (open.length === deepest) open.shift();
      open.push(index);
    } else if (letter in closers) {
      closeGroup({ folded, open, groups }, index);
    } else if (letter === '\n' && open.length > 0 && endsParagraph(folded, index)) {
      open.length = 0;
    }
  }
  return groups;
}

/** The depth of brackets before each character of `text`; a closing bracket still counts as inside. */
export function bracketDepths(text: string): Uint8Array {
  const depths = new Uint8Array(text.length);
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    depths[index] = Math.min(depth, 255);
    if (letter === '(' || letter === '[' || letter === '<') depth += 1;
    else if (letter in closers && depth > 0) depth -= 1;
  }
  return depths;
}

/** The brackets that lie wholly in `region`; `groups` must be in order, as found. */
export function groupsWithin(groups: readonly Span[], [start, end]: Span): Span[] {
  const found: Span[] = [];
  for (let index = firstFrom(groups, start); index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined || group[0] >= end) break;
    if (group[1] <= end) found.push(group);
  }
  return found;
}

/** Whether the character at `index` stands inside one of `groups`. */
export function isInBrackets(groups: readonly Span[], index: number): boolean {
  const group = groups[firstFrom(groups, index) - 1];
  return group !== undefined && group[0] < index && index < group[1] - 1;
}

function firstFrom(groups: readonly Span[], start: number): number {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.[0] ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Scan {
  readonly folded: string;
  readonly open: number[];
  readonly groups: Span[];
}

function closeGroup({ folded, open, groups }: Scan, at: number): void {
  const wanted = closers[folded.charAt(at)];
  let depth = open.findLastIndex((start) => folded.charAt(start) === wanted);
  if (depth === -1) depth = open.length - 1; // a clause opened with one kind and closed with another
  const start = open[depth];
  if (start === undefined || at - start > longestGroup) return;
  open.length = depth;
  while (isInside(groups.at(-1), start)) groups.pop();
  groups.push([start, at + 1]);
}

function isInside(group: Span | undefined, start: number): boolean {
  return group !== undefined && group[0] > start;
}

function endsParagraph(folded: string, lineEnd: number): boolean {
  let next = lineEnd + 1;
  while (folded.charCodeAt(next) === 32) next += 1;
  const letter = folded.charAt(next);
  return letter === '\n' || letter === '' || letter === '|' || markAt(folded, next, 'line') !== null;
}
