import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { PersonActor } from '../domain/actor.ts';
import type { Sha256 } from '../domain/canonical.ts';
import type { Instant } from '../domain/instant.ts';
import type { CommandAnswer } from '../domain/ledger/command-answer.ts';
import type { CommandIdentity } from '../domain/ledger/event.ts';
import type { ObjectionAct } from '../domain/objection/objection-command.ts';
import type { OrderAct } from '../domain/order/order-command.ts';
import type { PlanAct } from '../domain/plan/plan-command.ts';
import type { TaskAct } from '../domain/task/task-command.ts';

/** Names a chain of a plan by what writes it; the plan's own where nothing else is named. */
export interface ChainOfPlan {
  readonly planId: string;
  readonly taskId?: string;
  readonly orderId?: string;
  readonly objectionId?: string;
}

/** A command on its way. `receivedAt` is when duban first took it, kept with the id however often it is sent: lateness is judged by it. */
export interface Envelope<C> extends CommandIdentity {
  readonly receivedAt: Instant;
  readonly command: C;
  /** The request that brought it; stands beside the events, and is no part of what is decided. */
  readonly requestId?: string;
}

/**
 * What a caller may say to a person. `unconfirmed`: nobody can tell yet whether it is recorded, and sending the same again is safe.
 */
export type ActOutcome =
  | { readonly outcome: 'recorded'; readonly answer: CommandAnswer }
  | { readonly outcome: 'refused'; readonly code: string; readonly message: string }
  | { readonly outcome: 'unconfirmed' };

/** Stands in the details of every refusal of ours: a failure without it says nothing about what is recorded. */
export const refusalMark = 'duban-refusal';

/** Steps the clock of a chain on a stepped plan; answered when everything that was due by then is recorded. */
export interface Advance {
  readonly instant: Instant;
}

/** Where a chain stands after a step of its clock. */
export interface AdvanceAnswer {
  readonly seq: number;
  readonly nextWake: Instant | null;
}

/** An operator lets a parked chain read its ledger again. */
export interface Resume {
  readonly by: PersonActor;
}

/** A letter that can never be delivered, as the post office tells the chain that made it. */
export interface LetterFailure {
  readonly letterId: string;
  readonly key: string;
  readonly failureClass: string;
  readonly receivedAt: Instant;
}

/** Rules or calendars changed: read them again. `version` names the change, so that a repeated signal does nothing. */
export interface ReferenceChange {
  readonly version: string;
  readonly receivedAt: Instant;
}

/** What the engine believes of a chain, to be held against the ledger. */
export interface WriterStatus {
  readonly chain: string;
  readonly seq: number;
  readonly hash: Sha256;
  readonly nextWake: Instant | null;
  readonly queued: number;
  readonly needsAttention: string | null;
  readonly decisionVersion: number;
}

/** How far a rehearsal has come. */
export interface RehearsalStatus {
  readonly instant: Instant | null;
  readonly steps: number;
  readonly acts: number;
  readonly isPaused: boolean;
  /** Why it cannot go on by itself. */
  readonly stoppedBy: string | null;
}

export const actOnTask = defineUpdate<CommandAnswer, [Envelope<TaskAct>]>('actOnTask');
export const actOnPlan = defineUpdate<CommandAnswer, [Envelope<PlanAct>]>('actOnPlan');
export const actOnObjection = defineUpdate<CommandAnswer, [Envelope<ObjectionAct>]>('actOnObjection');
export const actOnOrder = defineUpdate<CommandAnswer, [Envelope<OrderAct>]>('actOnOrder');
export const advanceTo = defineUpdate<AdvanceAnswer, [Advance]>('advanceTo');
export const resume = defineUpdate<void, [Resume]>('resume');
export const deliveryFailed = defineSignal<[LetterFailure]>('deliveryFailed');
export const referenceChanged = defineSignal<[ReferenceChange]>('referenceChanged');
export const writerStatus = defineQuery<WriterStatus>('writerStatus');
export const rehearsalStatus = defineQuery<RehearsalStatus>('rehearsalStatus');
export const rehearsalPaused = defineSignal<[{ readonly isPaused: boolean }]>('rehearsalPaused');
