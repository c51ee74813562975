import type { Actor, PersonActor } from '../actor.ts';
import type { Period } from '../calendar/quarter.ts';
import type { ComputedDate } from '../calendar/working-calendar.ts';
import type { Sha256 } from '../canonical.ts';
import type { Instant } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { PaperApproval } from '../paper-approval.ts';
import type { OrderRow } from '../order/order-row.ts';
import type { PaperForm } from '../order/paper-form.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Ladder } from '../task/ladder.ts';
import type { AmendmentEvent } from './amendment/amendment-event.ts';
import type { OpinionDecision, PlanClock } from './plan-state.ts';
import type { ReshapeEvent } from './reshape/reshape-event.ts';
import type { SummaryEvent } from './year-end/summary-event.ts';
import type { OpenPoint, Span, TaskDraft } from './task-draft.ts';

interface Base<T extends string, By extends Actor = Actor> {
  readonly type: T;
  readonly at: Instant;
  readonly by: By;
}

/** A notice was imported: the plan exists as a draft. */
export interface NoticeImported extends Base<'noticeImported', PersonActor> {
  readonly planId: string;
  readonly clock: PlanClock;
  /** SHA-256 of the original file, and of the text that all spans count in. */
  readonly originalHash: Sha256;
  readonly textHash: Sha256;
  readonly title: string;
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  readonly noticeDate: PlainDate | null;
  readonly planYear: number;
  readonly rulesVersion: number;
  /** The unit whose leader seat approves this plan's breakdown; the office is the importer's unit. */
  readonly leadershipUnitId: string;
  /** The earlier year's plan that this one goes on from 承接; absent without one. */
  readonly follows?: string;
}

/** One task of the breakdown as the reader proposed it. `joins` counts its units in. */
export interface TaskDrafted extends Base<'taskDrafted', PersonActor> {
  readonly draft: TaskDraft;
}

/** Something that people must decide before the issue. */
export interface PointOpened extends Base<'pointOpened', PersonActor> {
  readonly point: OpenPoint;
}

/** A person decided an open point: how, and from which clause it came is in the point. */
export interface PointSettled extends Base<'pointSettled', PersonActor> {
  readonly pointId: string;
  readonly how: string;
  readonly quote: string;
  readonly span: Span | null;
}

/** A task of the breakdown has a new version; `joins` and `leaves` are units whose parties changed. */
export interface TaskRevised extends Base<'taskRevised', PersonActor> {
  readonly draft: TaskDraft;
  readonly joins: readonly string[];
  readonly leaves: readonly string[];
  readonly reason: string;
}

/** The draft went to units 征求意见: to all at first, and to those that a later revision brings in, with a limit of their own. */
export interface ConsultationBegun extends Base<'consultationBegun', PersonActor> {
  readonly due: ComputedDate;
  readonly ladder: Ladder;
  readonly unitIds: readonly string[];
}

/** A unit answered: 无意见 (no rows), or 有意见 with one opinion per row. */
export interface ConsultationAnswered extends Base<'consultationAnswered', PersonActor> {
  readonly unitId: string;
  readonly opinions: readonly { readonly id: string; readonly taskNumber: string; readonly text: ContentRef }[];
  readonly paper?: PaperApproval;
  /** Answered after the limit. */
  readonly late: boolean;
  readonly mailDay: PlainDate;
}

/** The limit passed: these units are 逾期未反馈, which is never consent. */
export interface ConsultationLapsed extends Base<'consultationLapsed', 'system'> {
  readonly unitIds: readonly string[];
  readonly mailDay: PlainDate;
}

/** The office decided one opinion. */
export interface OpinionDecided extends Base<'opinionDecided', PersonActor> {
  readonly opinionId: string;
  readonly unitId: string;
  readonly taskNumber: string;
  readonly decision: OpinionDecision;
  readonly reason: ContentRef | null;
  readonly mailDay: PlainDate;
}

/** The office asks the leader to approve the breakdown. */
export interface ApprovalAsked extends Base<'approvalAsked', PersonActor> {
  readonly mailDay: PlainDate;
}

