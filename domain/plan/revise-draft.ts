import { RuleViolation } from '../errors.ts';
import type { Party } from '../task/issued-subject.ts';
import { spanOf } from './settlement-bench.ts';
import type { ItemDraft, TaskDraft } from './task-draft.ts';

/** What the office may set of an item by hand; what is optional stays as it is where it is absent. */
export interface ItemSaid extends Pick<
  ItemDraft,
  'title' | 'unitId' | 'target' | 'commitment' | 'due' | 'dueBasis' | 'tracked'
> {
  /** Words of the notice within the task's own passage; empty for what stands nowhere in it. */
  readonly quote?: string | undefined;
  readonly shares?: ItemDraft['shares'] | undefined;
}

/** What the office may set of a task by hand: its parties are listed in the order in which they stand. */
export interface TaskSaid {
  readonly title: string;
  /** Absent, the task stays in its group. */
  readonly group?: string | undefined;
  readonly parties: readonly Pick<Party, 'unitId' | 'role'>[];
}

/** The task under another title or with other parties; who stays keeps the basis on which it came in, who is new is 补充明确. */
export function withTaskSaid(draft: TaskDraft, { title, group, parties }: TaskSaid): TaskDraft {
  return {
    ...draft,
    title,
    group: group ?? draft.group,
    parties: parties.map(({ unitId, role }, order) => {
      const before = draft.parties.find((party) => party.unitId === unitId);
      return { unitId, role, order, basis: before?.basis ?? 'added' };
    }),
  };
}

/** The task with one item changed, added (`itemId` null) or left out (`said` null); `text` is the notice that places count in. */
export function withItemSaid(
  draft: TaskDraft,
  { itemId, item: said }: { readonly itemId: string | null; readonly item: ItemSaid | null },
  text: string,
): TaskDraft {
  const before = draft.items.find(({ id }) => id === itemId);
  if (itemId !== null && before === undefined) {
    throw new RuleViolation('unknown-item', `第${draft.number}项任务没有编号为${itemId}的具体事项，请刷新后再试。`);
  }
  if (said === null) return { ...draft, items: draft.items.filter(({ id }) => id !== itemId) };
  const { quote, shares = before?.shares ?? [], ...words } = said;
  const item: ItemDraft = {
    ...(before ?? { id: nextItemId(draft), quote: said.title, span: null }),
    ...(quote === undefined ? {} : placed(draft, quote.trim(), said.title, text)),
    ...words,
    kind: said.target === null ? 'deliverable' : 'number',
    shares: said.target === null ? [] : shares,
  };
  const items =
    before === undefined ? [...draft.items, item] : draft.items.map((each) => (each === before ? item : each));
  return { ...draft, items };
}

function placed(
  { number, span }: TaskDraft,
  quote: string,
  title: string,
  text: string,
): Pick<ItemDraft, 'quote' | 'span'> {
  if (quote === '') return { quote: title, span: null };
  const place = spanOf(text, quote, span);
  if (place !== null) return { quote, span: place };
  throw new RuleViolation(
    'quote-not-found',
    `第${number}项任务的原文中没有“${quote}”，请照录原文（含标点），原文没有的请留空`,
  );
}

/** The number of the next item of a task. */
export function nextItemId({ items }: Pick<TaskDraft, 'items'>): string {
  return String(Math.max(0, ...items.map(({ id }) => Number(id)).filter(Number.isInteger)) + 1);
}
