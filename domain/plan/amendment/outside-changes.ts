import { overlaps } from '../../notice/span.ts';
import type { Span } from '../task-draft.ts';
import { resemblance } from '../unit-names.ts';
import { changedStretch } from './changed-stretch.ts';
import { compareItems } from './compare-items.ts';
import { type NoticeChange, type NoticeVersion, placeIn } from './notice-change.ts';

const enough = 0.5;

/** The differences outside of all tasks: figures of the preamble, and lines whose words changed. */
export function outsideChanges(old: NoticeVersion, now: NoticeVersion): readonly NoticeChange[] {
  const goals = compareItems({ text: old.text, items: goalsOf(old) }, { text: now.text, items: goalsOf(now) }, null);
  const told = (span: Span, side: 'before' | 'after') => goals.some((goal) => isWithin(goal[side]?.span, span));
  return [...goals, ...lineChanges(old, now).filter((line) => !isTold(line, told))];
}

function isTold({ before, after }: NoticeChange, told: (span: Span, side: 'before' | 'after') => boolean): boolean {
  return (before !== null && told(before.span, 'before')) || (after !== null && told(after.span, 'after'));
}

function isWithin(span: Span | undefined, line: Span): boolean {
  return span !== undefined && overlaps(span, line);
}

function goalsOf({ drafted }: NoticeVersion) {
  return drafted.points.flatMap(({ kind, item }) => (kind === 'orphan-target' && item !== null ? [item] : []));
}

interface Line {
  readonly span: Span;
  readonly words: string;
}

function lineChanges(old: NoticeVersion, now: NoticeVersion): readonly NoticeChange[] {
  const [lines, present] = [linesOutside(old), linesOutside(now)];
  const [words, presentWords] = [new Set(lines.map((line) => line.words)), new Set(present.map((line) => line.words))];
  const gone = lines.filter((line) => !presentWords.has(line.words));
  const fresh = present.filter((line) => !words.has(line.words));
  const changed = gone.map((line): NoticeChange => {
    const other = fresh.findIndex((each) => resemblance(each.words, line.words) >= enough);
    const [found] = other < 0 ? [] : fresh.splice(other, 1);
    if (found === undefined)
      return { kind: 'wording', taskNumber: null, before: placeIn(old.text, line.span), after: null };
    const places = changedStretch({ text: old.text, span: line.span }, { text: now.text, span: found.span });
    return { kind: 'wording', taskNumber: null, ...places };
  });
  const added = fresh.map(({ span }): NoticeChange => {
    return { kind: 'wording', taskNumber: null, before: null, after: placeIn(now.text, span) };
  });
  return [...changed, ...added];
}

function linesOutside({ text, drafted }: NoticeVersion): Line[] {
  const lines: Line[] = [];
  const spans = drafted.drafts.map(({ span }) => span);
  let start = 0;
  for (const line of text.split('\n')) {
    const span: Span = [start, start + line.length];
    start = span[1] + 1;
    const words = line.replaceAll(/\s/g, '');
    if (words !== '' && !spans.some((task) => overlaps(task, span))) lines.push({ span, words });
  }
  return lines;
}
