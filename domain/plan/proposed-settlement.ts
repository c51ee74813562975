import { likeliestTask } from './draft-plan.ts';
import type { ItemSettlement, Settlement } from './settlement.ts';
import type { SettleBasis } from './settlement-bench.ts';
import type { ItemDraft, OpenPoint, TaskDraft } from './task-draft.ts';

const reason = '按系统建议处理';

/** The settlement that takes everything as duban proposes it: for the rehearsal of a notice that nobody has settled yet. */
export function proposedSettlement(basis: SettleBasis): Settlement {
  const { drafts, points } = basis;
  const of = (kind: OpenPoint['kind']) => points.filter((point) => point.kind === kind);
  const key = (unitId: string) => basis.register.find((unit) => unit.unitId === unitId)?.key ?? unitId;
  const [following] = of('following');
  const items = settledItems(basis, key);
  return {
    title: reason,
    openLists: of('open-list').map(({ taskNumber, quote }) => {
      return { task: taskNumber ?? '', quote, decision: 'as-listed', units: [], reason };
    }),
    following:
      following === undefined
        ? null
        : {
            quote: following.quote,
            units: following.unitIds.map(key),
            tasks: drafts.map(({ number }) => number),
            reason,
          },
    severalLeads: of('several-leads').map(({ taskNumber, unitIds }) => {
      return { task: taskNumber ?? '', order: unitIds.map(key), reason };
    }),
    unknownUnits: of('unknown-unit').map(({ taskNumber, quote, unitIds: [first], role }) => {
      return {
        task: taskNumber ?? '',
        quote,
        unit: first === undefined ? null : key(first),
        role: role ?? 'support',
        reason,
      };
    }),
    ...items,
    rollOvers: rollOvers(basis, items),
    otherProposals: null,
  };
}

function settledItems(basis: SettleBasis, key: (unitId: string) => string): Pick<Settlement, 'items' | 'waived'> {
  const { drafts, points, text } = basis;
  const adopted: ItemSettlement[] = [];
  const waived: { quote: string; reason: string }[] = [];
  for (const { kind, id, item, quote, unitIds, taskNumber } of points) {
    if (kind !== 'orphan-target' && kind !== 'item') continue;
    const draft =
      kind === 'item' ? drafts.find(({ number }) => number === taskNumber) : likeliestTask(drafts, quote, text);
    const unitId = draft === undefined ? undefined : accountableOf(draft, unitIds);
    if (draft !== undefined && unitId !== undefined && item !== null) {
      adopted.push(
        itemSettlement(item, { key: id, task: draft.number, unit: key(unitId), orphan: kind === 'orphan-target' }),
      );
    } else if (kind === 'orphan-target') waived.push({ quote, reason });
  }
  return { items: adopted, waived };
}

// A figure of the preamble that became no item can take nothing on.
function rollOvers({ points }: SettleBasis, { waived }: Pick<Settlement, 'waived'>): Settlement['rollOvers'] {
  return points.flatMap(({ id, kind, taskNumber: task, item }) => {
    if (kind !== 'roll-over') return [];
    const quote = item?.quote ?? null;
    const hasPlace = quote === null ? task !== null : waived.every((each) => each.quote !== quote);
    return [{ point: id, decision: hasPlace ? 'link' : 'anew', task, quote, reason } as const];
  });
}

function accountableOf({ parties }: TaskDraft, proposed: readonly string[]): string | undefined {
  const isParty = (unitId: string) => parties.some((party) => party.unitId === unitId);
  return proposed.find(isParty) ?? parties.find(({ role }) => role === 'lead')?.unitId;
}

function itemSettlement(
  { quote, kind, title, target, commitment, due, dueBasis, tracked }: ItemDraft,
  place: Pick<ItemSettlement, 'key' | 'task' | 'unit' | 'orphan'>,
): ItemSettlement {
  return { ...place, quote, kind, title, target, commitment, due, dueBasis, tracked, shares: [], reason };
}
