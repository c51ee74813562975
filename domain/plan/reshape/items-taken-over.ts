import { nextItemId } from '../revise-draft.ts';
import type { ItemDraft, TaskDraft } from '../task-draft.ts';

/** The items of both tasks; those of the second are numbered on, since ids are counted within their task. */
export function withItemsOf(first: Pick<TaskDraft, 'items'>, second: Pick<TaskDraft, 'items'>): readonly ItemDraft[] {
  return second.items.reduce<readonly ItemDraft[]>(
    (items, item) => [...items, { ...item, id: nextItemId({ items }) }],
    first.items,
  );
}
