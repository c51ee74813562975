import type { TaskDraft } from '../task-draft.ts';
import { resemblance } from '../unit-names.ts';
import type { NoticeVersion } from './notice-change.ts';

/** Which task of one version is which of the other, as places in their breakdowns. */
export interface TaskMatches {
  readonly pairs: readonly (readonly [old: number, now: number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

interface Side {
  readonly drafts: readonly TaskDraft[];
  readonly words: readonly string[];
  readonly free: Set<number>;
}

// The same number is a strong sign, so fewer words need to agree; without it a task has to be mostly the same.
const enoughWithNumber = 0.4;
const enoughAlone = 0.6;

/** Matches tasks by their words first, then by number and likeness, then by likeness alone, so that a new number is no new task. */
export function matchTasks(old: NoticeVersion, now: NoticeVersion): TaskMatches {
  const [before, after] = [sideOf(old), sideOf(now)];
  const pairs: [number, number][] = [];
  const pair = (one: number, other: number): void => {
    before.free.delete(one);
    after.free.delete(other);
    pairs.push([one, other]);
  };
  pairSameWords(before, after, pair);
  for (const one of before.free) {
    const other = [...after.free].find((each) => after.drafts[each]?.number === before.drafts[one]?.number);
    if (other !== undefined && likeness(before, one, after, other) >= enoughWithNumber) pair(one, other);
  }
  const alike = [...before.free]
    .flatMap((one) => [...after.free].map((other) => ({ one, other, by: likeness(before, one, after, other) })))
    .filter(({ by }) => by >= enoughAlone)
    .toSorted((a, b) => b.by - a.by);
  for (const { one, other } of alike) if (before.free.has(one) && after.free.has(other)) pair(one, other);
  return { pairs: pairs.toSorted((a, b) => a[0] - b[0]), removed: [...before.free], added: [...after.free] };
}

/** The words of a task without its number and blanks: two tasks with the same are the same. */
export function wordsOfTask(text: string, { span }: Pick<TaskDraft, 'span'>): string {
  return text
    .slice(...span)
    .replaceAll(/\s/g, '')
    .replace(/^[（(]?[0-9０-９一二三四五六七八九十百]+[）)]?[.．、]?/, '');
}

function sideOf({ text, drafted: { drafts } }: NoticeVersion): Side {
  return { drafts, words: drafts.map((draft) => wordsOfTask(text, draft)), free: new Set(drafts.keys()) };
}

// Tasks with the same words are taken in their order.
function pairSameWords(before: Side, after: Side, pair: (one: number, other: number) => void): void {
  const byWords = new Map<string, number[]>();
  for (const [place, words] of after.words.entries()) byWords.set(words, [...(byWords.get(words) ?? []), place]);
  for (const [place, words] of before.words.entries()) {
    const other = byWords.get(words)?.shift();
    if (other !== undefined) pair(place, other);
  }
}

function likeness(before: Side, one: number, after: Side, other: number): number {
  return resemblance(before.words[one] ?? '', after.words[other] ?? '');
}
