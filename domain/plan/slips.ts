import { type Period, nextQuarter, period as periodOf } from '../calendar/quarter.ts';
import { type ComputedDate, shiftWorkingDays } from '../calendar/working-calendar.ts';
import { mailDayFor } from '../calendar/mail-day.ts';
import { RuleViolation } from '../errors.ts';
import { uuid5 } from '../ids.ts';
import { type Instant, dayOf } from '../instant.ts';
import type { DecisionContext } from '../ledger/book.ts';
import { paperFormOf, requiredForm } from '../order/paper-form.ts';
import { assertMay } from '../permissions.ts';
import { dueOf, firstPeriod, isReportedOn } from '../task/obligations.ts';
import type { Moment } from './moment.ts';
import { assertPhase } from './phase.ts';
import type { NoteSlips, OverdueUnit, ProposeOrder } from './plan-command.ts';
import type { DraftedSlip, PlanEvent, SlipDay } from './plan-event.ts';
import type { PlanState } from './plan-state.ts';
import { planUnit } from './plan-units.ts';

/** The days on which slips are drafted, one a quarter that is reported on: so long after its returns were due. */
export function slipDays(planYear: number, issuedAt: Instant, context: DecisionContext): readonly SlipDay[] {
  const last = periodOf(`${planYear}Q4`);
  const days: SlipDay[] = [];
  const first = firstPeriod(issuedAt, last);
  for (let period = first; period <= last; period = nextQuarter(period)) {
    if (isReportedOn(period, last)) days.push({ period, day: slipDay(period, issuedAt, context) });
  }
  return days;
}

/** Time's own: the quarters whose slips are to be drafted on this day. */
export function beginSlips({ slipDays: days }: PlanState, { at }: Moment): readonly PlanEvent[] {
  const due = days.filter(({ on }) => on <= dayOf(at));
  return due.map(({ period }) => ({ type: 'slipsDue', at, by: 'system', period }));
}

/** The workflow's own: what units had let pass when their slips were due, one batch of units at a time. */
export function noteSlips(state: PlanState, command: NoteSlips, { at, context }: Moment): readonly PlanEvent[] {
  assertPhase(state, ['issued'], '起草催办单');
  const { period, units, supervisionUnitId, after } = command;
  if (!state.slipsDue.some((each) => each.period === period)) return [];
  const slips = units.flatMap((unit) => slipOf(state, period, unit));
  const withheld = units.filter((unit) => unit.withheld > 0).map(({ unitId, withheld: rows }) => ({ unitId, rows }));
  const mailDay = mailDayFor(context.calendar, at);
  return [{ type: 'slipsDrafted', at, by: 'system', period, slips, withheld, supervisionUnitId, after, mailDay }];
}

/** The office proposes an order on what a unit has let pass, without a slip before it. */
export function proposeOrder(state: PlanState, command: ProposeOrder, { at }: Moment): readonly PlanEvent[] {
  const { by, unitId, path, reasons, overdue } = command;
  assertMay(by, 'proposeOrder');
  assertPhase(state, ['issued'], '提请督办');
  planUnit(state, unitId);
  if (overdue === undefined || overdue.rows.length === 0) {
    throw new RuleViolation('nothing-overdue', '该单位没有逾期未报送的事项，不能提请督办；请核对所选单位');
  }
  const { rows, supervisionUnitId } = overdue;
  const form = requiredForm(overdue.unitKind, 'order');
  const orderId = uuid5(state.planId, path);
  return [{ type: 'orderProposed', at, by, orderId, path, unitId, form, rows, reasons, supervisionUnitId }];
}

/** Counts the days on which slips are drafted anew on a changed calendar; those that have come stay. */
export function retimeSlips(state: PlanState, { at, context }: Moment): readonly PlanEvent[] {
  const { issuedAt } = state;
  if (issuedAt === null) return [];
  const changes = state.slipDays.flatMap(({ period, on }) => {
    const day = slipDay(period, issuedAt, context);
    return on <= dayOf(at) || day.date === on || day.date <= dayOf(at) ? [] : [{ period, before: on, day }];
  });
  return changes.length === 0 ? [] : [{ type: 'slipsRetimed', at, by: 'system', changes }];
}

function slipDay(period: Period, issuedAt: Instant, context: DecisionContext): ComputedDate {
  const due = dueOf({ kind: 'progress', period }, issuedAt, context);
  return shiftWorkingDays(context.calendar, due.date, context.rules.slipWorkingDaysAfterDue);
}

// One slip with all that the unit has let pass; units that get no paper are urged by hand.
function slipOf({ planId }: PlanState, period: Period, unit: OverdueUnit): readonly DraftedSlip[] {
  const { unitId, unitKey, unitKind, rows } = unit;
  const form = paperFormOf(unitKind, 'slip');
  if (form === null || rows.length === 0) return [];
  const path = `slip/${unitKey}/${period}`;
  return [{ orderId: uuid5(planId, path), path, unitId, form, rows }];
}
