import type { PersonActor } from '../actor.ts';
import { canonicalText } from '../canonical.ts';
import { RuleViolation } from '../errors.ts';
import type { Instant } from '../instant.ts';
import { assertMay } from '../permissions.ts';
import { draftFaults } from './draft-check.ts';
import type { SettledPoint } from './plan-command.ts';
import type { PlanEvent } from './plan-event.ts';
import { partyIds } from './plan-units.ts';
import { settleRollOver } from './roll-over/settle-roll-over.ts';
import { settleItems, waiveTarget } from './settle-items.ts';
import { settleFollowing, settleOpenList, settleSeveralLeads, settleUnknownUnit } from './settle-parties.ts';
import type { Settlement } from './settlement.ts';
import { type SettleBasis, type SettledWork, settlementBench } from './settlement-bench.ts';
import type { TaskDraft } from './task-draft.ts';

/** A task's next version, and which units come in and go out by it. */
export interface Revision {
  readonly draft: TaskDraft;
  readonly joins: readonly string[];
  readonly leaves: readonly string[];
  readonly reason: string;
}

/** What a settlement does to a breakdown. */
export interface SettledBreakdown {
  readonly revisions: readonly Revision[];
  readonly points: readonly SettledPoint[];
}

/** Carries a settlement out on a breakdown, all of it or nothing; a settlement that does not fit is refused with every fault. */
export function settleBreakdown(settlement: Settlement, basis: SettleBasis): SettledBreakdown {
  const bench = settlementBench(basis);
  for (const each of settlement.unknownUnits) settleUnknownUnit(bench, each);
  for (const each of settlement.openLists) settleOpenList(bench, each);
  if (settlement.following !== null) settleFollowing(bench, settlement.following);
  for (const each of settlement.severalLeads) settleSeveralLeads(bench, each);
  settleItems(bench, settlement);
  for (const each of settlement.waived) waiveTarget(bench, each);
  for (const each of settlement.rollOvers) settleRollOver(bench, each);
  const work = bench.done();
  const revisions = basis.drafts.flatMap((before, index) =>
    revisionOf(before, work.drafts[index] ?? before, work.reasons),
  );
  if (revisions.length === 0 && work.points.length === 0) {
    throw new RuleViolation('nothing-to-settle', '处理记录没有确认任何待定事项，请核对');
  }
  assertNoFaultLeft(basis, revisions, work);
  return { revisions, points: work.points };
}

/** The events of a settlement on a plan that is still a draft: points first, then one new version of each task that changed. */
export function decideDraft(
  settlement: Settlement,
  basis: SettleBasis,
  { at, by }: { readonly at: Instant; readonly by: PersonActor },
): readonly PlanEvent[] {
  assertMay(by, 'settlePoints');
  const { revisions, points } = settleBreakdown(settlement, basis);
  return [
    ...points.map((point): PlanEvent => ({ type: 'pointSettled', at, by, ...point })),
    ...revisions.map((revision): PlanEvent => ({ type: 'taskRevised', at, by, ...revision })),
  ];
}

/** What the change from one version of a task to the next does to its units. */
export function partyChanges(before: TaskDraft, after: TaskDraft): Pick<Revision, 'joins' | 'leaves'> {
  const [old, now] = [partyIds(before), partyIds(after)];
  return {
    joins: now.filter((unitId) => !old.includes(unitId)),
    leaves: old.filter((unitId) => !now.includes(unitId)),
  };
}

function revisionOf(before: TaskDraft, after: TaskDraft, reasons: SettledWork['reasons']): readonly Revision[] {
  if (canonicalText(before) === canonicalText(after)) return [];
  const reason = reasons[after.number]?.join('；') ?? '确认待定事项';
  return [{ draft: after, ...partyChanges(before, after), reason }];
}

// A task whose points are all decided has to be fit for issue: nothing asks about it again before the approval. One with open points
// may keep the faults that those points are about, and get no others.
function assertNoFaultLeft(
  basis: SettleBasis,
  revisions: readonly Revision[],
  { drafts, points, left }: SettledWork,
): void {
  const settled = basis.points.filter(({ id }) => points.some(({ pointId }) => pointId === id));
  const touched = [...revisions.map(({ draft }) => draft.number), ...settled.map(({ taskNumber }) => taskNumber)];
  const faults = drafts.flatMap((draft, index) => {
    const before = basis.drafts[index];
    const isOpen = left.some(({ taskNumber }) => taskNumber === draft.number);
    const known = isOpen && before !== undefined ? draftFaults(before) : [];
    if (!touched.includes(draft.number)) return [];
    return draftFaults(draft)
      .filter((fault) => !known.includes(fault))
      .map((fault) => `第${draft.number}项任务${fault}`);
  });
  if (faults.length > 0) throw new RuleViolation('settlement-mismatch', `处理后仍有问题：${faults.join('；')}`);
}
