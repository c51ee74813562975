import type { Comparator, ItemReading, TargetReading } from '../notice/notice-reading.ts';
import { type PlainDate, plainDate, yearOf } from '../plain-date.ts';
import type { Commitment, Party, Target } from '../task/issued-subject.ts';
import type { ItemDraft } from './task-draft.ts';
import type { UnitNames } from './unit-names.ts';

/** A proposed item, with the units to choose from where no single party could be proposed. */
export interface ProposedItem {
  readonly item: ItemDraft;
  readonly unitIds: readonly string[];
}

const commitments: Readonly<Record<ItemReading['commitment'], Commitment>> = {
  刚性: 'binding',
  力争: 'striving',
  原则上: 'in-principle',
};

/** The items that the reader found in a task, each with the one accountable unit that can be proposed for it. */
export function draftItems(
  items: readonly ItemReading[],
  {
    parties,
    names,
    planYear,
  }: { readonly parties: readonly Party[]; readonly names: UnitNames; readonly planYear: number },
): readonly ProposedItem[] {
  const drafts = items.flatMap((reading) =>
    targetsOf(reading.result).map((target) => ({ reading, target, units: unitsOf(reading, parties, names) })),
  );
  return drafts.map(({ reading, target, units }, index) => {
    const [only] = units;
    const isParty = units.length === 1 && parties.some(({ unitId }) => unitId === only);
    const due = reading.time.date ?? yearEnd(planYear);
    const item: ItemDraft = {
      id: String(index + 1),
      quote: reading.text,
      span: reading.span,
      unitId: isParty ? (only ?? null) : null,
      kind: reading.result.kind,
      title: reading.text,
      target,
      commitment: commitments[reading.commitment],
      due,
      dueBasis: reading.time.basis,
      tracked: yearOf(due) > planYear,
      shares: [],
    };
    return { item, unitIds: units };
  });
}

/** What a target of the preamble would be as an item: no unit, due at the end of the plan's year unless it names a later one. */
export function orphanItem(
  target: TargetReading,
  due: { readonly date: PlainDate; readonly basis: 'stated' | 'derived' },
  planYear: number,
): ItemDraft {
  const [first] = targetsOf({ kind: 'number', value: target.value, unit: target.unit, comparator: target.comparator });
  return {
    id: '1',
    quote: target.text,
    span: target.span,
    unitId: null,
    kind: 'number',
    title: target.text,
    target: first ?? null,
    commitment: commitments[target.commitment],
    due: due.date,
    dueBasis: due.basis,
    tracked: yearOf(due.date) > planYear,
    shares: [],
  };
}

/** 31 December of the plan's year: when everything without a time of its own is due. */
export function yearEnd(planYear: number): PlainDate {
  return plainDate(`${planYear}-12-31`);
}

// 分别 gives one item for each of its values; a range binds by its lower end.
function targetsOf(result: ItemReading['result']): readonly (Target | null)[] {
  if (result.kind === 'deliverable') return [null];
  const { unit, comparator } = result;
  const values = typeof result.value === 'number' ? [result.value] : result.value;
  const bound = comparator === 'range' ? values.slice(0, 1) : values;
  return bound.map((value) => ({ value, unit, comparator: comparatorOf(comparator) }));
}

function comparatorOf(comparator: Comparator): Target['comparator'] {
  if (comparator === 'range') return '>=';
  return comparator === '~' ? '=' : comparator;
}

function unitsOf({ accountableUnit }: ItemReading, parties: readonly Party[], names: UnitNames): readonly string[] {
  if (accountableUnit !== null) {
    const found = accountableUnit.split('、').flatMap((name) => names.find(name));
    if (found.length > 0) return [...new Set(found.map(({ unitId }) => unitId))];
  }
  const leads = parties.filter(({ role }) => role === 'lead').toSorted((a, b) => a.order - b.order);
  return leads.slice(0, 1).map(({ unitId }) => unitId);
}
