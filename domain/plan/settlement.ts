import { type JsonFields, type Parsed, parseFields } from '../json-fields.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Commitment, PartyRole, Target } from '../task/issued-subject.ts';

/**
 * How people settled what a notice leaves open. Tasks are named by their numbers, units by their keys in the register, places by the
 * words of the notice; so a settlement can be written before its plan exists, and carried out on every plan of the same notice.
 */
export interface Settlement {
  readonly title: string;
  readonly openLists: readonly OpenListSettlement[];
  readonly following: FollowingSettlement | null;
  readonly severalLeads: readonly SeveralLeadsSettlement[];
  readonly unknownUnits: readonly UnknownUnitSettlement[];
  readonly items: readonly ItemSettlement[];
  readonly waived: readonly WaivedTarget[];
  readonly rollOvers: readonly RollOverSettlement[];
  /** What becomes of items that duban proposes and the settlement does not list: they stay, or the lead reports on them with the task. */
  readonly otherProposals: { readonly decision: 'keep' | 'merge-into-task'; readonly reason: string } | null;
}

/** 等: nobody is added, or these units. */
export interface OpenListSettlement {
  readonly task: string;
  readonly quote: string;
  readonly decision: 'as-listed' | 'add';
  readonly units: readonly string[];
  readonly reason: string;
}

/** 下同: these units are added to these tasks. */
export interface FollowingSettlement {
  readonly quote: string;
  readonly units: readonly string[];
  readonly tasks: readonly string[];
  readonly reason: string;
}

/** Several leads in the order in which they stand: the first writes the summary. */
export interface SeveralLeadsSettlement {
  readonly task: string;
  readonly order: readonly string[];
  readonly reason: string;
}

/** A printed name that the register lacks, or a missing lead: the unit that is meant; null leaves it out with a reason. */
export interface UnknownUnitSettlement {
  readonly task: string;
  readonly quote: string;
  readonly unit: string | null;
  readonly role: PartyRole;
  readonly reason: string;
}

/** An item with its one accountable unit. Its `key` names it in other files; `orphan` adopts a target of the preamble. */
export interface ItemSettlement {
  readonly key: string;
  readonly task: string;
  readonly quote: string;
  readonly unit: string;
  readonly kind: 'number' | 'deliverable';
  readonly title: string;
  readonly target: Target | null;
  readonly commitment: Commitment;
  readonly due: PlainDate;
  readonly dueBasis: 'stated' | 'derived';
  readonly tracked: boolean;
  readonly orphan: boolean;
  readonly shares: readonly ShareSettlement[];
  readonly reason: string | null;
}

/** A unit's part of a split target. */
export interface ShareSettlement {
  readonly unit: string;
  readonly value: number;
}

/** A target of the preamble that becomes no item. */
export interface WaivedTarget {
  readonly quote: string;
  readonly reason: string;
}

/** A row of an earlier year 结转事项: what goes on with it (an item by its words, or a task as a whole), or nothing does 另行起算. */
export interface RollOverSettlement {
  readonly point: string;
  readonly decision: 'link' | 'anew';
  /** May be left out where the words name an item. */
  readonly task: string | null;
  readonly quote: string | null;
  readonly reason: string;
}

const commitments: readonly Commitment[] = ['binding', 'striving', 'in-principle'];
const comparators: readonly Target['comparator'][] = ['=', '>=', '>', '<=', '<'];

/** Reads a settlement from parsed JSON; whether it fits a plan shows only when it is carried out. */
export function parseSettlement(raw: unknown): Parsed<Settlement> {
  return parseFields(raw, '处理记录', (fields) => ({
    title: fields.text('title'),
    openLists: optionalList(fields, 'openLists', openList),
    following: fields.part('following', following),
    severalLeads: optionalList(fields, 'severalLeads', (each) => ({
      task: each.text('task'),
      order: each.texts('order'),
      reason: each.text('reason'),
    })),
    unknownUnits: optionalList(fields, 'unknownUnits', (each) => ({
      task: each.text('task'),
      quote: each.text('quote'),
      unit: each.textOrNull('unit'),
      role: each.oneOf<PartyRole>('role', ['lead', 'support', 'district']),
      reason: each.text('reason'),
    })),
    items: items(fields),
    waived: optionalList(fields, 'waived', (each) => ({ quote: each.text('quote'), reason: each.text('reason') })),
    rollOvers: optionalList(fields, 'rollOvers', (each) => ({
      point: each.text('point'),
      decision: each.oneOf('decision', ['link', 'anew'] as const),
      task: each.textOrNull('task'),
      quote: each.textOrNull('quote'),
      reason: each.text('reason'),
    })),
    otherProposals: fields.part('otherProposals', (each) => ({
      decision: each.oneOf('decision', ['keep', 'merge-into-task'] as const),
      reason: each.text('reason'),
    })),
  }));
}

function optionalList<T>(fields: JsonFields, name: string, read: (fields: JsonFields) => T): readonly T[] {
  return fields.has(name) ? fields.list(name, read) : [];
}

function openList(fields: JsonFields): OpenListSettlement {
  const decision = fields.oneOf('decision', ['as-listed', 'add'] as const);
  const units = fields.texts('units');
  if ((decision === 'add') !== units.length > 0)
    fields.refuse('units', '与处理方式不符，增列单位（add）须列出单位，不增列（as-listed）须留空');
  return { task: fields.text('task'), quote: fields.text('quote'), decision, units, reason: fields.text('reason') };
}

function following(fields: JsonFields): FollowingSettlement {
  return {
    quote: fields.text('quote'),
    units: fields.texts('units'),
    tasks: fields.texts('tasks'),
    reason: fields.text('reason'),
  };
}

function items(fields: JsonFields): readonly ItemSettlement[] {
  const list = optionalList(fields, 'items', item);
  const keys = list.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) fields.refuse('items', `中编号“${twice}”重复，请改用不同的编号`);
  return list;
}

function item(fields: JsonFields): ItemSettlement {
  const kind = fields.oneOf('kind', ['number', 'deliverable'] as const);
  const target = fields.part('target', (each) => ({
    value: each.number('value'),
    unit: each.text('unit'),
    comparator: each.oneOf('comparator', comparators),
  }));
  if ((kind === 'number') !== (target !== null))
    fields.refuse('target', '与类型不符，数量事项（number）须填目标值，成果事项（deliverable）须留空');
  return {
    key: fields.text('key'),
    task: fields.text('task'),
    quote: fields.text('quote'),
    unit: fields.text('unit'),
    kind,
    title: fields.text('title'),
    target,
    commitment: fields.oneOf('commitment', commitments),
    due: fields.day('due'),
    dueBasis: fields.oneOf('dueBasis', ['stated', 'derived'] as const),
    tracked: fields.flag('tracked'),
    orphan: fields.flag('orphan'),
    shares: optionalList(fields, 'shares', (each) => ({ unit: each.text('unit'), value: each.number('value') })),
    reason: fields.textOrNull('reason'),
  };
}
