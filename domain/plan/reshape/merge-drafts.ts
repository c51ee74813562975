import { RuleViolation } from '../../errors.ts';
import { withItemsOf } from './items-taken-over.ts';
import { partyIds } from '../plan-units.ts';
import type { TaskDraft } from '../task-draft.ts';

/** The one task that comes of two neighbours: the first with the second's further units, items and words; refused where they do not go together. */
export function mergeDrafts(
  [first, second]: readonly [TaskDraft, TaskDraft],
  title: string,
  nameOf: (unitId: string) => string,
): TaskDraft {
  refuseUnlike([first, second], nameOf);
  const known = partyIds(first);
  const further = second.parties.filter(({ unitId }) => !known.includes(unitId));
  const last = Math.max(-1, ...first.parties.map(({ order }) => order));
  const follows = [...(first.follows ?? []), ...(second.follows ?? [])];
  return {
    ...first,
    title,
    span: [Math.min(first.span[0], second.span[0]), Math.max(first.span[1], second.span[1])],
    parties: [...first.parties, ...further.map((party, index) => ({ ...party, order: last + 1 + index }))],
    items: withItemsOf(first, second),
    ...(follows.length === 0 ? {} : { follows }),
  };
}

function refuseUnlike([first, second]: readonly [TaskDraft, TaskDraft], nameOf: (unitId: string) => string): void {
  if (first.group !== second.group) {
    throw new RuleViolation(
      'other-group',
      `第${first.number}项任务属于“${first.group}”，第${second.number}项任务属于“${second.group}”，不在同一任务组，不能合并`,
    );
  }
  const [leads, otherLeads] = [leadsOf(first), leadsOf(second)];
  if (leads.toSorted().join() === otherLeads.toSorted().join()) return;
  const named = (unitIds: readonly string[]): string =>
    unitIds.length === 0 ? '未定' : unitIds.map(nameOf).join('、');
  throw new RuleViolation(
    'other-leads',
    `第${first.number}项任务的牵头单位是${named(leads)}，第${second.number}项任务的牵头单位是${named(otherLeads)}，` +
      '牵头单位不同，不能合并；确需合并的，请先修改其中一项任务的牵头单位',
  );
}

function leadsOf({ parties }: TaskDraft): readonly string[] {
  return parties.filter(({ role }) => role === 'lead').map(({ unitId }) => unitId);
}
