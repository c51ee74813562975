import { overlaps } from '../notice/span.ts';
import type { ItemSettlement, Settlement, WaivedTarget } from './settlement.ts';
import { type SettlementBench, spanOf } from './settlement-bench.ts';
import type { ItemDraft, OpenPoint, Span, TaskDraft } from './task-draft.ts';
import type { TargetShare } from '../task/issued-subject.ts';

/** An item as it was settled, at its place in the notice. */
interface PlacedItem {
  readonly settled: ItemSettlement;
  readonly span: Span;
  readonly unitId: string;
  readonly unitName: string;
  readonly shares: readonly TargetShare[];
}

/** Puts the settled items of every task in the place of those that were proposed for the same words. */
export function settleItems(bench: SettlementBench, { items, otherProposals }: Settlement): void {
  for (const task of new Set(items.map((item) => item.task))) {
    if (bench.draft(task) === null) bench.fault(`没有编号为“${task}”的任务，请核对任务编号`);
  }
  const merges = otherProposals?.decision === 'merge-into-task';
  for (const number of bench.numbers()) {
    const own = items.filter(({ task }) => task === number);
    if (own.length === 0 && !merges) continue;
    const placed = own.flatMap((item) => placedItem(bench, item) ?? []);
    settleItemPoints(bench, number, placed, merges ? otherProposals.reason : null);
    const reasons = [...new Set(own.flatMap(({ reason }) => reason ?? []))].join('；');
    bench.change(number, reasons, (draft) => withItems(draft, placed, { keepsOthers: !merges }));
  }
}

/** Records why a target of the preamble becomes no item. */
export function waiveTarget(bench: SettlementBench, { quote, reason }: WaivedTarget): void {
  const span = spanOf(bench.basis.text, quote);
  const point = span === null ? undefined : orphanAt(bench, span);
  if (point === undefined) return bench.fault(`没有待确认的指标“${quote}”，请按原文填写`);
  bench.settle(point, `不纳入：${reason}`);
}

/** The id that each settled item gets within its task, by its key. */
export function settledItemIds({
  items,
}: Pick<Settlement, 'items'>): Readonly<Record<string, { readonly task: string; readonly id: string }>> {
  return Object.fromEntries(
    items.map(({ key, task }) => {
      const own = items.filter((item) => item.task === task);
      return [key, { task, id: String(own.findIndex((item) => item.key === key) + 1) }];
    }),
  );
}

function placedItem(bench: SettlementBench, settled: ItemSettlement): PlacedItem | null {
  const { task, quote, orphan } = settled;
  const draft = bench.draft(task);
  const unit = bench.unit(settled.unit);
  if (draft === null || unit === null) return null;
  const span = spanOf(bench.basis.text, quote, orphan ? undefined : draft.span);
  if (span === null) {
    bench.fault(`${orphan ? '文件' : `第${task}项任务`}中没有“${quote}”，请按原文填写`);
    return null;
  }
  if (!draft.parties.some(({ unitId }) => unitId === unit.unitId)) {
    bench.fault(`${unit.name}未列入第${task}项任务，不能作为“${settled.title}”的责任单位，请先增列`);
    return null;
  }
  if (orphan) adopt(bench, settled, { span, unitName: unit.name });
  const shares = settled.shares.flatMap(({ unit: key, value }) => {
    const sharer = bench.unit(key);
    return sharer === null ? [] : [{ unitId: sharer.unitId, value }];
  });
  return { settled, span, unitId: unit.unitId, unitName: unit.name, shares };
}

// A target that is split over several units is adopted by several items, and settled by the first.
function adopt(
  bench: SettlementBench,
  { task, quote, reason }: ItemSettlement,
  at: Pick<PlacedItem, 'span' | 'unitName'>,
): void {
  const isThere = ({ kind, span }: OpenPoint) => kind === 'orphan-target' && span !== null && overlaps(span, at.span);
  if (!bench.basis.points.some(isThere)) return bench.fault(`没有待确认的指标“${quote}”，请核对`);
  const point = orphanAt(bench, at.span);
  if (point !== undefined)
    bench.settle(point, `纳入第${task}项任务，由${at.unitName}负责${reason === null ? '' : `：${reason}`}`);
}

function settleItemPoints(
  bench: SettlementBench,
  number: string,
  placed: readonly PlacedItem[],
  mergeReason: string | null,
): void {
  for (const point of bench.open('item', number)) {
    const found = placed.filter(({ span }) => point.span !== null && overlaps(span, point.span));
    if (found.length > 0) bench.settle(point, `由${found.map(({ unitName }) => unitName).join('、')}负责`);
    else if (mergeReason !== null) bench.settle(point, `不单列：${mergeReason}`);
  }
}

function withItems(
  draft: TaskDraft,
  placed: readonly PlacedItem[],
  { keepsOthers }: { readonly keepsOthers: boolean },
): TaskDraft {
  const isReplaced = ({ span }: ItemDraft) => span !== null && placed.some((each) => overlaps(each.span, span));
  const kept = keepsOthers ? draft.items.filter((item) => !isReplaced(item)) : [];
  const items = [...placed.map((each) => itemOf(each, draft)), ...kept].map((item, index) => ({
    ...item,
    id: String(index + 1),
  }));
  return { ...draft, items };
}

// What goes on from an earlier year goes on in the item that takes its place.
function itemOf({ settled, span, unitId, shares }: PlacedItem, draft: TaskDraft): Omit<ItemDraft, 'id'> {
  const { quote, kind, title, target, commitment, due, dueBasis, tracked } = settled;
  const follows = draft.items.flatMap((item) =>
    item.span !== null && overlaps(item.span, span) ? (item.follows ?? []) : [],
  );
  const item = { quote, span, unitId, kind, title, target, commitment, due, dueBasis, tracked, shares };
  return follows.length > 0 ? { ...item, follows } : item;
}

function orphanAt(bench: SettlementBench, span: Span): OpenPoint | undefined {
  return bench.open('orphan-target').find((point) => point.span !== null && overlaps(point.span, span));
}
