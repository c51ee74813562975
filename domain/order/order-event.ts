import type { Actor, PersonActor } from '../actor.ts';
import type { ComputedDate } from '../calendar/working-calendar.ts';
import type { Instant } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { PaperApproval } from '../paper-approval.ts';
import type { PlainDate } from '../plain-date.ts';
import type { UrgingChannel } from '../task/urging/urging-event.ts';
import type { OrderBasis, OrderOutcome, OrderStart, OrderStep } from './order-state.ts';
import type { Serial } from './serial.ts';

interface Base<T extends string, By extends Actor = Actor> {
  readonly type: T;
  readonly at: Instant;
  readonly by: By;
}

/** An event that approves: signed online by `by`, or on paper and recorded by `by`. */
interface Approved<T extends string> extends Base<T, PersonActor> {
  readonly paper?: PaperApproval;
}

/** A slip was drafted: the system listed what a unit had let pass. */
export interface SlipDrafted extends Base<'slipDrafted', 'system'> {
  readonly start: OrderStart;
  readonly mailDay: PlainDate;
  /** When whoever has not decided yet is reminded; missing in what was drafted before there were such reminders. */
  readonly remindOn?: ComputedDate;
}

/** An order was proposed, on a slip or by the office. */
export interface OrderProposed extends Base<'orderProposed'> {
  readonly start: OrderStart;
  readonly mailDay: PlainDate;
  readonly remindOn?: ComputedDate;
}

/** Rows that are no longer owed left a slip that nobody had confirmed yet. */
export interface RowsArrived extends Base<'rowsArrived', 'system'> {
  readonly rows: readonly { readonly taskId: string; readonly obligationId: string }[];
}

/** The office dismissed a slip, a superior refused a proposal (each with a reason), or nothing was left of a slip (null). */
export interface OrderDismissed extends Base<'orderDismissed'> {
  readonly reason: ContentRef | null;
  readonly paper?: PaperApproval;
  readonly mailDay: PlainDate;
}

/** The paper has its number and goes out: a slip confirmed by the office (by the system where the rules say so), an order opened by a superior. */
export interface OrderSent extends Base<'orderSent'> {
  readonly serial: Serial;
  readonly answerDue: ComputedDate;
  /** What an order demands 督办要求; null on a slip, which demands its rows. */
  readonly demand: ContentRef | null;
  readonly paper?: PaperApproval;
  /** When its letters go out, where nobody sends it: not in the night in which it is drafted. Missing means at once. */
  readonly lettersAt?: Instant;
}

/** The head's answer 整改情况. */
export interface OrderAnswered extends Approved<'orderAnswered'> {
  readonly text: ContentRef;
  readonly late: boolean;
  readonly reviewDue: ComputedDate;
  readonly mailDay: PlainDate;
}

/** The answer was accepted; `orderClosed` follows. */
export interface AnswerAccepted extends Approved<'answerAccepted'> {
  readonly reason: ContentRef | null;
}

/** The answer was not enough: a slip goes on to an order on a day, an order waits for another answer. */
export interface AnswerReturned extends Approved<'answerReturned'> {
  readonly reason: ContentRef;
  readonly answerDue: ComputedDate | null;
  readonly escalateOn: ComputedDate | null;
}

/** No answer came in time. */
export interface AnswerLapsed extends Base<'answerLapsed', 'system'> {
  /** When a slip becomes an order; null on an order, where persons decide what follows. */
  readonly escalateOn: ComputedDate | null;
  readonly mailDay: PlainDate;
}

/** An order was proposed on this slip, with its reasons: a chain of its own. */
export interface SlipEscalated extends Base<'slipEscalated'> {
  readonly orderId: string;
  readonly path: string;
  readonly basis: OrderBasis;
}

/** A bulletin 通报 or an interview 约谈 took place. */
export interface StepRecorded extends Base<'stepRecorded', PersonActor> {
  readonly step: OrderStep;
  readonly on: PlainDate;
  readonly outcome: ContentRef;
}

/** The end. */
export interface OrderClosed extends Approved<'orderClosed'> {
  readonly outcome: OrderOutcome;
  readonly reason: ContentRef | null;
  readonly mailDay: PlainDate;
}

/** A letter could not be delivered for good; `clockStands` where the paper has now reached nobody. */
export interface OrderDeliveryFailed extends Base<'deliveryFailed', 'system'> {
  readonly letterId: string;
  readonly key: string;
  readonly failureClass: string;
  readonly clockStands: boolean;
  readonly mailDay: PlainDate;
}

/** The paper was handed over in another way: the clock of its answer starts anew. */
export interface DeliveryRecorded extends Base<'deliveryRecorded', PersonActor> {
  readonly channel: UrgingChannel;
  readonly reached: ContentRef;
  readonly on: PlainDate;
  readonly answerDue: ComputedDate;
}

/** A new calendar table moved the limit of the answer; before and after are both kept. */
export interface AnswerRetimed extends Base<'answerRetimed', 'system'> {
  readonly before: PlainDate;
  readonly answerDue: ComputedDate;
}

/** An objection to this paper is being decided, or was; where it was upheld `orderClosed` follows. */
export interface OrderObjectionNoted extends Base<'objectionNoted'> {
  readonly objectionId: string;
  readonly standing: ObjectionStanding;
}

/** How an objection stands, as what it is about knows it. */
export type ObjectionStanding = 'open' | 'upheld' | 'partly' | 'dismissed' | 'withdrawn';

/** Everything that can be in the chain of a slip or an order. */
export type OrderEvent =
  | SlipDrafted
  | OrderProposed
  | RowsArrived
  | OrderDismissed
  | OrderSent
  | OrderAnswered
  | AnswerAccepted
  | AnswerReturned
  | AnswerLapsed
  | SlipEscalated
  | StepRecorded
  | OrderClosed
  | OrderDeliveryFailed
  | DeliveryRecorded
  | AnswerRetimed
  | OrderObjectionNoted;
