import type { IssuedSubject } from '../../task/issued-subject.ts';
import type { Subject } from '../../task/task-state.ts';
import { type Consequence, leftToPeople } from './consequence.ts';
import { type RunningPlan, type RunningSubject, type RunningTask, subjectsOf } from './item-subjects.ts';
import type { NoticeChange } from './notice-change.ts';

type OfItem = Extract<NoticeChange, { readonly kind: 'target' | 'due' | 'commitment' | 'accountable' }>;

/** What other terms of an item ask for: the same of its subject, where there is one and its unit is on the task. */
export function termsConsequence(difference: OfItem, plan: RunningPlan): Consequence {
  const [only, ...others] = subjectsOf(difference.item, tasksFor(difference, plan), plan.isIssuedText);
  if (only === undefined) return leftToPeople('该处没有对应的具体事项，请核对后按需提出变更');
  if (others.length > 0) return leftToPeople(`该处分为${others.length + 1}个具体事项，请分别提出变更`);
  if (only.task.state.phase !== 'open') return leftToPeople('该任务已经办结，不能再变更');
  return consequenceFor(difference, only);
}

/** What an item that only the new version has asks for. */
export function addedItemConsequence(
  { item }: Extract<NoticeChange, { readonly kind: 'item-added' }>,
  task: RunningTask | undefined,
  joining: readonly string[],
): Consequence {
  if (task === undefined) return leftToPeople('新增的指标没有写明责任单位，请确定纳入哪项任务后提出变更');
  const { unitId, kind, title, target, commitment, due, dueBasis, tracked, shares } = item;
  const isParty = task.state.parties.some((party) => party.unitId === unitId) || joining.includes(unitId ?? '');
  if (unitId === null || !isParty) return leftToPeople('新增事项的责任单位没有承担该任务，请确定后提出变更');
  const put = { id: newItemId, unitId, kind, title, target, commitment, due, dueBasis, tracked, shares };
  return { kind: 'change', task, change: { kind: 'amendment', put: [put], remove: [], joins: [] } };
}

/** Stands for the number that a new item gets when all changes of its task are put together. */
export const newItemId = '';

/** The tasks in which an item can be: its own, and for a figure outside of all tasks those that may have adopted it. */
export function tasksFor({ taskNumber }: Pick<NoticeChange, 'taskNumber'>, { tasks }: RunningPlan) {
  return tasks.filter(({ state }) => taskNumber === null || state.number === taskNumber);
}

function consequenceFor(difference: OfItem, { task, subject }: RunningSubject): Consequence {
  const terms = (changed: Partial<IssuedSubject>): Consequence => {
    const title = difference.newItem.quote;
    const renamed = subject.title === difference.item.quote ? { title } : renamedBy(difference, subject);
    return { kind: 'terms', task, subject, terms: { ...changed, ...renamed } };
  };
  switch (difference.kind) {
    case 'target':
      return terms({ target: difference.to });
    case 'due': {
      const { due, dueBasis, tracked } = difference.newItem;
      return terms({ due, dueBasis, tracked });
    }
    case 'commitment':
      return terms({ commitment: difference.to });
    case 'accountable': {
      const unitId = difference.to;
      if (unitId === null) return leftToPeople('修改后的文件没有写明唯一的责任单位，请确定后提出变更');
      const isParty = task.state.parties.some((party) => party.unitId === unitId);
      return isParty ? terms({ unitId }) : leftToPeople('修改后的责任单位没有承担该任务，请连同增列单位一并提出变更');
    }
  }
}

// A number that is also in the item's name changes there as well.
function renamedBy(difference: OfItem, { title }: Subject): Partial<IssuedSubject> {
  if (difference.kind !== 'target') return {};
  const renamed = title.replace(String(difference.from.value), String(difference.to.value));
  return renamed === title ? {} : { title: renamed };
}
