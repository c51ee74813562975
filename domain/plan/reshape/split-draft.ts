import { RuleViolation } from '../../errors.ts';
import { uuid5 } from '../../ids.ts';
import { partyIds } from '../plan-units.ts';
import { nextNumber } from './next-number.ts';
import { type TaskSaid, withTaskSaid } from '../revise-draft.ts';
import type { ItemDraft, Span, TaskDraft } from '../task-draft.ts';

/** How a task is to be divided: what each part is called and who is on it, and what goes to the new one. */
export interface SplitSaid {
  readonly rest: TaskSaid;
  readonly added: TaskSaid;
  /** Items that go to the new task. */
  readonly itemIds: readonly string[];
  /** Where in the notice the words of the new task begin; null leaves the whole passage to both. */
  readonly cutAt: number | null;
}

/** The two tasks that come of one: the first keeps number and id, the second is numbered after it. */
export function splitDraft(
  draft: TaskDraft,
  said: SplitSaid,
  { planId, numbers }: { readonly planId: string; readonly numbers: readonly string[] },
): { readonly rest: TaskDraft; readonly added: TaskDraft } {
  const goes = ({ id }: ItemDraft): boolean => said.itemIds.includes(id);
  const unknown = said.itemIds.find((itemId) => draft.items.every(({ id }) => id !== itemId));
  if (unknown !== undefined) {
    throw new RuleViolation('unknown-item', `第${draft.number}项任务没有编号为${unknown}的具体事项，请刷新后再试`);
  }
  const [restSpan, addedSpan] = spansOf(draft, said.cutAt);
  const rest = { ...withTaskSaid(draft, said.rest), span: restSpan, items: draft.items.filter((item) => !goes(item)) };
  const number = nextNumber(draft.number, numbers);
  const { follows: _, ...common } = withTaskSaid(draft, said.added);
  const added = {
    ...common,
    taskId: uuid5(planId, `task/${number}`),
    number,
    span: addedSpan,
    items: draft.items.filter(goes),
  };
  refuseSpread(draft, [rest, added]);
  return { rest, added };
}

function spansOf({ number, span }: TaskDraft, cutAt: number | null): readonly [Span, Span] {
  if (cutAt === null) return [span, span];
  const [start, end] = span;
  if (cutAt <= start || cutAt >= end) {
    throw new RuleViolation('cut-outside', `新任务的原文须从第${number}项任务的原文中间起，请重新选择`);
  }
  return [
    [start, cutAt],
    [cutAt, end],
  ];
}

// Nobody and nothing may fall out of a task by its being divided, nor come in: that is a revision, with a reason of its own.
function refuseSpread(draft: TaskDraft, parts: readonly TaskDraft[]): void {
  const before = partyIds(draft);
  const after = parts.flatMap(partyIds);
  const name = `第${draft.number}项任务`;
  if (before.some((unitId) => !after.includes(unitId))) {
    throw new RuleViolation('unit-left-out', `${name}的参与单位须至少列入拆分后的一项任务；不再参与的，请先修改任务`);
  }
  if (after.some((unitId) => !before.includes(unitId))) {
    throw new RuleViolation('unit-not-on-task', `拆分后只能列${name}原有的单位；需增加单位的，请拆分后再修改任务`);
  }
  for (const { number, span, items } of parts) {
    const outside = items.find((item) => item.span !== null && (item.span[0] < span[0] || item.span[1] > span[1]));
    if (outside === undefined) continue;
    throw new RuleViolation(
      'item-outside',
      `具体事项“${outside.title}”的原文不在第${number}项任务的原文范围内，请改选新任务的原文起点，或者让两项任务共用原文`,
    );
  }
}
