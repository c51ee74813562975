import type { Actor, PersonActor } from '../actor.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { Approval } from '../paper-approval.ts';
import type { PlainDate } from '../plain-date.ts';
import type { UrgingChannel } from '../task/urging/urging-event.ts';
import type { ObjectionStanding } from './order-event.ts';
import type { OrderStart, OrderStep } from './order-state.ts';

interface Act<T extends string> {
  readonly type: T;
  readonly by: PersonActor;
}

interface ApprovalAct<T extends string> extends Approval {
  readonly type: T;
}

/** The first command of every slip and order, made by its own workflow from the event that called for it. */
export interface BeginOrder {
  readonly type: 'beginOrder';
  readonly start: OrderStart;
  readonly by: Actor;
}

/** What is still owed of a slip's rows, by their keys; filled in by the workflow, right before the decision. */
export interface Standing {
  readonly standing?: readonly string[];
}

/** The office confirms a slip: it gets its number and goes out. */
export interface ConfirmSlip extends Act<'confirmSlip'>, Standing {}

/** The office dismisses a slip. */
export interface DismissSlip extends Act<'dismissSlip'> {
  readonly reason: ContentRef;
}

/** Something of the unit's has come in: a slip that nobody has confirmed loses what is no longer owed. */
export interface RefreshRows extends Standing {
  readonly type: 'refreshRows';
}

/** The head's answer to a slip or an order. */
export interface AnswerOrder extends ApprovalAct<'answerOrder'> {
  readonly text: ContentRef;
}

/** The office's decision on the answer to a slip. */
export interface ReviewSlipAnswer extends Act<'reviewSlipAnswer'> {
  readonly verdict: 'accepted' | 'returned';
  readonly reason: ContentRef | null;
}

/** The office proposes an order on a slip before the calendar does. */
export interface EscalateSlip extends Act<'escalateSlip'> {
  readonly reasons: ContentRef;
}

/** The supervisor or a leader opens a proposed order with its demand. */
export interface OpenOrder extends ApprovalAct<'openOrder'> {
  readonly demand: ContentRef;
}

/** The supervisor or a leader refuses a proposal. */
export interface RefuseProposal extends ApprovalAct<'refuseProposal'> {
  readonly reason: ContentRef;
}

/** The decision on the answer to an order. */
export interface ReviewOrderAnswer extends ApprovalAct<'reviewOrderAnswer'> {
  readonly verdict: 'accepted' | 'returned';
  readonly reason: ContentRef | null;
}

/** The supervisor or a leader closes an order whose matter is settled, or takes it back. */
export interface CloseOrder extends ApprovalAct<'closeOrder'> {
  readonly outcome: 'settled' | 'withdrawn';
  readonly reason: ContentRef;
}

/** A bulletin or an interview is put on record. */
export interface RecordStep extends Act<'recordStep'> {
  readonly step: OrderStep;
  readonly on: PlainDate;
  readonly outcome: ContentRef;
}

/** The office handed the paper over where mail had failed. */
export interface RecordDelivery extends Act<'recordDelivery'> {
  readonly channel: UrgingChannel;
  readonly reached: ContentRef;
  readonly on: PlainDate;
}

/** The objection's own: it is open, or decided by `by`. */
export interface NoteOrderObjection {
  readonly type: 'noteObjection';
  readonly objectionId: string;
  readonly standing: ObjectionStanding;
  readonly by: Actor;
}

/** A letter's final failure, from the post office. */
export interface NoteOrderDeliveryFailure {
  readonly type: 'noteDeliveryFailure';
  readonly letterId: string;
  readonly key: string;
  readonly failureClass: string;
}

/** The calendar was changed: count the limit that runs anew. */
export interface RetimeOrder {
  readonly type: 'retime';
}

/** Time has come to the instant of the command. */
export interface WakeOrder {
  readonly type: 'wake';
}

/** Commands that come in from outside as updates. */
export type OrderAct =
  | ConfirmSlip
  | DismissSlip
  | RefreshRows
  | AnswerOrder
  | ReviewSlipAnswer
  | EscalateSlip
  | OpenOrder
  | RefuseProposal
  | ReviewOrderAnswer
  | CloseOrder
  | RecordStep
  | RecordDelivery
  | NoteOrderObjection;

/** Everything that a slip or an order can be asked. */
export type OrderCommand = OrderAct | BeginOrder | NoteOrderDeliveryFailure | RetimeOrder | WakeOrder;
