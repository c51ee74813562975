import type { BlanketRule, TaskReading } from '../notice/notice-reading.ts';
import type { ProposedItem } from './draft-items.ts';
import type { DraftParties } from './draft-parties.ts';
import type { OpenPoint, Span, TaskDraft } from './task-draft.ts';
import type { RegisterUnit, UnitNames } from './unit-names.ts';

/** A task as drafted, with everything that its points are made from. */
export interface DraftedTask {
  readonly draft: TaskDraft;
  readonly reading: TaskReading;
  readonly named: DraftParties;
  readonly items: readonly ProposedItem[];
}

/** What people must decide about one task. */
export function taskPoints(
  { draft, reading, named, items }: DraftedTask,
  {
    text,
    names,
    register,
  }: { readonly text: string; readonly names: UnitNames; readonly register: readonly RegisterUnit[] },
): readonly OpenPoint[] {
  const nameOf = (unitId: string) => register.find((unit) => unit.unitId === unitId)?.name ?? unitId;
  return [
    ...openList(draft, reading, text),
    ...severalLeads(draft, reading, text, nameOf),
    ...unknownUnits(draft, reading, named, names),
    ...undecidedItems(draft, items, nameOf),
  ];
}

/** The clause that adds units to all following tasks (下同), to be taken literally only by a person's decision. */
export function followingPoint(rule: BlanketRule, index: number, units: readonly RegisterUnit[]): OpenPoint {
  const list = units.map(({ name }) => name).join('、');
  return point({
    id: `following/${index + 1}`,
    kind: 'following',
    span: rule.span,
    quote: rule.text,
    proposal: `建议将${list === '' ? '所列单位' : list}列入全部任务`,
    unitIds: units.map(({ unitId }) => unitId),
    role: 'district',
  });
}

/** A point with nothing but what is given. */
export function point(given: Pick<OpenPoint, 'id' | 'kind' | 'quote' | 'proposal'> & Partial<OpenPoint>): OpenPoint {
  return { taskNumber: null, span: null, unitIds: [], role: null, item: null, ...given };
}

function openList({ number }: TaskDraft, reading: TaskReading, text: string): readonly OpenPoint[] {
  if (!reading.openEnded) return [];
  const span = clauseWith(reading, text, '等');
  const proposal = '建议仅列文件点名的单位，不增列；确有未列名的责任单位的，请增列';
  const quote = quoted(text, span);
  return [
    point({ id: `open-list/${number}`, kind: 'open-list', taskNumber: number, span, quote, proposal, role: 'support' }),
  ];
}

function severalLeads(
  { number, parties }: TaskDraft,
  reading: TaskReading,
  text: string,
  nameOf: (unitId: string) => string,
): readonly OpenPoint[] {
  const leads = parties.filter(({ role }) => role === 'lead').map(({ unitId }) => unitId);
  const [first] = leads;
  if (leads.length < 2 || first === undefined) return [];
  const span = clauseWith(reading, text, '');
  return [
    point({
      id: `several-leads/${number}`,
      kind: 'several-leads',
      taskNumber: number,
      span,
      quote: quoted(text, span),
      proposal: `建议${leads.length}家牵头单位各自报送，由列名第一的${nameOf(first)}汇总`,
      unitIds: leads,
      role: 'lead',
    }),
  ];
}

function unknownUnits(
  { number, title, span, parties }: TaskDraft,
  reading: TaskReading,
  named: DraftParties,
  names: UnitNames,
): readonly OpenPoint[] {
  const unknown = named.unknown.map(({ name, role }, index) => {
    const candidates = names.candidates(name);
    const proposal =
      candidates.length === 0
        ? `单位名录中没有“${name}”，请选定对应单位，或者注明不列入的理由`
        : `单位名录中没有“${name}”，可能是${candidates.map((unit) => unit.name).join('、')}，请选定`;
    const [clause] = reading.clauseSpans;
    return point({
      id: `unknown-unit/${number}/${index + 1}`,
      kind: 'unknown-unit',
      taskNumber: number,
      span: clause ?? span,
      quote: name,
      proposal,
      unitIds: candidates.map(({ unitId }) => unitId),
      role,
    });
  });
  if (unknown.some(({ role }) => role === 'lead') || parties.some(({ role }) => role === 'lead')) return unknown;
  const proposal = '文件没有写明本项任务的牵头单位，请选定';
  return [
    ...unknown,
    point({
      id: `unknown-unit/${number}/lead`,
      kind: 'unknown-unit',
      taskNumber: number,
      span,
      quote: title,
      proposal,
      role: 'lead',
    }),
  ];
}

function undecidedItems(
  { number }: TaskDraft,
  items: readonly ProposedItem[],
  nameOf: (unitId: string) => string,
): readonly OpenPoint[] {
  return items.flatMap(({ item, unitIds }) => {
    if (item.unitId !== null) return [];
    const [only] = unitIds;
    const proposal =
      only === undefined
        ? '文件没有写明责任单位，请选定一个'
        : unitIds.length > 1
          ? `涉及${unitIds.map(nameOf).join('、')}，请确定一个责任单位，或者按单位分列`
          : `可能由${nameOf(only)}负责，但该单位未列入本项任务，请列入后选定或者另行选定`;
    const { id, span, quote } = item;
    return [
      point({ id: `item/${number}/${id}`, kind: 'item', taskNumber: number, span, quote, proposal, unitIds, item }),
    ];
  });
}

function clauseWith({ clauseSpans, span }: TaskReading, text: string, word: string): Span {
  return clauseSpans.findLast((each) => quoted(text, each).includes(word)) ?? clauseSpans[0] ?? span;
}

function quoted(text: string, [start, end]: Span): string {
  return text.slice(start, end);
}
