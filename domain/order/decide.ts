import { mailDayFor } from '../calendar/mail-day.ts';
import { type ComputedDate, shiftWorkingDays } from '../calendar/working-calendar.ts';
import { RuleViolation, assertNever } from '../errors.ts';
import { type Instant, dayOf, later } from '../instant.ts';
import type { DecisionContext } from '../ledger/book.ts';
import { answerOrder, reviewOrderAnswer, reviewSlipAnswer } from './answer.ts';
import { orderPhaseNames } from './assert-order.ts';
import { escalateSlip, retimeOrder, wakeOrder } from './escalate.ts';
import { closeOrder, noteOrderDeliveryFailure, noteOrderObjection, recordDelivery, recordStep } from './follow.ts';
import type { OrderMoment } from './moment.ts';
import type { BeginOrder, OrderAct, OrderCommand } from './order-command.ts';
import type { OrderEvent } from './order-event.ts';
import type { OrderState } from './order-state.ts';
import { paperName } from './paper-form.ts';
import { confirmSlip, dismissSlip, openOrder, refreshRows, refuseProposal, sendPaper } from './send.ts';

/** What a slip or an order is asked, and when. */
export interface OrderInput {
  readonly command: OrderCommand;
  readonly at: Instant;
  readonly receivedAt?: Instant;
}

/** The events that the command makes of `state`; none where there is nothing to record. Refusals are `RuleViolation`s. */
export function decideOrder(state: OrderState, input: OrderInput, context: DecisionContext): readonly OrderEvent[] {
  const at = later(input.at, state.lastAt ?? input.at);
  const moment: OrderMoment = { at, receivedAt: input.receivedAt ?? input.at, context };
  const { command } = input;
  if (isOwn(command)) return decideOwn(state, command, moment);
  assertOrderMayEnter(state, command);
  return decideAct(state, command, moment);
}

type OwnCommand = Exclude<OrderCommand, OrderAct>;

const own: Readonly<Record<OwnCommand['type'], true>> = {
  beginOrder: true,
  noteDeliveryFailure: true,
  retime: true,
  wake: true,
};

function isOwn(command: OrderCommand): command is OwnCommand {
  return Object.hasOwn(own, command.type);
}

function decideOwn(state: OrderState, command: OwnCommand, moment: OrderMoment): readonly OrderEvent[] {
  switch (command.type) {
    case 'beginOrder':
      return beginOrder(state, command, moment);
    case 'noteDeliveryFailure':
      return isOver(state) ? [] : noteOrderDeliveryFailure(state, command, moment);
    case 'retime':
      return retimeOrder(state, moment);
    case 'wake':
      return wakeOrder(state, moment);
    default:
      return assertNever(command);
  }
}

function decideAct(state: OrderState, command: OrderAct, moment: OrderMoment): readonly OrderEvent[] {
  switch (command.type) {
    case 'confirmSlip':
      return confirmSlip(state, command, moment);
    case 'dismissSlip':
      return dismissSlip(state, command, moment);
    case 'refreshRows':
      return refreshRows(state, command, moment);
    case 'answerOrder':
      return answerOrder(state, command, moment);
    case 'reviewSlipAnswer':
      return reviewSlipAnswer(state, command, moment);
    case 'escalateSlip':
      return escalateSlip(state, command, moment);
    case 'openOrder':
      return openOrder(state, command, moment);
    case 'refuseProposal':
      return refuseProposal(state, command, moment);
    case 'reviewOrderAnswer':
      return reviewOrderAnswer(state, command, moment);
    case 'closeOrder':
      return closeOrder(state, command, moment);
    case 'recordStep':
      return recordStep(state, command, moment);
    case 'recordDelivery':
      return recordDelivery(state, command, moment);
    case 'noteObjection':
      return noteOrderObjection(state, command, moment);
    default:
      return assertNever(command);
  }
}

/** Whether the paper has come to its end; nothing more is taken then. */
export function isOver({ phase }: OrderState): boolean {
  return phase === 'dismissed' || phase === 'escalated' || phase === 'closed';
}

/** Refuses what comes before the beginning or after the end. */
export function assertOrderMayEnter(state: OrderState, { type }: OrderAct): void {
  if (state.phase === 'none') throw new RuleViolation('order-not-begun', '该文书尚未起草，请稍后再试');
  if (!isOver(state) || type === 'refreshRows') return;
  const what = paperName(state.kind, state.form);
  const next = state.phase === 'escalated' ? '，请在督办单上办理' : '，不再接收办理';
  throw new RuleViolation('order-closed', `该${what}${orderPhaseNames[state.phase]}${next}`);
}

// Where the rules say so a slip goes out as it is drafted; an order is always opened by a person.
function beginOrder(state: OrderState, { start, by }: BeginOrder, moment: OrderMoment): readonly OrderEvent[] {
  if (state.phase !== 'none') throw new RuleViolation('order-begun', '该文书已经起草');
  const { at, context } = moment;
  const mailDay = mailDayFor(context.calendar, at);
  const begun = { at, start, mailDay, ...reminder(moment) };
  if (start.kind === 'order') return [{ type: 'orderProposed', by, ...begun }];
  const drafted: OrderEvent = { type: 'slipDrafted', by: 'system', ...begun };
  return context.rules.slipsAutomatic ? [drafted, sendPaper(start, { by: 'system', demand: null }, moment)] : [drafted];
}

function reminder({ at, context }: OrderMoment): { readonly remindOn?: ComputedDate } {
  const { calendar, rules, decisionVersion } = context;
  if (decisionVersion < 3) return {};
  return { remindOn: shiftWorkingDays(calendar, dayOf(at), rules.orderDecisionWorkingDays) };
}
