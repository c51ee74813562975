import type { PersonActor } from '../actor.ts';
import type { Period } from '../calendar/quarter.ts';
import type { Sha256 } from '../canonical.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { Approval } from '../paper-approval.ts';
import type { OrderRow } from '../order/order-row.ts';
import type { UnitKind } from '../registry/registry-event.ts';
import type { AmendmentCommand } from './amendment/amendment-command.ts';
import type { ReshapeCommand } from './reshape/reshape-command.ts';
import type { OpinionDecision } from './plan-state.ts';
import type { NoteTasksClosed, SummaryAct } from './year-end/summary-command.ts';
import type { Span, TaskDraft } from './task-draft.ts';

interface Act<T extends string> {
  readonly type: T;
  readonly by: PersonActor;
}

/** Sends the draft to every unit in it. */
export type BeginConsultation = Act<'beginConsultation'>;

/** A unit's answer; no opinions means 无意见. */
export interface AnswerConsultation extends Act<'answerConsultation'>, Approval {
  readonly unitId: string;
  readonly opinions: readonly { readonly id: string; readonly taskNumber: string; readonly text: ContentRef }[];
}

/** The office's decision on one opinion; a refusal or partial adoption needs its reason. */
export interface DecideOpinion extends Act<'decideOpinion'> {
  readonly opinionId: string;
  readonly decision: OpinionDecision;
  readonly reason: ContentRef | null;
}

/** An open point with the decision on it, and the words of the notice that it came from. */
export interface SettledPoint {
  readonly pointId: string;
  readonly how: string;
  readonly quote: string;
  readonly span: Span | null;
}

/** A new version of one task of the breakdown, made on `draftVersion`. */
export interface ReviseTask extends Act<'reviseTask'> {
  readonly draftVersion: number;
  readonly draft: TaskDraft;
  readonly joins: readonly string[];
  readonly leaves: readonly string[];
  readonly reason: string;
  /** Open points that this revision decides. */
  readonly settles?: readonly SettledPoint[];
}

/** Decides open points without changing any task: nobody is added, a target is waived. */
export interface SettlePoints extends Act<'settlePoints'> {
  readonly points: readonly SettledPoint[];
}

/** Decides open points together with the tasks that they change, all of it or nothing, made on `draftVersion`. */
export interface SettleTasks extends Act<'settleTasks'> {
  readonly draftVersion: number;
  readonly revisions: readonly Pick<ReviseTask, 'draft' | 'joins' | 'leaves' | 'reason'>[];
  readonly points: readonly SettledPoint[];
}

/** Asks the leader for the approval. */
export type AskApproval = Act<'askApproval'>;

/** The leader approves what the hash names. */
export interface ApproveBreakdown extends Act<'approveBreakdown'>, Approval {
  readonly draftVersion: number;
  readonly breakdownHash: Sha256;
}

/** The leader sends the breakdown back. */
export interface ReturnBreakdown extends Act<'returnBreakdown'>, Approval {
  readonly reason: ContentRef;
}

/** Issues the notice. */
export type IssuePlan = Act<'issuePlan'>;

/** A unit's receipt with its contacts. */
export interface ReceiptNotice extends Act<'receiptNotice'> {
  readonly unitId: string;
  readonly contacts: ContentRef;
}

/** The workflow's own: so many tasks of the breakdown are started. */
export interface NoteTasksStarted {
  readonly type: 'noteTasksStarted';
  readonly upTo: number;
}

/** What a unit has let pass, as the tasks stand. */
export interface OverdueUnit {
  readonly unitId: string;
  readonly unitKey: string;
  readonly unitKind: UnitKind;
  readonly rows: readonly OrderRow[];
  /** So many more of which no letter could be delivered. */
  readonly withheld: number;
}

/** The workflow's own: what units have let pass on the day on which slips are drafted, in the order of their keys. */
export interface NoteSlips {
  readonly type: 'noteSlips';
  readonly period: Period;
  readonly units: readonly OverdueUnit[];
  readonly supervisionUnitId: string | null;
  /** Key of the last unit looked at where more follow. */
  readonly after: string | null;
}

/** The office proposes an order on what a unit has let pass. */
export interface ProposeOrder extends Act<'proposeOrder'> {
  readonly unitId: string;
  /** Names the order within the plan. */
  readonly path: string;
  readonly reasons: ContentRef;
  /** Filled in by the workflow, right before the decision. */
  readonly overdue?: Pick<OverdueUnit, 'unitKind' | 'rows'> & { readonly supervisionUnitId: string | null };
}

/** The calendar was changed: count again what lies ahead. */
export interface RetimePlan {
  readonly type: 'retime';
}

/** A letter's final failure, from the post office. */
export interface NotePlanDeliveryFailure {
  readonly type: 'noteDeliveryFailure';
  readonly letterId: string;
  readonly key: string;
  readonly failureClass: string;
}

/** Time has come to the instant of the command. */
export interface WakePlan {
  readonly type: 'wake';
}

/** Acts of people on a plan whose workflow runs. */
export type PlanAct =
  | BeginConsultation
  | AnswerConsultation
  | DecideOpinion
  | ReviseTask
  | SettlePoints
  | SettleTasks
  | ReshapeCommand
  | AskApproval
  | ApproveBreakdown
  | ReturnBreakdown
  | IssuePlan
  | ReceiptNotice
  | AmendmentCommand
  | ProposeOrder
  | SummaryAct;

/** Everything a plan can be asked. */
export type PlanCommand =
  | PlanAct
  | NoteTasksStarted
  | NoteTasksClosed
  | NoteSlips
  | NotePlanDeliveryFailure
  | RetimePlan
  | WakePlan;
