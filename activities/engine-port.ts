import type { Instant } from '../domain/instant.ts';
import type { PlanAct } from '../domain/plan/plan-command.ts';
import type { TaskAct } from '../domain/task/task-command.ts';
import type { ActOutcome, AdvanceAnswer, Envelope, LetterFailure } from '../workflows/messages.ts';

/** A task and the plan that it belongs to. */
export interface TaskOfPlan {
  readonly taskId: string;
  readonly planId: string;
}

/** Names a chain of a plan by what writes it: without another id the plan's own. */
export interface ChainOfPlan {
  readonly planId: string;
  readonly taskId?: string;
  readonly objectionId?: string;
}

/** What activities ask of the engine that runs them; the worker gives them the same client as the API's. */
export interface EnginePort {
  readonly actOnTask: (task: TaskOfPlan, envelope: Envelope<TaskAct>) => Promise<ActOutcome>;
  readonly actOnPlan: (planId: string, envelope: Envelope<PlanAct>) => Promise<ActOutcome>;
  readonly startTask: (task: TaskOfPlan) => Promise<void>;
  readonly startPlan: (planId: string) => Promise<void>;
  readonly startObjection: (objection: { readonly objectionId: string; readonly planId: string }) => Promise<void>;
  readonly startDelivery: (delivery: { readonly act: string; readonly planId: string }) => Promise<void>;
  readonly advance: (chain: ChainOfPlan, instant: Instant) => Promise<AdvanceAnswer>;
  readonly tellFailure: (chain: ChainOfPlan, failure: LetterFailure) => Promise<void>;
}
