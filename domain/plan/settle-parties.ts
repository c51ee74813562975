import type { Party } from '../task/issued-subject.ts';
import type {
  FollowingSettlement,
  OpenListSettlement,
  SeveralLeadsSettlement,
  UnknownUnitSettlement,
} from './settlement.ts';
import { type SettlementBench, withParty } from './settlement-bench.ts';
import type { OpenPoint } from './task-draft.ts';
import type { RegisterUnit } from './unit-names.ts';

/** 等: adds the units that hide in it, or records that nobody does. */
export function settleOpenList(bench: SettlementBench, { task, quote, units: keys, reason }: OpenListSettlement): void {
  const [point] = bench.open('open-list', task);
  if (point === undefined) return bench.fault(`第${task}项任务没有待确认的“等”，请核对任务编号`);
  if (!point.quote.includes(quote)) return bench.fault(`第${task}项任务的责任分工中没有“${quote}”，请按原文填写`);
  const units = unitsOf(bench, keys);
  for (const unit of units)
    bench.change(task, reason, (draft) => withParty(draft, unit, point.role ?? 'support', 'added'));
  bench.settle(point, units.length === 0 ? `不增列单位：${reason}` : `增列${namesOf(units)}：${reason}`);
}

/** 下同: adds the units to the tasks that the decision names. */
export function settleFollowing(
  bench: SettlementBench,
  { quote, units: keys, tasks, reason }: FollowingSettlement,
): void {
  const point = bench.open('following').find((each) => isQuoteOf(quote, each));
  if (point === undefined) return bench.fault(`没有待确认的“下同”条款“${quote}”，请按原文填写`);
  const units = unitsOf(bench, keys);
  for (const number of tasks) {
    for (const unit of units)
      bench.change(number, reason, (draft) => withParty(draft, unit, point.role ?? 'support', 'added'));
  }
  bench.settle(point, `将${namesOf(units)}列入${tasks.length}项任务：${reason}`);
}

/** Several leads: confirms their order. Who leads by the notice itself is no matter of a settlement. */
export function settleSeveralLeads(bench: SettlementBench, { task, order, reason }: SeveralLeadsSettlement): void {
  const [point] = bench.open('several-leads', task);
  if (point === undefined) return bench.fault(`第${task}项任务没有待确认的多家牵头，请核对任务编号`);
  const leads = unitsOf(bench, order);
  const named = bench.draft(task)?.parties.filter(({ role }) => role === 'lead') ?? [];
  const isSame =
    leads.length === named.length && leads.every(({ unitId }) => named.some((lead) => lead.unitId === unitId));
  if (!isSame) return bench.fault(`第${task}项任务的牵头单位与所列顺序不一致，请逐一列出全部牵头单位`);
  const ids = leads.map(({ unitId }) => unitId);
  bench.change(task, reason, (draft) => ({ ...draft, parties: inOrder(draft.parties, ids) }));
  bench.settle(point, `${namesOf(leads)}共同牵头，由${leads[0]?.name ?? ''}汇总：${reason}`);
}

/** A name that the register lacks: the unit that is meant, or nobody with a reason. */
export function settleUnknownUnit(
  bench: SettlementBench,
  { task, quote, unit: key, role, reason }: UnknownUnitSettlement,
): void {
  const point = bench.open('unknown-unit', task).find((each) => each.quote === quote);
  if (point === undefined) return bench.fault(`第${task}项任务没有待确认的单位“${quote}”，请核对`);
  if (key === null) return bench.settle(point, `不列入：${reason}`);
  const unit = bench.unit(key);
  if (unit === null) return;
  bench.change(task, reason, (draft) => withParty(draft, unit, role, 'named'));
  bench.settle(point, `确定为${unit.name}：${reason}`);
}

function unitsOf(bench: SettlementBench, keys: readonly string[]): readonly RegisterUnit[] {
  return keys.flatMap((key) => bench.unit(key) ?? []);
}

function namesOf(units: readonly RegisterUnit[]): string {
  return units.map(({ name }) => name).join('、');
}

function inOrder(parties: readonly Party[], leads: readonly string[]): readonly Party[] {
  const sorted = leads.flatMap((unitId) => parties.filter((party) => party.unitId === unitId));
  return [...sorted, ...parties.filter(({ unitId }) => !leads.includes(unitId))].map((party, order) => ({
    ...party,
    order,
  }));
}

function isQuoteOf(quote: string, point: OpenPoint): boolean {
  return point.quote.includes(quote) || quote.includes(point.quote);
}
