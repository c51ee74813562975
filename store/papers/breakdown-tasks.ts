import type { BreakdownTask } from '../../domain/papers/breakdown-data.ts';
import { partyIds } from '../../domain/plan/plan-units.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import { readDrafts } from '../plan/breakdown.ts';
import { collectiveNames } from './collective-names.ts';
import type { PaperScope } from './paper-scope.ts';

/** The tasks of the breakdown in the order of the notice; with a unit, those on which it has a part. */
export async function breakdownTasks(scope: PaperScope, unitId?: string): Promise<readonly BreakdownTask[]> {
  const drafts = await readDrafts(scope.source, scope.plan.planId);
  return drafts.filter((draft) => unitId === undefined || concerns(draft, unitId)).map((draft) => taskOf(draft, scope));
}

function concerns(draft: TaskDraft, unitId: string): boolean {
  return (
    partyIds(draft).includes(unitId) ||
    draft.items.some((item) => item.unitId === unitId || item.shares.some((share) => share.unitId === unitId))
  );
}

function taskOf({ number, group, title, parties, items }: TaskDraft, { nameOf, units }: PaperScope): BreakdownTask {
  const inRole = (role: TaskDraft['parties'][number]['role']) =>
    parties
      .filter((party) => party.role === role)
      .toSorted((a, b) => a.order - b.order)
      .map(({ unitId }) => unitId);
  return {
    number,
    group,
    title,
    leads: inRole('lead').map(nameOf),
    supports: inRole('support').map(nameOf),
    districts: collectiveNames(inRole('district'), units),
    items: items.map(({ title: item, target, commitment, unitId, due, dueBasis, tracked }) => ({
      title: item,
      target,
      commitment,
      unit: unitId === null ? null : nameOf(unitId),
      due,
      dueBasis,
      tracked,
    })),
  };
}
