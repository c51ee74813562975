import { groupsWithin, isInBrackets } from './brackets.ts';
import { type ClauseReading, readClause } from './clause.ts';
import { filledLines, lineText, placesOf } from './lines.ts';
import { markAt } from './numbering.ts';
import { isBlank, type SourceText, trimmedSpan } from './source-text.ts';
import { isWithin, overlaps, type Span } from './span.ts';

/** A clause in its place; `outer` holds its brackets or its labels too. */
export interface FoundClause {
  readonly outer: Span;
  readonly clause: ClauseReading;
}

/** What the search needs to know of the document. */
export interface ClauseSearch {
  readonly source: SourceText;
  readonly brackets: readonly Span[];
}

/** The responsibility clauses inside `region`, in order: in brackets, behind labels, or on a line of their own. */
export function findClauses(search: ClauseSearch, region: Span): FoundClause[] {
  const groups = groupsWithin(search.brackets, region);
  const labelled = labelledClauses(search.source, groups, region);
  const bracketed = bracketClauses(search.source, groups, region);
  const found = [...labelled, ...bracketed.filter(({ outer }) => !labelled.some((one) => isWithin(outer, one.outer)))];
  if (!found.some(({ clause }) => clause.units.length > 0)) found.push(...lineClauses(search.source, region));
  return found.toSorted((one, other) => one.outer[0] - other.outer[0]);
}

function bracketClauses(source: SourceText, groups: readonly Span[], region: Span): FoundClause[] {
  return groups.flatMap((outer) => {
    const inner: Span = [outer[0] + 1, outer[1] - 1];
    const text = source.folded.slice(...inner);
    const clause = source.words.roles.hint.test(text)
      ? readClause(source, inner, { defaultRole: null })
      : bareClause(source, outer, region);
    return clause === null ? [] : [{ outer, clause }];
  });
}

/** A bracket at the end of a paragraph that holds nothing but names says who is responsible. */
function bareClause(source: SourceText, [start, end]: Span, region: Span): ClauseReading | null {
  const before = source.folded.slice(Math.max(region[0], start - 3), start).trimEnd();
  const after = source.folded.slice(end, end + 3).replace(/^[ 。;]+/, '');
  if (!/[。;!]$/.test(before) || (after !== '' && !after.startsWith('\n') && end < region[1])) return null;
  const clause = readClause(source, [start + 1, end - 1], { defaultRole: 'responsible' });
  return clause !== null &&
    clause.units.length > 0 &&
    clause.units.every(({ folded }) => source.words.units.isUnitLike(folded))
    ? clause
    : null;
}

/** Clauses outside brackets that begin with a label: 责任单位:… on lines of their own or at the end of a paragraph. */
function labelledClauses(source: SourceText, groups: readonly Span[], region: Span): FoundClause[] {
  const found: FoundClause[] = [];
  const labels = labelStarts(source, groups, region);
  let index = 0;
  while (index < labels.length) {
    const start = labels[index] ?? region[0];
    let end = valueEnd(source, start, labels[index + 1] ?? region[1], groups);
    index += 1;
    // Labels that follow with nothing in between are one clause.
    for (let next = labels[index]; next !== undefined && isGap(source, end, next); next = labels[index]) {
      end = valueEnd(source, next, labels[index + 1] ?? region[1], groups);
      index += 1;
    }
    const outer = trimmedSpan(source, [start, end]);
    const clause = readClause(source, outer, { defaultRole: null });
    if (clause !== null) found.push({ outer, clause });
  }
  return found;
}

function labelStarts(source: SourceText, groups: readonly Span[], region: Span): number[] {
  const { folded } = source;
  const starts: number[] = [];
  let group = 0;
  for (const colon of placesOf(folded, ':', region)) {
    while ((groups[group]?.[1] ?? Infinity) <= colon) group += 1;
    if ((groups[group]?.[0] ?? Infinity) <= colon) continue;
    const before = folded.slice(Math.max(region[0], colon - 80), colon).replace(/ *\([^()\n]{0,60}\) *$/, '');
    const word = /[\u4e00-\u9fa5]{2,12}(?= *$)/.exec(before)?.[0] ?? '';
    const known = source.words.roles.knownSuffix(word);
    if (known === null) continue;
    const start = Math.max(region[0], colon - 80) + before.lastIndexOf(known.word);
    const previous = folded.charAt(start - 1);
    if (start === region[0] || /[\n。;)\] *>!?]/.test(previous)) starts.push(start);
  }
  return starts;
}

function valueEnd(source: SourceText, start: number, limit: number, groups: readonly Span[]): number {
  const { folded } = source;
  let end = start;
  const colon = folded.indexOf(':', start);
  for (let index = colon + 1; index < limit; index += 1) {
    const letter = folded.charAt(index);
    if (letter === '。' && !isInBrackets(groups, index)) return index;
    if (letter === '\n' && end > colon && !continues(source, end, index, limit)) return end;
    if (!isBlank(folded.charCodeAt(index))) end = index + 1;
  }
  return end;
}

/** Whether the names of a label go on in the next line: they broke off at a separator, or that line holds only names. */
function continues(source: SourceText, end: number, lineEnd: number, limit: number): boolean {
  if (/[、,]/.test(source.folded.charAt(end - 1))) return true;
  const next = filledLines(source, [lineEnd, Math.min(limit, lineEnd + 200)])[0];
  if (next === undefined || markAt(source.folded, next[0], 'line') !== null) return false;
  const text = lineText(source, next);
  return (
    text.length <= 60 &&
    !/[。;:!?]/.test(text) &&
    text.split(/[、, ]/).every((name) => name === '' || (source.words.units.endsAsUnit(name) && name.length <= 16))
  );
}

function isGap(source: SourceText, from: number, to: number): boolean {
  return /^[\s,;、。*>-]*$/.test(source.folded.slice(from, to));
}

/** A line such as 市发展改革委牵头,市财政局配合 without brackets; only where nothing else names anybody. */
function lineClauses(source: SourceText, region: Span): FoundClause[] {
  const found: FoundClause[] = [];
  for (const line of filledLines(source, region).slice(1)) {
    const text = lineText(source, line);
    if (
      text.length > 240 ||
      !source.words.roles.hint.test(text) ||
      /。./.test(text) ||
      !source.words.roles.closing.test(text)
    )
      continue;
    const clause = readClause(source, line, { defaultRole: null });
    if (clause === null || !clause.units.every(({ folded }) => source.words.units.isUnitLike(folded))) continue;
    if (!found.some(({ outer }) => overlaps(outer, line))) found.push({ outer: line, clause });
  }
  return found;
}
