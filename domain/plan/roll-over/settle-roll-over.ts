import { overlaps } from '../../notice/span.ts';
import type { RollOverSettlement } from '../settlement.ts';
import { type SettlementBench, spanOf } from '../settlement-bench.ts';
import type { ItemDraft, Span, TaskDraft } from '../task-draft.ts';
import { type EarlierRow, isSameRow } from './earlier-row.ts';

/** Carries out what was decided on a row of an earlier year: the link is put on the item or task that goes on with it. */
export function settleRollOver(bench: SettlementBench, settlement: RollOverSettlement): void {
  const { point: id, decision, reason } = settlement;
  const point = bench.open('roll-over').find((each) => each.id === id);
  if (point?.earlier === undefined) return bench.fault(`没有编号为“${id}”的待承接事项，请核对`);
  if (decision === 'anew') return bench.settle(point, `不承接：${reason}`);
  const place = placeOf(bench, settlement);
  if (place === null) return;
  const { earlier } = point;
  bench.change(place.number, reason, (draft) => linked(draft, place.span, earlier));
  const what = settlement.quote === null ? '' : `“${settlement.quote}”`;
  bench.settle(point, `由第${place.number}项任务${what}承接：${reason}`);
}

interface LinkPlace {
  readonly number: string;
  /** Null links the task as a whole. */
  readonly span: Span | null;
}

function placeOf(bench: SettlementBench, { task, quote }: RollOverSettlement): LinkPlace | null {
  const named = task === null ? null : bench.draft(task);
  if (task !== null && named === null) {
    bench.fault(`没有编号为“${task}”的任务，请核对任务编号`);
    return null;
  }
  if (quote === null) {
    if (named === null) bench.fault('请写明由哪项任务承接');
    return named === null ? null : { number: named.number, span: null };
  }
  const drafts = bench.numbers().flatMap((number) => bench.draft(number) ?? []);
  for (const draft of named === null ? drafts : [named]) {
    const item = draft.items.find((each) => isOf(each, quote, bench));
    if (item !== undefined) return { number: draft.number, span: item.span };
  }
  bench.fault(`${named === null ? '任务分解' : `第${named.number}项任务`}中没有事项“${quote}”，不能承接，请先将其列入`);
  return null;
}

// A settled item has the words that its maker chose within those that were proposed.
function isOf({ quote: own, span }: ItemDraft, quote: string, { basis }: SettlementBench): boolean {
  if (own === quote) return true;
  const asked = spanOf(basis.text, quote);
  return span !== null && asked !== null && overlaps(span, asked);
}

function linked(draft: TaskDraft, span: Span | null, row: EarlierRow): TaskDraft {
  if (span === null) return { ...draft, follows: withRow(draft.follows, row) };
  const isHere = (item: ItemDraft) => item.span !== null && overlaps(item.span, span);
  return {
    ...draft,
    items: draft.items.map((item) => (isHere(item) ? { ...item, follows: withRow(item.follows, row) } : item)),
  };
}

function withRow(rows: readonly EarlierRow[] | undefined, row: EarlierRow): readonly EarlierRow[] {
  return [...(rows ?? []).filter((each) => !isSameRow(each, row)), row];
}
