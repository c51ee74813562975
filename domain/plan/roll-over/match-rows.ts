import type { DraftedPlan } from '../draft-plan.ts';
import type { ItemDraft, TaskDraft } from '../task-draft.ts';
import { resemblance } from '../unit-names.ts';
import type { CarriedRow } from './rows-to-carry.ts';

/** Where a new notice goes on with a row: an item of a task, a figure of the preamble (no task yet), or a task as a whole (no item). */
export interface Continuation {
  readonly task: TaskDraft | null;
  readonly item: ItemDraft | null;
}

interface Candidate extends Continuation {
  readonly carried: CarriedRow;
  readonly likeness: number;
}

// An item in a task that goes on itself needs fewer words in common.
const enough = 0.5;
const enoughInTask = 0.35;
const taskBonus = 0.1;

/** For each carried row its likeliest continuation; rows of other words never share one. Null where nothing is alike. */
export function matchRows(
  rows: readonly CarriedRow[],
  drafted: DraftedPlan,
): ReadonlyMap<CarriedRow, Continuation | null> {
  const candidates = rows
    .flatMap((carried) => [...itemCandidates(carried, drafted), ...taskCandidates(carried, drafted)])
    .toSorted((a, b) => Number(a.item === null) - Number(b.item === null) || b.likeness - a.likeness);
  const found = new Map<CarriedRow, Continuation | null>();
  const taken = new Map<ItemDraft, string>();
  for (const { carried, task, item } of candidates) {
    if (found.has(carried)) continue;
    if (item !== null && (taken.get(item) ?? carried.row.title) !== carried.row.title) continue;
    if (item !== null) taken.set(item, carried.row.title);
    found.set(carried, { task, item });
  }
  return new Map(rows.map((carried) => [carried, found.get(carried) ?? null]));
}

function itemCandidates(carried: CarriedRow, { drafts, points }: DraftedPlan): readonly Candidate[] {
  const { title, target } = carried.row;
  const candidate = (task: TaskDraft | null, item: ItemDraft): readonly Candidate[] => {
    if ((item.target === null) !== (target === null)) return [];
    const words = resemblance(withoutFigures(item.quote), withoutFigures(title));
    const goesOn = task !== null && taskLikeness(carried, task) >= enough;
    if (words < (goesOn ? enoughInTask : enough)) return [];
    return [{ carried, task, item, likeness: words + (goesOn ? taskBonus : 0) }];
  };
  return [
    ...drafts.flatMap((draft) => draft.items.flatMap((item) => candidate(draft, item))),
    ...points.flatMap(({ kind, item }) => (kind === 'orphan-target' && item !== null ? candidate(null, item) : [])),
  ];
}

function taskCandidates(carried: CarriedRow, { drafts }: DraftedPlan): readonly Candidate[] {
  return drafts.flatMap((task) => {
    const likeness = taskLikeness(carried, task);
    return likeness < enough ? [] : [{ carried, task, item: null, likeness }];
  });
}

function taskLikeness({ taskTitle }: CarriedRow, { title }: TaskDraft): number {
  return resemblance(withoutFigures(taskTitle), withoutFigures(title));
}

function withoutFigures(words: string): string {
  return words.replaceAll(/[\d\s.,，。%]|20\d\d年/g, '');
}
