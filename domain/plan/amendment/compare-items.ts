import type { ItemDraft } from '../task-draft.ts';
import { resemblance } from '../unit-names.ts';
import type { NoticeChange, NoticeVersion, Place } from './notice-change.ts';
import { placeIn } from './notice-change.ts';

interface Pair {
  readonly item: ItemDraft;
  readonly newItem: ItemDraft;
}

/** What an item's words have to have in common with those of another to be the same item with other terms. */
const enough = 0.5;

/** The differences between the items of a task in two versions, or between the figures outside of all tasks. */
export function compareItems(
  old: Pick<NoticeVersion, 'text'> & { readonly items: readonly ItemDraft[] },
  now: Pick<NoticeVersion, 'text'> & { readonly items: readonly ItemDraft[] },
  taskNumber: string | null,
): readonly NoticeChange[] {
  const before = ({ span }: ItemDraft): Place | null => (span === null ? null : placeIn(old.text, span));
  const after = ({ span }: ItemDraft): Place | null => (span === null ? null : placeIn(now.text, span));
  const { pairs, removed, added } = matched(old.items, now.items);
  return [
    ...pairs.flatMap((pair) =>
      termChanges(pair, { taskNumber, before: before(pair.item), after: after(pair.newItem), ...pair }),
    ),
    ...removed.map((item) => ({ kind: 'item-removed', taskNumber, before: before(item), after: null, item }) as const),
    ...added.map((item) => ({ kind: 'item-added', taskNumber, before: null, after: after(item), item }) as const),
  ];
}

type Said = Pair & Pick<NoticeChange, 'taskNumber' | 'before' | 'after'>;

function termChanges({ item, newItem }: Pair, said: Said): readonly NoticeChange[] {
  const changes: NoticeChange[] = [];
  const [from, to] = [item.target, newItem.target];
  const isOtherTarget =
    from !== null &&
    to !== null &&
    (from.value !== to.value || from.unit !== to.unit || from.comparator !== to.comparator);
  if (isOtherTarget) changes.push({ kind: 'target', ...said, from, to });
  if (item.due !== newItem.due) changes.push({ kind: 'due', ...said, from: item.due, to: newItem.due });
  if (item.commitment !== newItem.commitment)
    changes.push({ kind: 'commitment', ...said, from: item.commitment, to: newItem.commitment });
  if (item.unitId !== newItem.unitId)
    changes.push({ kind: 'accountable', ...said, from: item.unitId, to: newItem.unitId });
  return changes;
}

function matched(old: readonly ItemDraft[], now: readonly ItemDraft[]) {
  const [left, open] = [new Set(old), new Set(now)];
  const pairs: Pair[] = [];
  const pairBy = (isSame: (one: ItemDraft, other: ItemDraft) => boolean): void => {
    for (const item of left) {
      const newItem = [...open].find((other) => item.kind === other.kind && isSame(item, other));
      if (newItem === undefined) continue;
      left.delete(item);
      open.delete(newItem);
      pairs.push({ item, newItem });
    }
  };
  pairBy((one, other) => one.quote === other.quote && one.unitId === other.unitId && sameValue(one, other));
  pairBy((one, other) => one.quote === other.quote);
  pairBy((one, other) => withoutFigures(one) === withoutFigures(other));
  pairBy((one, other) => resemblance(withoutFigures(one), withoutFigures(other)) >= enough);
  return { pairs, removed: [...left], added: [...open] };
}

function sameValue(one: ItemDraft, other: ItemDraft): boolean {
  return one.target?.value === other.target?.value;
}

function withoutFigures({ quote }: ItemDraft): string {
  return quote.replaceAll(/[\d\s.,，]/g, '');
}
