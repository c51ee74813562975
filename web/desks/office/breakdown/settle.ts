import { ask } from '../../../http/request.ts';
import { readAnew } from '../../../http/readings.ts';
import type { HeldSeat } from '../../../session/session.ts';
import { type FormValues, listOf } from '../../../blocks/form/field.ts';
import { textOf } from '../../../blocks/act/act-definition.ts';
import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import type { Settlement } from '../../../../domain/plan/settlement.ts';

/** An open point of a draft. */
export type Point = BreakdownBody['points'][number];

const nothing: Settlement = {
  title: '逐项确认',
  openLists: [],
  following: null,
  severalLeads: [],
  unknownUnits: [],
  items: [],
  waived: [],
  rollOvers: [],
  otherProposals: null,
};

/** Sends a settlement of open points; null takes all of them as proposed. */
export async function settle(
  planId: string,
  {
    actId,
    seat,
    settlement,
  }: { readonly actId: string; readonly seat: HeldSeat; readonly settlement: Settlement | null },
): Promise<void> {
  const body = { actId, seat: { seat: seat.seat, unitId: seat.unit.unitId }, settlement };
  await ask<'settle'>('post', `/api/plans/${planId}/settlement`, { body });
  await readAnew('/api/plans');
}

/** The settlement of one point as its form says it; units by their keys in the register. */
export function settlementOf(point: Point, values: FormValues): Settlement {
  const { kind, quote, item } = point;
  const reason = textOf(values, 'reason');
  const task = point.taskNumber ?? textOf(values, 'task');
  const units = listOf(values, 'units');
  switch (kind) {
    case 'open-list':
      return {
        ...nothing,
        openLists: [{ task, quote, decision: units.length > 0 ? 'add' : 'as-listed', units, reason }],
      };
    case 'following':
      return { ...nothing, following: { quote, units, tasks: listOf(values, 'tasks'), reason } };
    case 'several-leads':
      return { ...nothing, severalLeads: [{ task, order: units, reason }] };
    case 'unknown-unit': {
      const unit = textOf(values, 'unit');
      return {
        ...nothing,
        unknownUnits: [{ task, quote, unit: unit === '' ? null : unit, role: point.role ?? 'support', reason }],
      };
    }
    case 'roll-over': {
      const decision = textOf(values, 'decision') === 'anew' ? 'anew' : 'link';
      // Of the proposed task or of none yet, the item by its words; of a task that somebody chose instead, the task as a whole.
      const isProposed = textOf(values, 'task') === (point.taskNumber ?? '');
      const place = { task: textOf(values, 'task') || null, quote: isProposed ? (item?.quote ?? null) : null };
      return { ...nothing, rollOvers: [{ point: point.id, decision, ...place, reason }] };
    }
    case 'item':
    case 'orphan-target': {
      if (textOf(values, 'decision') === 'waive' || item === null) return { ...nothing, waived: [{ quote, reason }] };
      const { kind: itemKind, target, commitment, due, dueBasis, tracked } = item;
      const settled = {
        key: point.id,
        task,
        quote: item.quote,
        unit: textOf(values, 'unit'),
        kind: itemKind,
        title: textOf(values, 'title'),
        target,
        commitment,
        due,
        dueBasis,
        tracked,
        orphan: kind === 'orphan-target',
        shares: [],
        reason,
      };
      return { ...nothing, items: [settled] };
    }
  }
}