/** The leader approved; this event's hash binds every task to the breakdown. */
export interface BreakdownApproved extends Base<'breakdownApproved', PersonActor> {
  readonly draftVersion: number;
  /** SHA-256 over the canonical drafts of all tasks in the order of their numbers. */
  readonly breakdownHash: Sha256;
  readonly paper?: PaperApproval;
  readonly mailDay: PlainDate;
}

/** The leader sent the breakdown back to the office with a reason. */
export interface BreakdownReturned extends Base<'breakdownReturned', PersonActor> {
  readonly reason: ContentRef;
  readonly paper?: PaperApproval;
  readonly mailDay: PlainDate;
}

/** The notice is issued 印发、交办. */
export interface PlanIssued extends Base<'planIssued', PersonActor> {
  readonly unitIds: readonly string[];
  readonly receiptDue: ComputedDate;
  readonly ladder: Ladder;
  readonly listedOn: PlainDate;
  /** When slips 催办单 are drafted; plans that were issued before duban drafted any have none. */
  readonly slipDays?: readonly SlipDay[];
}

/** The day on which the slips of a quarter are drafted, explained. */
export interface SlipDay {
  readonly period: Period;
  readonly day: ComputedDate;
}

/** Workflows of tasks `from` … `upTo` (in the order of the breakdown) are started. */
export interface TasksStarted extends Base<'tasksStarted', 'system'> {
  readonly upTo: number;
}

/** A unit receipted 签收 the notice, once for all its tasks, and filed its contacts. */
export interface NoticeReceipted extends Base<'noticeReceipted', PersonActor> {
  readonly unitId: string;
  readonly contacts: ContentRef;
  readonly late: boolean;
}

/** These units had not receipted on the day on which that is listed. */
export interface ReceiptsListed extends Base<'receiptsListed', 'system'> {
  readonly unitIds: readonly string[];
  readonly mailDay: PlainDate;
}

/** The day has come on which a quarter's slips are drafted. */
export interface SlipsDue extends Base<'slipsDue', 'system'> {
  readonly period: Period;
}

/** A slip as the plan drafts it; its own chain begins with it. */
export interface DraftedSlip {
  readonly orderId: string;
  /** The id is made of it, within the plan. */
  readonly path: string;
  readonly unitId: string;
  readonly form: PaperForm;
  readonly rows: readonly OrderRow[];
}

/** Slips for some units; `after` names the last of them where more follow, null with the last batch. */
export interface SlipsDrafted extends Base<'slipsDrafted', 'system'> {
  readonly period: Period;
  readonly slips: readonly DraftedSlip[];
  /** Units with so many things overdue of which no letter could be delivered: these are on no slip. */
  readonly withheld: readonly { readonly unitId: string; readonly rows: number }[];
  readonly supervisionUnitId: string | null;
  readonly after: string | null;
  readonly mailDay: PlainDate;
}

/** A new calendar table moved days on which slips are drafted; before and after are both kept. */
export interface SlipsRetimed extends Base<'slipsRetimed', 'system'> {
  readonly changes: readonly { readonly period: Period; readonly before: PlainDate; readonly day: ComputedDate }[];
}

/** The office proposed an order 督办单 without a slip before it; the order's own chain begins with it. */
export interface OrderProposedByOffice extends Base<'orderProposed', PersonActor>, DraftedSlip {
  readonly reasons: ContentRef;
  readonly supervisionUnitId: string | null;
}

/** A letter could not be delivered for good. */
export interface PlanDeliveryFailed extends Base<'deliveryFailed', 'system'> {
  readonly letterId: string;
  readonly key: string;
  readonly failureClass: string;
}

/** Events of the draft, made by the store's draft function or, later, by the plan's workflow (revisions). */
export type DraftEvent = NoticeImported | TaskDrafted | PointOpened | PointSettled | TaskRevised;

/** Everything that can be in a plan's chain. */
export type PlanEvent =
  | DraftEvent
  | ReshapeEvent
  | ConsultationBegun
  | ConsultationAnswered
  | ConsultationLapsed
  | OpinionDecided
  | ApprovalAsked
  | BreakdownApproved
  | BreakdownReturned
  | PlanIssued
  | TasksStarted
  | NoticeReceipted
  | ReceiptsListed
  | AmendmentEvent
  | SlipsDue
  | SlipsDrafted
  | SlipsRetimed
  | OrderProposedByOffice
  | SummaryEvent
  | PlanDeliveryFailed;
