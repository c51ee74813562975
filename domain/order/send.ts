import type { Actor } from '../actor.ts';
import { mailDayFor } from '../calendar/mail-day.ts';
import { shiftWorkingDays } from '../calendar/working-calendar.ts';
import { type Instant, dayOf, later, mailHour } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import { type PaperApproval, approverOf, assertMayApprove } from '../paper-approval.ts';
import { assertMay } from '../permissions.ts';
import { assertKind, assertNotMadeBy, assertOrderPhase } from './assert-order.ts';
import type { OrderMoment } from './moment.ts';
import type { ConfirmSlip, DismissSlip, OpenOrder, RefuseProposal, RefreshRows } from './order-command.ts';
import type { OrderDismissed, OrderEvent, OrderSent } from './order-event.ts';
import { orderRowKey } from './order-row.ts';
import type { OrderStart, OrderState } from './order-state.ts';
import { serialToDraw } from './serial.ts';

interface Sending {
  readonly by: Actor;
  readonly demand: ContentRef | null;
  readonly paper?: PaperApproval | undefined;
}

/** The paper goes out: it gets its number, and the clock of its answer starts. */
export function sendPaper(
  start: OrderStart,
  { by, demand, paper }: Sending,
  { at, context: { rules, calendar, decisionVersion } }: OrderMoment,
): OrderSent {
  const days = start.kind === 'slip' ? rules.slipAnswerWorkingDays : rules.orderAnswerWorkingDays;
  return {
    type: 'orderSent',
    at,
    by,
    serial: serialToDraw(start, start.form, rules.numberWords),
    answerDue: shiftWorkingDays(calendar, dayOf(at), days),
    demand,
    ...(paper === undefined ? {} : { paper }),
    ...(by === 'system' && decisionVersion >= 3 ? { lettersAt: morningOf(at) } : {}),
  };
}

// What the calendar drafts it drafts at midnight; offices send their papers by day.
function morningOf(at: Instant): Instant {
  return later(at, mailHour(dayOf(at)));
}

/** The office confirms a slip: what has come in meanwhile leaves it, and where nothing is left it is dismissed instead. */
export function confirmSlip(state: OrderState, command: ConfirmSlip, moment: OrderMoment): readonly OrderEvent[] {
  assertMay(command.by, 'confirmSlip');
  assertKind(state, 'slip', '确认');
  assertOrderPhase(state, ['drafted'], '确认');
  const { events, isEmpty } = arrivals(state, command.standing, moment);
  return isEmpty ? events : [...events, sendPaper(state, { by: command.by, demand: null }, moment)];
}

/** Takes what is no longer owed off a slip that nobody has confirmed; afterwards a paper remembers its rows as they were. */
export function refreshRows(state: OrderState, command: RefreshRows, moment: OrderMoment): readonly OrderEvent[] {
  return state.kind === 'slip' && state.phase === 'drafted' ? arrivals(state, command.standing, moment).events : [];
}

/** The office dismisses a slip, with its reason. */
export function dismissSlip(
  state: OrderState,
  { by, reason }: DismissSlip,
  moment: OrderMoment,
): readonly OrderEvent[] {
  assertMay(by, 'confirmSlip');
  assertKind(state, 'slip', '不予发出');
  assertOrderPhase(state, ['drafted'], '决定不予发出');
  return [dismissed({ by, reason }, moment)];
}

/** The supervisor or a leader opens an order; never the person who proposed it. */
export function openOrder(state: OrderState, command: OpenOrder, moment: OrderMoment): readonly OrderEvent[] {
  assertMayApprove(command, 'openOrder');
  assertKind(state, 'order', '开具督办单');
  assertOrderPhase(state, ['proposed'], '开具');
  assertNotMadeBy(approverOf(command), state.proposers, '该督办单由本人提请');
  return [sendPaper(state, { by: command.by, demand: command.demand, paper: command.paper }, moment)];
}

/** The supervisor or a leader refuses a proposal. */
export function refuseProposal(state: OrderState, command: RefuseProposal, moment: OrderMoment): readonly OrderEvent[] {
  assertMayApprove(command, 'openOrder');
  assertKind(state, 'order', '不予督办');
  assertOrderPhase(state, ['proposed'], '决定不予督办');
  assertNotMadeBy(approverOf(command), state.proposers, '该督办单由本人提请');
  const { by, reason, paper } = command;
  return [{ ...dismissed({ by, reason }, moment), ...(paper === undefined ? {} : { paper }) }];
}

interface Arrivals {
  readonly events: readonly OrderEvent[];
  readonly isEmpty: boolean;
}

// Without word of what is owed nothing is taken off: that word is brought by the workflow.
function arrivals(state: OrderState, standing: readonly string[] | undefined, moment: OrderMoment): Arrivals {
  const arrived = standing === undefined ? [] : state.rows.filter((row) => !standing.includes(orderRowKey(row)));
  if (arrived.length === 0) return { events: [], isEmpty: false };
  const rows = arrived.map(({ taskId, obligationId }) => ({ taskId, obligationId }));
  const event: OrderEvent = { type: 'rowsArrived', at: moment.at, by: 'system', rows };
  const isEmpty = arrived.length === state.rows.length;
  return { events: isEmpty ? [event, dismissed({ by: 'system', reason: null }, moment)] : [event], isEmpty };
}

function dismissed(
  { by, reason }: { readonly by: Actor; readonly reason: ContentRef | null },
  { at, context }: OrderMoment,
): OrderDismissed {
  return { type: 'orderDismissed', at, by, reason, mailDay: mailDayFor(context.calendar, at) };
}
