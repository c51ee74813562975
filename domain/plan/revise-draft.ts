import { RuleViolation } from '../errors.ts';
import type { Party } from '../task/issued-subject.ts';
import type { ItemDraft, TaskDraft } from './task-draft.ts';

/** What the office may set of an item by hand; its quote and place in the notice stay. */
export type ItemSaid = Pick<ItemDraft, 'title' | 'unitId' | 'target' | 'commitment' | 'due' | 'dueBasis' | 'tracked'>;

/** What the office may set of a task by hand: its parties are listed in the order in which they stand. */
export interface TaskSaid {
  readonly title: string;
  readonly parties: readonly Pick<Party, 'unitId' | 'role'>[];
}

/** The task under another title or with other parties; who stays keeps the basis on which it came in, who is new is 补充明确. */
export function withTaskSaid(draft: TaskDraft, { title, parties }: TaskSaid): TaskDraft {
  return {
    ...draft,
    title,
    parties: parties.map(({ unitId, role }, order) => {
      const before = draft.parties.find((party) => party.unitId === unitId);
      return { unitId, role, order, basis: before?.basis ?? 'added' };
    }),
  };
}

/** The task with one item changed, added (`itemId` null) or left out (`said` null). */
export function withItemSaid(draft: TaskDraft, itemId: string | null, said: ItemSaid | null): TaskDraft {
  const before = draft.items.find(({ id }) => id === itemId);
  if (itemId !== null && before === undefined) {
    throw new RuleViolation('unknown-item', `第${draft.number}项任务没有编号为${itemId}的具体事项，请刷新后再试。`);
  }
  if (said === null) return { ...draft, items: draft.items.filter(({ id }) => id !== itemId) };
  const kind = said.target === null ? 'deliverable' : 'number';
  if (before !== undefined) {
    const shares = said.target === null ? [] : before.shares;
    return {
      ...draft,
      items: draft.items.map((item) => (item === before ? { ...item, ...said, kind, shares } : item)),
    };
  }
  const written: ItemDraft = { id: nextId(draft), quote: said.title, span: null, shares: [], ...said, kind };
  return { ...draft, items: [...draft.items, written] };
}

function nextId({ items }: TaskDraft): string {
  return String(Math.max(0, ...items.map(({ id }) => Number(id)).filter(Number.isInteger)) + 1);
}
